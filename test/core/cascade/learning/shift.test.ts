import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shifted, shiftOf } from '../../../../core/cascade/learning/shift';

const outcomes = (weight: number, expected: number, agreed: number) => ({
  weight,
  expected: expected * weight,
  agreed: agreed * weight,
  updatedAt: 0,
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const calibration = fc
  .tuple(fc.double({ min: 0.001, max: 50, noNaN: true }), share, share)
  .map(([weight, expected, agreed]) => outcomes(weight, expected, agreed));
const maybe = fc.option(calibration, { nil: undefined });

describe('a shift', () => {
  it('is nothing while nothing is known, nor when all came as expected', () => {
    expect(shiftOf(undefined, undefined)).toBe(0);
    expect(shiftOf(outcomes(50, 0.4, 0.4), outcomes(50, 0.4, 0.4))).toBeCloseTo(0, 12);
  });

  it('is small after few outcomes, and grows with them towards what they say', () => {
    const after = [1, 10, 50].map((weight) => shiftOf(outcomes(weight, 0.7, 0.4), undefined));
    const told = Math.log(0.4 / 0.6) - Math.log(0.7 / 0.3);
    expect(after[0]).toBeGreaterThan(-0.1);
    expect(after[1]).toBeLessThan(after[0] ?? 0);
    expect(after[2]).toBeLessThan(after[1] ?? 0);
    expect(after[2]).toBeGreaterThan(told);
  });

  it('is that of the model in a domain without outcomes, and its own in one with many', () => {
    const overall = outcomes(50, 0.6, 0.4);
    const ofModel = shiftOf(overall, undefined);
    expect(shiftOf(overall, outcomes(0.001, 0.6, 1))).toBeCloseTo(ofModel, 3);
    expect(shiftOf(overall, outcomes(50, 0.6, 0.9))).toBeGreaterThan(0);
    expect(shiftOf(overall, outcomes(50, 0.6, 0.4))).toBeLessThan(ofModel);
  });

  it('stays between -1.5 and 1.5, whatever came', () => {
    fc.assert(
      fc.property(maybe, maybe, (overall, inDomain) => {
        expect(Math.abs(shiftOf(overall, inDomain))).toBeLessThanOrEqual(1.5);
      }),
    );
  });

  it('moves a confidence within 0..1, keeps their order, and what is certain', () => {
    fc.assert(
      fc.property(share, share, fc.double({ min: -1.5, max: 1.5, noNaN: true }), (one, other, shift) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((given) =>
          shifted(given, shift),
        );
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(high).toBeGreaterThanOrEqual(low ?? 1);
      }),
    );
    expect([0, 0.5, 1].map((given) => shifted(given, 0))).toEqual([0, 0.5, 1]);
    expect([0, 1].map((given) => shifted(given, -1))).toEqual([0, 1]);
  });
});
