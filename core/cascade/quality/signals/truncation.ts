import { isEnumeration, isListed } from '../../text/prose';
import type { Signal } from '../signal';

/** With fewer telling words than this an answer often has no final full stop and is complete all the same. */
const SHORTEST_PROSE = 20;
/** Every text of some length that ends in one of these is cut off. */
const FEWEST_WORDS = 8;
const leadsOn =
  /\s(?:a|an|and|but|because|if|its|my|of|or|our|than|the|their|your|das|dem|den|der|die|ein|eine|oder|und|which|whose|to|with|from|is|are|was|were|into|et|ou|mais|que|pero|para)$/i;
const LOOKED_AT_END = 200;

/** The answer was cut off: the provider says so, a code block stays open, or prose stops in mid-sentence. */
export const truncation: Signal = ({ text, finishReason, words }) => {
  if (finishReason === 'length') return { strength: 1, reason: 'the draft was cut off at its length limit' };
  if (hasOpenCodeBlock(text)) return { strength: 0.8, reason: 'a code block of the draft is not closed' };
  const end = text.trimEnd().slice(-LOOKED_AT_END);
  const stops =
    words.length >= SHORTEST_PROSE
      ? stopsMidSentence(end)
      : words.length >= FEWEST_WORDS && leadsOn.test(end);
  return stops ? { strength: 0.6, reason: 'the draft stops in mid-sentence' } : undefined;
};

/** An opening fence has no closing one; a closing one may stand at the end of a line of code. */
function hasOpenCodeBlock(text: string): boolean {
  const isOdd = (fences: RegExp) => (text.match(fences)?.length ?? 0) % 2 === 1;
  return isOdd(/^[ \t]*```/gm) && isOdd(/```/g);
}

/** Stops after a word, a number or a comma; scripts that know no full stop are left alone. */
const unfinished = /[\p{L}\p{N},](?<![\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])$/u;
/** An address or a hashtag. */
const address = /(?:https?:\/\/|www\.|[@#])\S*$/;

/** A last line that is a list item, a heading or a few words (a signature) needs no full stop, and verse none at all. */
function stopsMidSentence(end: string): boolean {
  const lines = end.split('\n').filter((line) => line.trim() !== '');
  const last = lines.at(-1) ?? '';
  const before = lines.at(-2)?.trimEnd() ?? '';
  const isProse = !isListed(last) && last.split(' ').length > 6;
  return (
    isProse &&
    !isEnumeration(last) &&
    unfinished.test(last) &&
    !address.test(last) &&
    !unfinished.test(before)
  );
}
