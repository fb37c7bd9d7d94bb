const ACCENTS = /[\u0300-\u036f]|[\u064b-\u065f]|\u0640|\u0670|\u093c/gu;
/** Most queries are, and need no more. */
const PLAIN = /^\p{ASCII}*$/u;
const NEITHER_WORD_NOR_SIGN = /[^\p{L}\p{M}\p{N}+#]+/gu;
/** The Arabic article, with the one-letter words that are written together with it. */
const ARABIC_ARTICLE = / (?:[وفبك]?ال|لل)(?=[\u0621-\u064a]{3})/g;

/**
 * A text as words in lower case, a blank before and after each: accents, vowel signs, punctuation and the Arabic article
 * are left out, so that it matters little how carefully somebody types.
 */
export function plainWords(text: string): string {
  const letters = text.toLowerCase();
  const words = PLAIN.test(letters) ? letters : withoutAccents(letters);
  return ` ${words.replace(NEITHER_WORD_NOR_SIGN, ' ').trim()} `.replace(ARABIC_ARTICLE, ' ');
}

function withoutAccents(text: string): string {
  const letters = text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC');
  return letters.replaceAll('ß', 'ss').replaceAll('ł', 'l').replaceAll('ø', 'o');
}

const WITHOUT_BLANKS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** Whether its words cannot be told apart by blanks, or carry their endings so that they hardly can. */
export function isWrittenTogether(words: string): boolean {
  return WITHOUT_BLANKS.test(words);
}
