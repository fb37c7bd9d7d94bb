import { topicOf } from '../../text/topic';
import { readable } from '../../text/words';
import type { Signal } from '../signal';
import { maySayAnything } from './freedom';
import { isCommonplace } from './emptyTalk/commonplaces';
import { platitudes } from './emptyTalk/platitudes';

/** A longer text is seldom nothing but phrases, and costs time to be searched for them. */
const LONGEST = 1_500;
const sentenceEnd = /(?<=[.!?])\s+|(?<=[。！？।])|\n+/;
/** Whoever names a figure, quotes or shows code says something. */
const substance = /\d|`|https?:|["“„«「]/;
const MOST_SENTENCES = 8;
/** Of ten sentences one may say a little and the draft still nothing. */
const SHARE_OF_TALK = 0.75;
/** Who thanks or is content asks for nothing. */
const isContent =
  /\b(?:thank|thanks|thx|perfect|great|works?|worked|danke|super|perfekt|merci|parfait|gracias|perfecto|grazie|perfetto|obrigad|bedankt|dzięki|teşekkür)|спасибо|дякую|谢谢|ありがと|감사|شكر|धन्यवाद/i;
/** A question that a mere "ok" is no answer to. */
const asksForContent = /^\W{0,3}(?:what|how|why|when|where|who|which|write|explain|describe|list)\b/i;
const assent = /^\W{0,2}(?:ok|okay|sure|certainly|of course|done|understood|got it|noted|alright)\W{0,3}$/i;

/** Polite phrases that would suit any question, or the promise of an answer, and no answer. */
export const emptyTalk: Signal = ({ query, text, domain }) => {
  const said = text.trim();
  if (said === '' || said.length > LONGEST) return undefined;
  if (asksForContent.test(query) && assent.test(said)) return { strength: 1, reason: SAYS_NOTHING };
  if (substance.test(said) || isContent.test(query)) return undefined;
  if (domain !== 'code' && maySayAnything({ query, domain })) return undefined;
  const sentences = readable(said)
    .toLowerCase()
    .replaceAll('’', "'")
    .split(sentenceEnd)
    .filter((sentence) => sentence.trim() !== '');
  if (sentences.length > MOST_SENTENCES) return undefined;
  return isTalk(query, sentences) || onlyOffers(query, sentences)
    ? { strength: 1, reason: SAYS_NOTHING }
    : undefined;
};

/** Commonplaces alone may be an answer; beside a platitude they are none. */
function isTalk(query: string, sentences: readonly string[]): boolean {
  const asked = new Set(topicOf(query));
  const platitude = sentences.filter((sentence) => platitudes.some((pattern) => pattern.test(sentence)));
  const common = sentences.filter(
    (sentence) => !platitude.includes(sentence) && isCommonplace(topicOf(sentence), asked),
  );
  return platitude.length > 0 && platitude.length + common.length >= sentences.length * SHARE_OF_TALK;
}

const SAYS_NOTHING = 'the draft says nothing that answers the question';

const opensOffer =
  /^\W{0,2}(?:(?:sure|certainly|of course|absolutely)\W{1,3})?(?:i(?:'d| would|'ll| will| can| am|'m)|let me)\b/;

/** "I would be happy to give you the steps to create an invoice": the question once more, as a promise. */
function onlyOffers(query: string, sentences: readonly string[]): boolean {
  const [last = ''] = sentences.slice(-1);
  const said = new Set(topicOf(last));
  const asked = new Set(topicOf(query));
  const added = [...said].filter((piece) => !asked.has(piece));
  return sentences.length <= MOST_OFFERS && opensOffer.test(last) && added.length <= MOST_ADDED;
}

const MOST_OFFERS = 2;
const MOST_ADDED = 2;
