import { isEnumeration, isListed } from '../../text/prose';
import type { Signal } from '../signal';

const END = 160;
const FEWEST_WORDS = 6;
/** A sign that something has to follow. */
const leadsOn = /(?:^|\s)[-+*/×÷]$|[=(<[{$€£,;]$/u;
const address = /https?:\/\/\S*$|www\.\S*$/;
const endsInNumber = /[\d%]$/;
const fullStops = /[.!?](?:\s|$)/;
const FEWEST_WORDS_OF_SENTENCE = 5;

/** The last line breaks off: an operator without its number, an open bracket, or a number in mid-sentence. */
export const cutOff: Signal = ({ text, domain, words }) => {
  if (domain === 'code' || words.length < FEWEST_WORDS) return undefined;
  const end = text.trimEnd();
  const last = end.slice(-END).split('\n').at(-1) ?? '';
  const before = end.slice(0, end.length - last.length);
  if (address.test(last)) return undefined;
  const isSentence =
    !isListed(last) &&
    !isEnumeration(last) &&
    (last.match(/\p{L}+/gu)?.length ?? 0) >= FEWEST_WORDS_OF_SENTENCE;
  const isCut =
    leadsOn.test(last) || (isSentence && endsInNumber.test(last) && fullStops.test(before + last));
  return isCut ? { strength: 1, reason: 'the last line of the draft breaks off' } : undefined;
};
