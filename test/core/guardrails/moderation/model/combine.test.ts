import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MODERATION_CATEGORIES } from '../../../../../core/guardrails/moderation/categories';
import { ANY_OUTPUT, combine } from '../../../../../core/guardrails/moderation/model/combine';

const calibration = {
  lines: new Map(MODERATION_CATEGORIES.map((category) => [category, { slope: 1, offset: -1 }])),
  any: { slopeOfAny: 1, slopeOfLikeliest: 0.5, offset: 0.25 },
};
const logit = fc.double({ min: -30, max: 30, noNaN: true });
const logits = fc
  .tuple(logit, ...MODERATION_CATEGORIES.map(() => logit))
  .map(
    ([any, ...rest]) =>
      new Map([[ANY_OUTPUT, any], ...MODERATION_CATEGORIES.map((c, i) => [c, rest[i] ?? 0] as const)]),
  );

describe('combine', () => {
  it('makes the odds of harm the score of the likeliest category', () => {
    const { harm, scores } = combine(
      new Map([
        [ANY_OUTPUT, 2],
        ['violence', 3],
      ]),
      calibration,
    );
    expect(harm).toBeCloseTo(1 / (1 + Math.exp(-(2 + 0.5 * 2 + 0.25))));
    expect(scores.violence).toBe(harm);
    expect(scores.hate).toBeLessThan(harm);
  });

  it('keeps scores between 0 and 1, the highest as high as the harm', () => {
    fc.assert(
      fc.property(logits, (given) => {
        const { harm, scores } = combine(given, calibration);
        const values = Object.values(scores);
        expect(Math.max(...values)).toBeCloseTo(harm, 12);
        expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
      }),
    );
  });
});
