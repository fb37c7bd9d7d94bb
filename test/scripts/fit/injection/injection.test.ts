import { describe, expect, it } from '@jest/globals';
import { groupsOf } from '../../../../scripts/fit/injection/nearDuplicates.mts';
import { fitRegression, product } from '../../../../scripts/fit/injection/sparseRegression.mts';

describe('groupsOf', () => {
  it('puts texts that share their wording into one group, also by way of a third', () => {
    const start = 'the quick brown fox jumps over the lazy dog near the river';
    const end = 'and then it sleeps until the sun goes down behind the hills';
    const [first, second, third, other] = groupsOf([
      start,
      end,
      `${start} ${end}`,
      'something else entirely',
    ]);
    expect(first).toBe(second);
    expect(third).toBe(first);
    expect(other).not.toBe(first);
  });
});

describe('fitRegression', () => {
  const vector = (slot: number) => ({ slots: Uint32Array.of(slot, 2), values: Float32Array.of(1, 1) });
  const examples = [0, 1].flatMap((slot) =>
    Array.from({ length: 20 }, () => ({ vector: vector(slot), isPositive: slot === 0, weight: 1 })),
  );

  it('tells apart what differs, and is the same each time', () => {
    const { bias, weights } = fitRegression(examples, 3);
    expect(bias + product(vector(0), weights)).toBeGreaterThan(1);
    expect(bias + product(vector(1), weights)).toBeLessThan(-1);
    expect(fitRegression(examples, 3)).toEqual({ bias, weights });
  });
});
