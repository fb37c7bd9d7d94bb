const WITHOUT_BLANKS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;
const CHARACTERS_PER_WORD = 1.8;

/** How many words a text has, about: in Chinese and Japanese, by its characters. Takes what `plainWords` gives. */
export function sizeOf(plain: string): number {
  const words = plain.trim() === '' ? 0 : plain.trim().split(' ').length;
  const together = plain.match(WITHOUT_BLANKS)?.length ?? 0;
  return words + together / CHARACTERS_PER_WORD;
}
