import { systemClock, type Clock } from '../time/clock';
import { applyOptions } from './applyOptions';
import { newProfile } from './newProfile';
import type { ProfileOptions } from './profileOptions';
import { refuseUnknownNames } from './read/knownNames';
import { profileOptionNames } from './read/profileOptions';
import { presetTiers, readTierTable, type TierTable } from './tierTable';
import type { UserProfile } from './userProfile';

export interface CreateProfileOptions extends ProfileOptions {
  /** Now when left out. A text without an offset is taken as UTC. */
  createdAt?: string | Date;
  /** The presets when left out; see `defineTiers`. */
  tiers?: TierTable;
  clock?: Clock;
}

const optionNames = new Set(profileOptionNames);
const createNames = new Set([...profileOptionNames, 'createdAt', 'tiers', 'clock']);

/**
 * A profile of a user, e.g. `createUserProfile('PRO', 'user-123', { preferredModels: ['gpt-4o'] })`.
 *
 * @param tier FREE, STARTER, PRO, BUSINESS, ENTERPRISE, or one of `options.tiers`
 * @param userId 1 to 256 characters, not blank
 * @throws {InvalidParameterError} for an unknown tier, an unknown option, or a value out of its bounds
 */
export function createUserProfile(
  tier: string,
  userId: string,
  options: CreateProfileOptions = {},
): UserProfile {
  refuseUnknownNames('options', options, createNames);
  const { tiers = presetTiers, clock = systemClock } = options;
  const tierConfig = readTierTable(tiers).get(tier);
  const createdAt = options.createdAt ?? new Date(clock.now());
  return applyOptions(newProfile({ tierConfig, userId, createdAt }), (name) => options[name]);
}

/**
 * The profile with what is given changed and all else as it was.
 *
 * @throws {InvalidParameterError}
 */
export function updateProfile(profile: UserProfile, options: ProfileOptions): UserProfile {
  refuseUnknownNames('options', options, optionNames);
  return applyOptions(profile, (name) => options[name]);
}

/**
 * The profile in another tier; limits of the user's own stay.
 *
 * @throws {InvalidParameterError} for an unknown tier
 */
export function changeTier(profile: UserProfile, tier: string, tiers: TierTable = presetTiers): UserProfile {
  const tierConfig = readTierTable(tiers).get(tier);
  return Object.freeze({ ...profile, tier: tierConfig.name, tierConfig });
}
