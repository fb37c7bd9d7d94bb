import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aged, HALF_LIFE_MS, withOutcome } from '../../../../core/stores/calibration/aging';
import type { Calibration } from '../../../../core/stores/calibrationStore';

const start: Calibration = { weight: 10, expected: 6, agreed: 4, updatedAt: 1_000_000 };

describe('a calibration', () => {
  it('is worth half after a month without an outcome, and its shares stay', () => {
    expect(aged(start, start.updatedAt)).toEqual(start);
    expect(aged(start, start.updatedAt + HALF_LIFE_MS)).toEqual({
      ...start,
      weight: 5,
      expected: 3,
      agreed: 2,
    });
    expect(aged(start, start.updatedAt + 3 * HALF_LIFE_MS).weight).toBe(1.25);
  });

  it('is not worth more when a clock goes back', () => {
    expect(aged(start, 0)).toEqual(start);
    expect(withOutcome(start, { expected: 1, agreed: 1 }, 0).updatedAt).toBe(start.updatedAt);
  });

  it('never holds more than it weighs, nor more than 50', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const outcomes = fc.array(fc.record({ expected: share, agreed: share, after: fc.nat(HALF_LIFE_MS) }));
    fc.assert(
      fc.property(outcomes, (given) => {
        let calibration: Calibration | undefined;
        let now = 0;
        for (const { after, ...outcome } of given) {
          now += after;
          calibration = withOutcome(calibration, outcome, now);
          expect(calibration.weight).toBeLessThanOrEqual(50);
          expect(calibration.expected).toBeLessThanOrEqual(calibration.weight + 1e-9);
          expect(calibration.agreed).toBeLessThanOrEqual(calibration.weight + 1e-9);
          expect(Math.min(calibration.expected, calibration.agreed)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
