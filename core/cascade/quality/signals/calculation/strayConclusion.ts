import type { Signal } from '../../signal';
import { keyOf } from '../../calculation/quantities';

/** The draft ends with a number other than the one that its last calculation gave. */
export const strayConclusion: Signal = ({ calculation }) => {
  const last = calculation?.steps.at(-1);
  if (calculation?.conclusion === undefined || !last || keyOf(last.result) === calculation.conclusion)
    return undefined;
  return { strength: 1, reason: 'the draft ends with another number than it calculated' };
};
