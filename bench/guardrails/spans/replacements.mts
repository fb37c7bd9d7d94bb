/**
 * Where a text was replaced, when all that is known is what it became: the parts of it that are left, in their order.
 * What was replaced is never empty and does not begin with a blank.
 *
 * @param parts what precedes the first replacement, what lies between two, what follows the last
 * @returns a start and an end for each replacement; undefined when the parts do not make the text
 */
export function replacedPlaces(
  text: string,
  parts: readonly string[],
): readonly (readonly [start: number, end: number])[] | undefined {
  const [first = '', ...others] = parts;
  return text.startsWith(first) ? placesFrom(text, first.length, others) : undefined;
}

function placesFrom(
  text: string,
  start: number,
  [part, ...others]: readonly string[],
): readonly (readonly [number, number])[] | undefined {
  if (part === undefined) return start === text.length ? [] : undefined;
  if (/\s/.test(text.charAt(start))) return undefined;
  if (others.length === 0) {
    const end = text.length - part.length;
    return end > start && text.endsWith(part) ? [[start, end]] : undefined;
  }
  for (let end = text.indexOf(part, start + 1); end >= 0; end = text.indexOf(part, end + 1)) {
    const rest = placesFrom(text, end + part.length, others);
    if (rest !== undefined) return [[start, end], ...rest];
  }
  return undefined;
}
