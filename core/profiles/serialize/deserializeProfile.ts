import { InvalidParameterError } from '../../errors/invalidParameterError';
import { systemClock, type Clock } from '../../time/clock';
import { applyOptions } from '../applyOptions';
import { newProfile } from '../newProfile';
import { presetTiers, readTier, readTierTable, type TierTable } from '../tierTable';
import type { TierConfig, TierLimits } from '../tiers';
import type { UserProfile } from '../userProfile';
import { columnValue, limitValue } from './columnValues';
import { fieldsOf, valueOf, type Fields } from './fields';
import { objectIn } from './json';

export interface DeserializeOptions {
  /** The presets when left out; see `defineTiers`. A tier that is defined here goes before its stored limits. */
  tiers?: TierTable;
  /** The tier of a row that names none. Without it, such a row is an error; an unknown tier always is. */
  defaultTier?: string;
  /** Whose profile it is when the row does not say. */
  userId?: string;
  /** Gives the `createdAt` of a row without one. */
  clock?: Clock;
}

/**
 * Reads a profile that `serializeProfile` wrote, now or in an older version, or a row of a database.
 *
 * Takes an object or its JSON text, names in camelCase or snake_case, and unknown ones are left alone. A row without a
 * version has the options of `createUserProfile` as its columns (`user_id`, `tier`, `custom_requests_per_hour`...):
 * NULL and empty texts are not set, `unlimited` is no limit; numbers, booleans, lists and objects may come as text.
 *
 * @throws {InvalidParameterError} for an unknown version or tier, or a value out of its bounds
 */
export function deserializeProfile(given: unknown, options: DeserializeOptions = {}): UserProfile {
  const row = objectIn(given);
  if (!row) throw new InvalidParameterError('profile', given, 'an object or the JSON text of one');
  return profileOf(fieldsOf(row), options);
}

/** @throws {InvalidParameterError} */
export function profileOf(fields: Fields, options: DeserializeOptions): UserProfile {
  const value: Fields = (name) => columnValue(name, fields(name));
  const { tiers = presetTiers, clock = systemClock } = options;
  const profile = newProfile({
    userId: value('userId') ?? options.userId,
    createdAt: value('createdAt') ?? new Date(clock.now()),
    tierConfig: tierOf(value('tier') ?? options.defaultTier, value('tierConfig'), readTierTable(tiers)),
  });
  return applyOptions(profile, value);
}

/** A tier that only the writer had defined comes with its limits. */
function tierOf(name: unknown, stored: unknown, tiers: TierTable): TierConfig {
  const limits = objectIn(stored);
  return tiers.find(name) ?? (limits ? readTier('tier', name, tierLimitsIn(limits)) : tiers.get(name));
}

function tierLimitsIn(limits: object): Record<keyof TierLimits, unknown> {
  const value = (name: keyof TierLimits) => limitValue(valueOf(limits, name));
  return {
    requestsPerHour: value('requestsPerHour'),
    requestsPerDay: value('requestsPerDay'),
    dailyBudget: value('dailyBudget'),
    concurrentRequests: value('concurrentRequests'),
  };
}
