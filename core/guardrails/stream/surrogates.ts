/** The first half of a character that takes two UTF-16 units. */
export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** A position that does not stand inside a character: the given one, or the one before. */
export function outsideCharacter(text: string, position: number): number {
  return position > 0 && isHighSurrogate(text.charCodeAt(position - 1)) ? position - 1 : position;
}
