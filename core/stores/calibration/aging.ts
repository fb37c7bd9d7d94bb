import type { Calibration, Outcome } from '../calibrationStore';

/** What each outcome leaves of those before it: together they are worth 50 at most. */
export const LEFT_BY_EACH = 0.98;

/** Providers change models behind their names: what nobody confirms for a month is worth half. */
export const HALF_LIFE_MS = 30 * 86_400_000;

/** The calibration as it is worth at `now`; a clock that went back does not make it worth more. */
export function aged(calibration: Calibration, now: number): Calibration {
  const left = 0.5 ** (Math.max(0, now - calibration.updatedAt) / HALF_LIFE_MS);
  return {
    weight: calibration.weight * left,
    expected: calibration.expected * left,
    agreed: calibration.agreed * left,
    updatedAt: calibration.updatedAt,
  };
}

export function withOutcome(
  calibration: Calibration | undefined,
  { expected, agreed }: Pick<Outcome, 'expected' | 'agreed'>,
  now: number,
): Calibration {
  if (!calibration) return { weight: 1, expected, agreed, updatedAt: now };
  const before = aged(calibration, now);
  return {
    weight: before.weight * LEFT_BY_EACH + 1,
    expected: before.expected * LEFT_BY_EACH + expected,
    agreed: before.agreed * LEFT_BY_EACH + agreed,
    updatedAt: Math.max(now, before.updatedAt),
  };
}
