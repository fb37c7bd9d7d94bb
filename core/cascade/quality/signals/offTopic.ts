import { proseOf, sentencesOf } from '../../text/prose';
import { topicOf } from '../../text/topic';
import type { Signal } from '../signal';
import { maySayAnything } from './freedom';
import { mainScript } from './language/scripts';

/** A question that says less gives too little to compare with. */
const FEWEST_ASKED = 2;
/**
 * So many words may do without naming the subject ("Mary Shelley, 1818."), and so many hardly can: of recorded answers
 * of that length one in a hundred shares no word with its question, of answers to another one most do.
 */
const FREE = { least: 5, most: 10 };
/** Advice goes straight to what is to be done: "Hold your breath, drink slowly..." */
const FREE_IN_ADVICE = { least: 25, most: 40 };
const asksForAdvice =
  /\bhow (?:to|(?:do|can|could|should|would|might) (?:i|you|we|one|people))\b|^\W{0,2}(?:wie (?:kann|soll|mache) (?:ich|man|wir)|comment (?:puis-je|faire|peut-on)|cómo (?:puedo|se))\b/iu;
/** Lists, tables and code speak in words of their own. */
const LEAST_SHARE_OF_SENTENCES = 0.5;
/** Words where they have no spaces between them are two or three signs long. */
const SIGN_PAIRS_A_WORD = 2;

/** Sentences in a draft that shares no word with the question answer another one. */
export const offTopic: Signal = ({ domain, query, text }) => {
  if (maySayAnything({ query, domain })) return undefined;
  const asked = new Set(topicOf(query));
  const said = topicOf(text);
  if (asked.size < FEWEST_ASKED || said.some((piece) => asked.has(piece))) return undefined;
  const words = wordsInSentences(text);
  const isProse = words >= said.length * LEAST_SHARE_OF_SENTENCES;
  const free = asksForAdvice.test(query) ? FREE_IN_ADVICE : FREE;
  if (words <= free.least || !isProse || !isComparable(query, text)) return undefined;
  const strength = Math.min(1, (words - free.least) / (free.most - free.least));
  return { strength, reason: 'the draft does not address the question' };
};

function wordsInSentences(text: string): number {
  return mainScript(text) === 'Han or Kana'
    ? topicOf(proseOf(text)).length / SIGN_PAIRS_A_WORD
    : topicOf(withoutFormulas(sentencesOf(text))).length;
}

function withoutFormulas(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.includes('='))
    .join('\n');
}

/** Another script cannot share a word, nor can one without spaces whose signs make no words. */
function isComparable(query: string, text: string): boolean {
  const [asked, given] = [mainScript(query), mainScript(text)];
  return (asked === undefined || given === undefined || asked === given) && asked !== 'Thai';
}
