import { describe, expect, it } from '@jest/globals';
import { decisionsOf, fitLogisticRegression } from '../../../scripts/fit/linear/logisticRegression.mts';
import { randomNumbers } from '../../../scripts/fit/linear/random.mts';

const random = randomNumbers(5);
const POINTS = Array.from({ length: 60 }, () => [random() * 2 - 1, random() * 2 - 1] as const);
const isAbove = ([x, y]: readonly [number, number]): boolean => x + y > 0.1;
const likeness = POINTS.map(([a, b]) => Float64Array.from(POINTS, ([c, d]) => a * c + b * d + 1));
const examples = POINTS.map((point, row) => ({ row, isPositive: isAbove(point), weight: 5 }));

describe('fitLogisticRegression', () => {
  it('separates what a straight line separates', () => {
    const decisions = decisionsOf(likeness, fitLogisticRegression(likeness, examples));
    const right = POINTS.filter((point, row) => (decisions[row] ?? 0) > 0 === isAbove(point));
    expect(right.length).toBeGreaterThanOrEqual(58);
  });

  it('ends where the gradient of the regularised likelihood is zero', () => {
    const coefficients = fitLogisticRegression(likeness, examples);
    const decisions = decisionsOf(likeness, coefficients);
    for (const { row, isPositive, weight } of examples) {
      const decision = decisions[row] ?? 0;
      const expected = isPositive ? weight / (1 + Math.exp(decision)) : -weight / (1 + Math.exp(-decision));
      expect(coefficients[row]).toBeCloseTo(expected, 1);
    }
  });

  it('gives what it was not shown no coefficient', () => {
    const coefficients = fitLogisticRegression(likeness, examples.slice(0, 40));
    expect([...coefficients.slice(40)].every((value) => value === 0)).toBe(true);
  });

  it('gives the same result each time', () => {
    expect(fitLogisticRegression(likeness, examples)).toEqual(fitLogisticRegression(likeness, examples));
  });
});
