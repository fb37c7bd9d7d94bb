import type { Signal } from '../signal';

const RUN = 5;
/** Lists repeat a little and songs have refrains; a model in a loop repeats most of what it says. */
const ORDINARY_SHARE = 0.25;
const ORDINARY_SHARE_OF_A_SONG = 0.5;
const LOOP_SHARE = 0.75;
const FEWEST_RUNS = 12;

/** The model repeats itself: too many of its five-word runs have stood before. */
export const repetition: Signal = ({ words, domain }) => {
  const runs = words.length - RUN + 1;
  if (runs < FEWEST_RUNS) return undefined;
  const seen = new Set<string>();
  for (let start = 0; start < runs; start++) seen.add(words.slice(start, start + RUN).join(' '));
  const repeated = 1 - seen.size / runs;
  const ordinary = domain === 'creative' ? ORDINARY_SHARE_OF_A_SONG : ORDINARY_SHARE;
  if (repeated <= ordinary) return undefined;
  const strength = Math.min(1, (repeated - ordinary) / (LOOP_SHARE - ordinary));
  return { strength, reason: 'the draft repeats itself' };
};
