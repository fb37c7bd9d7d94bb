import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  difficultyOf,
  failureProbability,
  standardized,
  type DifficultyModel,
} from '../../../../../core/cascade/query/difficulty/difficulty';
import fitted from '../../../../../core/cascade/query/difficulty/difficulty.json';
import { FEATURES } from '../../../../../core/cascade/query/difficulty/features';
import { labelledQueries } from '../queries';

describe('difficultyOf', () => {
  it('is a probability, whatever it reads', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (query) => {
        const difficulty = difficultyOf(query);
        expect(difficulty).toBeGreaterThan(0);
        expect(difficulty).toBeLessThan(1);
      }),
    );
  });

  it('is low for ordinary queries, in every language', () => {
    const byLanguage = new Map<string, number[]>();
    for (const { language, query } of labelledQueries) {
      byLanguage.set(language, [...(byLanguage.get(language) ?? []), difficultyOf(query)]);
    }
    for (const difficulties of byLanguage.values()) {
      const mean = difficulties.reduce((sum, value) => sum + value, 0) / difficulties.length;
      expect(mean).toBeGreaterThan(0.15);
      expect(mean).toBeLessThan(0.4);
    }
  });

  it.each([
    [
      'What is the capital of France?',
      'If 7 men and 12 women need 5.5 days, how many days do 3 men, who do not rest, and 4 women need, given that a man does 1.5 times as much?',
    ],
    [
      'Who wrote Faust?',
      'Which of these statements is not false, if p is not less than 0.05 (two-sided) and n = 1,200?',
    ],
  ])('"%s" is easier than "%s"', (easy, hard) => {
    expect(difficultyOf(easy)).toBeLessThan(difficultyOf(hard));
  });

  it('has a weight for each feature and for nothing else', () => {
    expect(Object.keys(fitted.features).toSorted()).toEqual(FEATURES.toSorted());
  });
});

describe('failureProbability', () => {
  const only = (weight: number): DifficultyModel => ({
    intercept: -1,
    features: { ...fitted.features, numbers: { mean: 1, deviation: 2, weight } },
  });

  it('moves with a feature as its weight says', () => {
    const rise = failureProbability(only(1), new Map([['numbers', 3]]));
    const fall = failureProbability(only(-1), new Map([['numbers', 3]]));
    expect(Math.log(rise / (1 - rise)) - Math.log(fall / (1 - fall))).toBeCloseTo(2);
  });

  it('takes a missing feature for an average one', () => {
    expect(failureProbability(only(5), new Map())).toBe(failureProbability(only(-5), new Map()));
    expect(failureProbability(only(5), new Map())).toBe(
      failureProbability(only(5), new Map([['numbers', 1]])),
    );
  });
});

describe('standardized', () => {
  it('goes no farther than three deviations', () => {
    expect(standardized({ mean: 10, deviation: 2 }, 13)).toBe(1.5);
    expect(standardized({ mean: 10, deviation: 2 }, 1e9)).toBe(3);
    expect(standardized({ mean: 10, deviation: 2 }, -1e9)).toBe(-3);
    expect(standardized({ mean: 10, deviation: 0 }, 11)).toBe(0);
  });
});
