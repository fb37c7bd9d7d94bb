import type { Signal } from '../signal';

/** Below this many words an answer often has no final full stop and is complete all the same. */
const SHORTEST_PROSE = 40;
const LOOKED_AT_END = 200;

/** Ends as prose, a list item, a table row, a heading, code or a formula may end. */
const finished = /[.!?:;)\]}"'`»”’。！？…*_|>$%-]\s*$/u;

/** The answer was cut off: the provider says so, a code block stays open, or prose stops in mid-sentence. */
export const truncation: Signal = ({ text, finishReason, words }) => {
  if (finishReason === 'length') return { strength: 1, reason: 'the draft was cut off at its length limit' };
  if (hasOpenCodeBlock(text)) return { strength: 0.8, reason: 'a code block of the draft is not closed' };
  const stopsMidSentence =
    words.length >= SHORTEST_PROSE && endsInProse(text) && !finished.test(text.slice(-8));
  return stopsMidSentence ? { strength: 0.6, reason: 'the draft stops in mid-sentence' } : undefined;
};

function hasOpenCodeBlock(text: string): boolean {
  return (text.match(/^ {0,3}```/gm)?.length ?? 0) % 2 === 1;
}

/** A last line that is a list item, a heading or a few words (a signature) needs no full stop. */
function endsInProse(text: string): boolean {
  const lastLine = text.trimEnd().slice(-LOOKED_AT_END).split('\n').at(-1) ?? '';
  return !/^\s*(?:[-*+#>|]|\d+[.)])/.test(lastLine) && lastLine.split(' ').length > 6;
}
