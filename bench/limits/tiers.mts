import type * as Core from '../../core/index.ts';
import type { Limits } from './contestants/contestant.mts';

const LEVELS = ['FREE', 'STARTER', 'PRO', 'BUSINESS'] as const;

export interface Tier {
  readonly name: string;
  readonly limits: Limits;
}

/** The tiers that have limits. @throws Error when one has none */
export function limitedTiers(core: typeof Core): readonly Tier[] {
  return LEVELS.map((name) => {
    const { requestsPerHour, requestsPerDay, dailyBudget } = core.TIER_PRESETS[name];
    if (requestsPerHour === null || requestsPerDay === null || dailyBudget === null) {
      throw new Error(`The tier ${name} has lost a limit.`);
    }
    return { name, limits: { requestsPerHour, requestsPerDay, dailyBudget } };
  });
}
