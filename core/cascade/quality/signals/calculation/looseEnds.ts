import type { Signal } from '../../signal';
import { keyOf } from '../../calculation/quantities';

const MANY = 2;

/** The draft calculates numbers that it never uses again. */
export const looseEnds: Signal = ({ calculation }) => {
  if (!calculation) return undefined;
  const { steps, conclusion } = calculation;
  const usedLater = new Set<number | undefined>([conclusion]);
  let loose = 0;
  for (const { operands, result } of steps.toReversed()) {
    const key = keyOf(result);
    if (!usedLater.has(key) && usedLater.size > 1) loose += 1;
    usedLater.add(key);
    for (const operand of operands) usedLater.add(keyOf(operand));
  }
  if (loose === 0) return undefined;
  return { strength: Math.min(1, loose / MANY), reason: 'the draft calculates numbers that it does not use' };
};
