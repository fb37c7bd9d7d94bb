import { readTimestamp } from './read/timestamp';
import type { TierConfig } from './tiers';
import { readUserId } from './userId';
import { DEFAULTS, type UserProfile } from './userProfile';

interface Identity {
  readonly tierConfig: TierConfig;
  readonly userId: unknown;
  readonly createdAt: unknown;
}

/**
 * A profile in which nothing was chosen yet.
 *
 * @throws {InvalidParameterError}
 */
export function newProfile({ tierConfig, userId, createdAt }: Identity): UserProfile {
  return {
    userId: readUserId(userId),
    createdAt: readTimestamp('createdAt', createdAt),
    tier: tierConfig.name,
    tierConfig,
    ...DEFAULTS,
  };
}
