import { describe, expect, it } from '@jest/globals';
import type { Feature } from '../../../../core/cascade/query/difficulty/features';
import { fitDifficulty, logOddsOf } from '../../../../scripts/fit/routing/difficultyModel.mts';
import type { ReadQuestion } from '../../../../scripts/fit/routing/questions.mts';

function question(set: string, numbers: number, isFailed: boolean, isCorrectness = true): ReadQuestion {
  return {
    prompt: 'a question',
    set,
    subject: 'a field',
    isFailed,
    isCorrectness,
    features: new Map<Feature, number>([['numbers', numbers]]),
  };
}

/** In each set, a question with more numbers fails more often; the sets fail at different rates. */
const questions = ['graded', 'preferred'].flatMap((set, place) =>
  Array.from({ length: 600 }, (_, index) => {
    const numbers = index % 6;
    return question(set, numbers, Math.floor(index / 6) % 10 < numbers + 3 * place, place === 0);
  }),
);

describe('fitDifficulty', () => {
  const model = fitDifficulty(questions);

  it('finds what makes questions fail, and nothing else', () => {
    expect(model.features.numbers.weight).toBeGreaterThan(0.4);
    expect(model.features.brackets.weight).toBe(0);
  });

  it('keeps the rate of the sets whose answers were right or wrong', () => {
    const graded = questions.filter(({ set }) => set === 'graded');
    const expected = graded.reduce((sum, each) => sum + 1 / (1 + Math.exp(-logOddsOf(model, each))), 0);
    expect(expected / graded.length).toBeCloseTo(0.25, 1);
  });

  it('shrinks all log-odds alike', () => {
    const shrunk = fitDifficulty(questions, 0.5);
    for (const each of questions.slice(0, 6)) {
      expect(logOddsOf(shrunk, each)).toBeCloseTo(logOddsOf(model, each) / 2, 3);
    }
  });
});
