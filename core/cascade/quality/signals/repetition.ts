import type { Signal } from '../signal';

const RUN = 5;
/** Lists and refrains repeat a little; a model in a loop repeats most of what it says. */
const ORDINARY_SHARE = 0.25;
const FEWEST_RUNS = 20;

/** The model repeats itself: too many of its five-word runs have stood before. */
export const repetition: Signal = ({ words }) => {
  const runs = words.length - RUN + 1;
  if (runs < FEWEST_RUNS) return undefined;
  const seen = new Set<string>();
  for (let start = 0; start < runs; start++) seen.add(words.slice(start, start + RUN).join(' '));
  const repeated = 1 - seen.size / runs;
  if (repeated <= ORDINARY_SHARE) return undefined;
  const strength = Math.min(1, (repeated - ORDINARY_SHARE) / (0.75 - ORDINARY_SHARE));
  return { strength, reason: 'the draft repeats itself' };
};
