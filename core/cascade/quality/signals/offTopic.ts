import { proseOf } from '../../text/prose';
import { contentWords } from '../../text/words';
import type { Signal } from '../signal';

/** An answer of a few sentences ("Warm the pot first. Use fresh water...") need not name the subject. */
const SHORTEST_JUDGED = 35;
/** A question of two words gives too little to compare with. */
const FEWEST_QUERY_WORDS = 2;
/** Fiction goes where it likes; translations and summaries have words of their own. */
const excused: ReadonlySet<string> = new Set(['creative', 'summary', 'translation']);

/** Prose of some length in a draft that shares no word with the question answers another one. */
export const offTopic: Signal = ({ domain, queryWords, words, query, text }) => {
  const isComparable =
    !excused.has(domain) && queryWords.size >= FEWEST_QUERY_WORDS && bothInAlphabets(query, text);
  if (!isComparable || words.some((word) => queryWords.has(word))) return undefined;
  if (contentWords(proseOf(text)).length < SHORTEST_JUDGED) return undefined;
  return { strength: 1, reason: 'the draft does not address the question' };
};

/** Scripts without spaces between words cannot be compared word by word. */
function bothInAlphabets(...texts: string[]): boolean {
  return texts.every((text) => !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(text));
}
