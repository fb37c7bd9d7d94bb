import { readable } from '../../text/words';
import type { Signal } from '../signal';

const hedge =
  /\b(?:i think|i believe|i guess|i suppose|i assume|maybe|perhaps|probably|possibly|presumably|it might|it may be|could be|not (?:entirely |completely |quite )?(?:sure|certain)|hard to say|as far as i know|if i recall|if i remember)\b/g;

const ignorance =
  /\b(?:i don't know|i do not know|i'm not sure|i am not sure|i have no idea|i'm not certain|i cannot say)\b/;
/** What somebody else said. */
const quotation = /"[^"\n]{0,300}"|“[^”\n]{0,300}”/g;

/** An answer that opens with its ignorance has little to follow. */
const OPENING = 60;

/** One or two hedges are manners. */
const POLITE = 2;
/** One hedge in three sentences is an ordinary careful answer; one in each sentence is a guess. */
const CAREFUL_PER_SENTENCE = 1 / 3;

/** The model itself doubts its answer (English). A story or a poem may doubt whatever it likes. */
export const hedging: Signal = (draft) => {
  if (draft.domain === 'creative') return undefined;
  const text = readable(draft.text).toLowerCase().replaceAll('’', "'").replace(quotation, ' ');
  const query = draft.query.toLowerCase().replaceAll('’', "'");
  const hedges = text.match(hedge)?.length ?? 0;
  const sentences = Math.max(1, text.match(/[.!?](?:\s|$)/g)?.length ?? 1);
  const excess = hedges > POLITE ? Math.max(0, hedges / sentences - CAREFUL_PER_SENTENCE) : 0;
  const strength = Math.min(1, excess * 1.5 + admittedIgnorance(text, query));
  return strength > 0 ? { strength, reason: 'the draft doubts its own answer' } : undefined;
};

function admittedIgnorance(text: string, query: string): number {
  const { 0: words = '', index } = ignorance.exec(text) ?? {};
  if (index === undefined || query.includes(words)) return 0;
  return index < OPENING ? 1 : 0.6;
}
