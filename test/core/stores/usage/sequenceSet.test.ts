import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SequenceSet } from '../../../../core/stores/usage/sequenceSet';

const numbersOf = (set: SequenceSet) =>
  [...set.runs()].flatMap(({ start, length }) => Array.from({ length }, (_, index) => start + index));

const holding = (...numbers: readonly number[]) => {
  const set = new SequenceSet(10);
  for (const number of numbers) set.add(number);
  return set;
};

describe('a set of ascending numbers', () => {
  it('keeps neighbours as one run', () => {
    expect([...holding(1, 2, 3, 7, 8).runs()]).toEqual([
      { start: 1, length: 3 },
      { start: 7, length: 2 },
    ]);
  });

  it.each([
    [5, [6, 7]],
    [6, [5, 7]],
    [7, [5, 6]],
  ])('gives up %i of a run', (number, left) => {
    const set = holding(5, 6, 7);
    expect(set.delete(number)).toBe(true);
    expect(numbersOf(set)).toEqual(left);
    expect(set.delete(number)).toBe(false);
  });

  it.each([0, 4, 8, -1, Infinity, NaN])('does not have %d', (number) => {
    const set = holding(1, 2, 3, 5, 6, 7);
    expect(set.delete(number)).toBe(false);
    expect(numbersOf(set)).toEqual([1, 2, 3, 5, 6, 7]);
  });

  it('forgets what is below a number, also in the middle of a run', () => {
    const set = holding(1, 3, 4, 5, 9);
    set.deleteBelow(4);
    expect(numbersOf(set)).toEqual([4, 5, 9]);
  });

  it('forgets its lowest run when it has too many, be it by a number more or by one less', () => {
    const set = new SequenceSet(2);
    for (const number of [1, 3, 5, 6, 7]) set.add(number);
    expect(numbersOf(set)).toEqual([3, 5, 6, 7]);
    set.delete(6);
    expect(numbersOf(set)).toEqual([5, 7]);
  });

  it('goes on from the runs of another', () => {
    const set = holding(1, 2, 5);
    expect(numbersOf(new SequenceSet(10, set.runs()))).toEqual([1, 2, 5]);
  });
});

type Step =
  | { readonly kind: 'add'; readonly skip: number }
  | { readonly kind: 'delete'; readonly number: number }
  | { readonly kind: 'deleteBelow'; readonly limit: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('add'),
      skip: fc.oneof(
        fc.constant(1),
        fc.nat(3).map((skip) => skip + 1),
      ),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('delete'), number: fc.nat(200) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deleteBelow'), limit: fc.nat(200) }) },
);

it('is a set, whatever is added and deleted', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 200, size: 'max' }), (steps) => {
      const set = new SequenceSet(1_000);
      const plain = new Set<number>();
      let highest = 0;
      for (const step of steps) {
        if (step.kind === 'add') {
          highest += step.skip;
          set.add(highest);
          plain.add(highest);
        } else if (step.kind === 'delete') {
          expect(set.delete(step.number)).toBe(plain.delete(step.number));
        } else {
          set.deleteBelow(step.limit);
          for (const number of plain) if (number < step.limit) plain.delete(number);
        }
        expect(numbersOf(set)).toEqual([...plain]);
      }
    }),
  );
});

it('never has more runs than it may, nor a number that was not added or was deleted', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 200, size: 'max' }), (steps) => {
      const set = new SequenceSet(5);
      const plain = new Set<number>();
      let highest = 0;
      for (const step of steps) {
        if (step.kind === 'add') set.add((highest += step.skip));
        if (step.kind === 'add') plain.add(highest);
        if (step.kind === 'delete' && set.delete(step.number)) plain.delete(step.number);
        expect(set.size).toBeLessThanOrEqual(5);
        expect(numbersOf(set).filter((number) => !plain.has(number))).toEqual([]);
      }
    }),
  );
});
