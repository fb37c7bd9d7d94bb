import { proseOf, sentencesOf } from '../../text/prose';
import { topicOf } from '../../text/topic';
import { readable } from '../../text/words';
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
const FREE_IN_ADVICE = { least: 25, most: 34 };
const asksForAdvice =
  /\bhow (?:to|(?:do|can|could|should|would|might) (?:i|you|we|one|people))\b|^\P{L}{0,2}(?:wie (?:kann|soll|mache|muss|geht|\p{L}{2,14}) (?:ich|man|wir)|comment (?:puis-je|faire|peut-on|dois-je|est-ce)|c[oó]mo (?:puedo|se|hago|debo)|come (?:posso|si|faccio|devo)|como (?:posso|faço|fazer|se)|hoe (?:kan|moet|doe)|jak (?:mogę|można)|nasıl)(?!\p{L})|^\P{L}{0,2}(?:как|як|كيف)\s/u;
/** The cause of something need not bear its name. */
const asksForCause =
  /^\P{L}{0,2}(?:why|what causes|warum|wieso|pourquoi|por qué|perché|por que|waarom|dlaczego|почему|чому|neden)(?!\p{L})/u;
/** The answer to it is a number, and words that go with it. */
const asksForFigure =
  /\bhow (?:much|many|long|often|far|old|big)\b|\bwhen\b|\bwhat time\b|^\P{L}{0,2}(?:was kostet|wie ?viele?|wie lange|wann|combien|quand|cuánt\p{L}{1,2}|cuándo|a qué hora|quant\p{L}|quando|hoeveel|wanneer|ile|kiedy|сколько|когда|скільки|коли|kaç|ne zaman|ne kadar)(?!\p{L})/u;
/** "Often yes, if ...": whoever so begins answers a question. */
const decides =
  /^\P{L}{0,3}(?:\p{L}{2,10} )?(?:yes|no|ja|nein|oui|non|sí|si|no|sì|sim|não|nee|tak|nie|да|нет|так|ні|evet|hayır|نعم|لا|हाँ|नहीं)(?!\p{L})/u;
const FREE_IN_FIGURES = { least: 12, most: 24 };
/** Lists, tables and code speak in words of their own. */
const LEAST_SHARE_OF_SENTENCES = 0.5;
/** Words where they have no spaces between them are two or three signs long. */
const SIGN_PAIRS_A_WORD = 2;

/** Sentences in a draft that shares no word with the question answer another one. */
export const offTopic: Signal = ({ domain, query, text: whole, words: content }) => {
  if (maySayAnything({ query, domain })) return undefined;
  const text = readable(whole);
  const asked = new Set(topicOf(query));
  const said = topicOf(text, content);
  if (asked.size < FEWEST_ASKED || said.some((piece) => asked.has(piece))) return undefined;
  const words = wordsInSentences(text);
  const isProse = words >= said.length * LEAST_SHARE_OF_SENTENCES;
  const free = freeIn(query.toLowerCase(), text);
  if (words <= free.least || !isProse || !isComparable(query, text)) return undefined;
  const strength = Math.min(1, (words - free.least) / (free.most - free.least));
  return { strength, reason: 'the draft does not address the question' };
};

function freeIn(query: string, text: string): typeof FREE {
  if (decides.test(text.slice(0, 40).toLowerCase()) || asksForAdvice.test(query) || asksForCause.test(query))
    return FREE_IN_ADVICE;
  return asksForFigure.test(query) && /\p{N}/u.test(text) ? FREE_IN_FIGURES : FREE;
}

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
