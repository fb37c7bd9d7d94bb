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

/** A text in lower case, without accents, vowel signs and the Arabic article; its punctuation stays. */
export function plainLetters(text: string): string {
  const letters = text.toLowerCase();
  return PLAIN.test(letters) ? letters : withoutAccents(letters).replace(ARABIC_ARTICLE, ' ');
}

function withoutAccents(letters: string): string {
  const bare = letters.normalize('NFKD').replace(ACCENTS, '').normalize('NFC');
  return bare.replaceAll('ß', 'ss').replaceAll('ł', 'l').replaceAll('ø', 'o');
}

/** A phrase that may be written in any way, as a `PhraseBook` takes it. */
export function plainPhrase(written: string): string {
  const words = written.split(' ').flatMap((word) => {
    if (word === '*') return [word];
    const plain = plainWords(word).trim();
    return plain === '' ? [] : [word.endsWith('*') ? `${plain}*` : plain];
  });
  const phrase = words.join(' ');
  return written.startsWith('*') && !phrase.startsWith('*') ? `*${phrase}` : phrase;
}

const WITHOUT_BLANKS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** Whether its words cannot be told apart by blanks, or carry their endings so that they hardly can. */
export function isWrittenTogether(words: string): boolean {
  return WITHOUT_BLANKS.test(words);
}
