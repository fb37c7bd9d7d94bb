import { contentWords, readable } from '../../text/words';
import type { Signal } from '../signal';

/** A short answer ("Paris", "Hold your breath and drink some water") need not name the subject. */
const SHORTEST_JUDGED = 25;
/** A question of two words gives too little to compare with. */
const FEWEST_QUERY_WORDS = 2;
/** Fiction goes where it likes; translations and summaries have words of their own. */
const excused: ReadonlySet<string> = new Set(['creative', 'summary', 'translation']);

/** Prose of some length that shares no word with the question answers another one. */
export const offTopic: Signal = ({ domain, queryWords, query, text }) => {
  if (excused.has(domain) || queryWords.size < FEWEST_QUERY_WORDS || !bothInAlphabets(query, text)) {
    return undefined;
  }
  const said = contentWords(prose(text));
  if (said.length < SHORTEST_JUDGED || said.some((word) => queryWords.has(word))) return undefined;
  if (contentWords(readable(text)).some((word) => queryWords.has(word))) return undefined;
  return { strength: 1, reason: 'the draft does not address the question' };
};
