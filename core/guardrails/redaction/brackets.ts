/** A place in a text, in UTF-16 units, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const OPENING = '[［【';
const CLOSING = ']］】';

/** The span with the pair of brackets right around it, backslashes before both included; undefined without one. */
export function withBrackets(text: string, { start, end }: Span): Span | undefined {
  if (!isOneOf(OPENING, text[start - 1])) return undefined;
  if (isOneOf(CLOSING, text[end])) return { start: start - 1, end: end + 1 };
  const escaped = text[start - 2] === '\\' && text[end] === '\\' && isOneOf(CLOSING, text[end + 1]);
  return escaped ? { start: start - 2, end: end + 2 } : undefined;
}

/**
 * The span with the brackets around it that belong to a placeholder: one pair, or two, because models double them. Of
 * three or more pairs only the innermost does. Undefined without a pair.
 */
export function withOwnBrackets(text: string, span: Span): Span | undefined {
  const once = withBrackets(text, span);
  const twice = once && withBrackets(text, once);
  return twice && !withBrackets(text, twice) ? twice : once;
}

function isOneOf(characters: string, character: string | undefined): boolean {
  return character !== undefined && characters.includes(character);
}
