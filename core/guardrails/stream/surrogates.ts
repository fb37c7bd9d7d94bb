/** A position that does not stand inside a character of two UTF-16 units: the given one, or the one before. */
export function outsideCharacter(text: string, position: number): number {
  return position > 0 && isHighSurrogate(text.charCodeAt(position - 1)) ? position - 1 : position;
}

/** The first half of such a character. */
function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
