import { describe, expect, it } from '@jest/globals';
import { randomNumbers } from '../../../../scripts/fit/linear/random.mts';
import { fitWeights, type Example, type WeightPrior } from '../../../../scripts/fit/quality/fitWeights.mts';

const FREE: WeightPrior = { mean: 0, precision: 1e-4, least: -Infinity, most: Infinity };

/** Drafts whose odds follow these weights; the last is the intercept. */
function drawn(weights: readonly number[], count: number): Example[] {
  const random = randomNumbers(1);
  return Array.from({ length: count }, () => {
    const inputs = weights.slice(0, -1).map(() => Number(random() < 0.5));
    const logOdds = [...inputs, 1].reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
    return { inputs, own: [1], quality: Number(random() < 1 / (1 + Math.exp(-logOdds))), weight: 1 };
  });
}

describe('fitWeights', () => {
  it('finds the weights that the drafts follow', () => {
    const weights = [-2, 1, 0.5];
    const fitted = fitWeights(drawn(weights, 20_000), [FREE, FREE, FREE]);
    fitted.forEach((weight, index) => {
      expect(weight).toBeCloseTo(weights[index] ?? 0, 0.9);
    });
  });

  it('keeps to the prior of what no draft shows', () => {
    const prior = { ...FREE, mean: -5, precision: 4 };
    const examples = drawn([-2, 0.5], 500).map((example) => ({ ...example, inputs: [...example.inputs, 0] }));
    expect(fitWeights(examples, [FREE, prior, FREE])[1]).toBeCloseTo(-5, 6);
  });

  it('passes no bound, and fits the others to it', () => {
    const fitted = fitWeights(drawn([1.5, 1, 0.2], 2_000), [{ ...FREE, most: 0 }, FREE, FREE]);
    expect(fitted[0]).toBe(0);
    expect(fitted[1]).toBeGreaterThan(0.7);
  });

  it('counts drafts by their weight', () => {
    const draft = { inputs: [], own: [1] };
    const fitted = fitWeights(
      [
        { ...draft, quality: 1, weight: 3 },
        { ...draft, quality: 0, weight: 1 },
      ],
      [FREE],
    );
    expect(fitted[0]).toBeCloseTo(Math.log(3), 3);
  });
});
