const articles = new Set(
  'a an the el la los las un una le les une der die das ein eine il lo gli i o os as um uma'.split(' '),
);

/** A number with its sign and decimals, a letter of a script that does not set words apart, a word, a sign that matters. */
const word =
  /(?:(?<![\p{L}\p{N})\]])[-−])?\d{1,20}(?:\.\d{1,20})?|[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]|[\p{L}\p{N}]+|[+/^<>≤≥±√∞%]/gu;

/** Words of a text as they are compared: without case, accents, punctuation and articles. */
export function plainWords(text: string): readonly string[] {
  const words = unaccented(text)
    // Separators are no part of a number.
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .match(word);
  const kept = words?.filter((one) => !articles.has(one)) ?? [];
  return kept.length > 0 ? kept : (words ?? []);
}

/** In lower case. */
export function unaccented(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
}
