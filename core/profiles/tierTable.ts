import { z } from 'zod/v3';
import { InvalidParameterError, readParameter } from '../errors/invalidParameterError';
import { dollars, requests } from './read/limits';
import { TIER_LEVELS, TIER_PRESETS, type TierConfig, type TierLimits } from './tiers';

/** What a tier of one's own allows. All but the concurrency limit must be said: nothing is unlimited by omission. */
export type TierDefinition = Omit<TierLimits, 'concurrentRequests'> & Partial<TierLimits>;

const NAME = /^[A-Z0-9_-]{1,40}$/;

const definition = z
  .object(
    {
      requestsPerHour: requests,
      requestsPerDay: requests,
      dailyBudget: dollars,
      concurrentRequests: requests.default(null),
    },
    { invalid_type_error: 'an object of limits', required_error: 'an object of limits' },
  )
  .strict('made of requestsPerHour, requestsPerDay, dailyBudget and concurrentRequests');

/** The tiers that a name may mean; made by `defineTiers`. Names are compared after trimming, in upper case. */
export class TierTable {
  readonly #tiers: ReadonlyMap<string, TierConfig>;

  constructor(tiers: Iterable<TierConfig>) {
    this.#tiers = new Map([...tiers].map((tier) => [tier.name, tier]));
  }

  get names(): string[] {
    return [...this.#tiers.keys()];
  }

  find(name: unknown): TierConfig | undefined {
    if (typeof name !== 'string') return undefined;
    return this.#tiers.get(name) ?? this.#tiers.get(canonicalName(name));
  }

  /** @throws {InvalidParameterError} for a tier that is not in the table: nobody is moved to another tier in silence */
  get(name: unknown, parameter = 'tier'): TierConfig {
    const tier = this.find(name);
    if (tier) return tier;
    throw new InvalidParameterError(parameter, name, `one of ${this.names.join(', ')}`);
  }
}

/** FREE, STARTER, PRO, BUSINESS, ENTERPRISE. */
export const presetTiers = new TierTable(Object.values(TIER_PRESETS));

/**
 * The five presets and tiers of one's own, e.g.
 * `defineTiers({ GOLD: { requestsPerHour: 300, requestsPerDay: 3000, dailyBudget: 20 } })`.
 *
 * @throws {InvalidParameterError} for a limit out of bounds, a limit left out, a name that is not made of up to 40
 *   letters, digits, `_` and `-`, or one that is taken: a preset means the same wherever a profile is read
 */
export function defineTiers(definitions: Readonly<Record<string, TierDefinition>>): TierTable {
  const tiers = new Map<string, TierConfig>(TIER_LEVELS.map((level) => [level, TIER_PRESETS[level]]));
  for (const [given, limits] of Object.entries(definitions)) {
    const tier = readTier('tiers', given, limits);
    if (tiers.has(tier.name)) throw new InvalidParameterError('tiers', given, 'a name that is not taken');
    tiers.set(tier.name, tier);
  }
  return new TierTable(tiers.values());
}

/** @throws {InvalidParameterError} */
export function readTier(parameter: string, givenName: unknown, limits: unknown): TierConfig {
  const name = typeof givenName === 'string' ? canonicalName(givenName) : '';
  if (!NAME.test(name)) {
    throw new InvalidParameterError(parameter, givenName, 'a name of 1 to 40 letters, digits, "_" and "-"');
  }
  return Object.freeze({ name, ...readParameter(`${parameter}.${name}`, limits, definition) });
}

/** @throws {InvalidParameterError} */
export function readTierTable(given: unknown): TierTable {
  if (given instanceof TierTable) return given;
  throw new InvalidParameterError('tiers', given, 'a table made by defineTiers');
}

function canonicalName(name: string): string {
  return name.trim().toUpperCase();
}
