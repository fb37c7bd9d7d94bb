/** The tiers that are always there, smallest first. */
export const TIER_LEVELS = ['FREE', 'STARTER', 'PRO', 'BUSINESS', 'ENTERPRISE'] as const;

export type TierLevel = (typeof TIER_LEVELS)[number];

/** What a user may use; null = unlimited. */
export interface TierLimits {
  /** In any sliding hour. */
  readonly requestsPerHour: number | null;
  /** In any sliding day. */
  readonly requestsPerDay: number | null;
  /** US dollars in any sliding day. */
  readonly dailyBudget: number | null;
  /** At the same time. */
  readonly concurrentRequests: number | null;
}

export interface TierConfig extends TierLimits {
  readonly name: string;
}

export const TIER_PRESETS: Readonly<Record<TierLevel, TierConfig>> = Object.freeze({
  FREE: preset('FREE', 10, 100, 0.1),
  STARTER: preset('STARTER', 100, 1_000, 5),
  PRO: preset('PRO', 500, 5_000, 50),
  BUSINESS: preset('BUSINESS', 2_000, 20_000, 200),
  ENTERPRISE: preset('ENTERPRISE', null, null, null),
});

function preset(
  name: TierLevel,
  requestsPerHour: number | null,
  requestsPerDay: number | null,
  dailyBudget: number | null,
): TierConfig {
  return Object.freeze({ name, requestsPerHour, requestsPerDay, dailyBudget, concurrentRequests: null });
}
