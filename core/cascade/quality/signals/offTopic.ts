import type { Signal } from '../signal';

/** A short answer ("Paris", "Yes") need not name the subject. */
const SHORTEST_JUDGED = 12;
/** A question of two words gives too little to compare with. */
const FEWEST_QUERY_WORDS = 2;

/** A draft of some length that shares no word with the question answers another one. Translations are excused. */
export const offTopic: Signal = ({ domain, queryWords, words, query, text }) => {
  if (domain === 'translation' || words.length < SHORTEST_JUDGED || queryWords.size < FEWEST_QUERY_WORDS) {
    return undefined;
  }
  if (!bothInAlphabets(query, text)) return undefined;
  const answered = new Set(words.filter((word) => queryWords.has(word))).size;
  const share = answered / Math.min(queryWords.size, 12);
  if (share >= 0.2) return undefined;
  return { strength: 1 - share / 0.2, reason: 'the draft does not address the question' };
};

/** Scripts without spaces between words cannot be compared word by word. */
function bothInAlphabets(...texts: string[]): boolean {
  return texts.every((text) => !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(text));
}
