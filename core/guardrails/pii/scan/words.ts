const LETTER = /[\p{L}\p{M}]/u;
const LAST_ASCII = 0x7f;

/** Longer ones are read in pieces. */
const LONGEST_WORD = 30;

/** The end of the word that stands last before a position, not farther away than `limit`. */
export function lastLetterBefore(text: string, position: number, limit: number): number | undefined {
  for (let end = position; end > Math.max(0, limit); end -= 1) {
    if (isLetter(text, end - 1)) return end;
  }
  return undefined;
}

/** Where the word that ends at a position begins. */
export function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_WORD && isLetter(text, start - 1)) {
    start -= 1;
    if (isHump(text, start)) break;
  }
  return start;
}

/** Where the word that begins at a position ends. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < LONGEST_WORD && isLetter(text, end)) {
    end += 1;
    if (isHump(text, end)) break;
  }
  return end;
}

/** `phoneNumber` is two words, `PhD` is one. */
function isHump(text: string, position: number): boolean {
  return (
    isAsciiLower(text.charCodeAt(position - 1)) &&
    isAsciiUpper(text.charCodeAt(position)) &&
    isLetter(text, position + 1)
  );
}

export function isLetter(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  if (code > LAST_ASCII) return LETTER.test(text.charAt(position));
  return isAsciiLower(code) || isAsciiUpper(code);
}

function isAsciiLower(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isAsciiUpper(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}
