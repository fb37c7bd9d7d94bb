import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';
import { systemClock, type Clock } from '../../time/clock';
import { changeTier, createUserProfile, updateProfile } from '../createUserProfile';
import type { ProfileOptions } from '../profileOptions';
import { saying } from '../../errors/saying';
import { presetTiers, readTierTable, type TierTable } from '../tierTable';
import { readUserId } from '../userId';
import type { UserProfile } from '../userProfile';
import { ProfileSource, type ProfileSourceOptions } from './profileSource';
import { TtlCache } from './ttlCache';
import { Turns } from './turns';
import { withinTime, type TimeBound } from './withinTime';

export interface UserProfileManagerOptions extends ProfileSourceOptions {
  /** The tier of users who are unknown, or whose row names none. FREE when left out. */
  defaultTier?: string;
  /** The presets when left out; see `defineTiers`. */
  tiers?: TierTable;
  /** How long a profile is used before it is loaded again, in milliseconds: a minute when left out, 0 = not at all. */
  ttlMs?: number;
  /** The most profiles to keep; beyond it, the one that was not used for longest goes. 10,000 when left out. */
  maxEntries?: number;
  /** How long to wait for a profile to be loaded, saved or removed, in milliseconds: 5,000 when left out. */
  timeoutMs?: number;
  clock?: Clock;
}

/**
 * Profiles by user, from a store or a database of one's own. Keeps those in use for a while, loads each only once
 * however many ask for it at the same time, and takes an unknown user for one of the default tier, without saving
 * that. Changes to the same user follow one another; between processes, the last one wins.
 */
export class UserProfileManager {
  readonly #source: ProfileSource;
  readonly #cache: TtlCache<UserProfile>;
  readonly #bound: TimeBound;
  readonly #tiers: TierTable;
  readonly #defaultTier: string;
  readonly #turns = new Turns();
  readonly #loads = new Map<string, Promise<UserProfile>>();
  /** Users who were changed while they were being loaded. */
  readonly #outdated = new Set<string>();

  /** @throws {InvalidParameterError} */
  constructor(options: UserProfileManagerOptions = {}) {
    const { clock = systemClock } = options;
    this.#tiers = readTierTable(options.tiers ?? presetTiers);
    this.#defaultTier = this.#tiers.get(options.defaultTier ?? 'FREE', 'defaultTier').name;
    this.#source = new ProfileSource(options, { tiers: this.#tiers, defaultTier: this.#defaultTier, clock });
    this.#bound = { clock, timeoutMs: readParameter('timeoutMs', options.timeoutMs ?? 5_000, timeout) };
    this.#cache = new TtlCache({
      clock,
      ttlMs: readParameter('ttlMs', options.ttlMs ?? 60_000, ttl),
      maxEntries: readParameter('maxEntries', options.maxEntries ?? 10_000, entries),
    });
  }

  /**
   * @throws {InvalidParameterError} for a user id, or a loaded profile, that is not allowed
   * @throws {CascadeError} `PROFILE_TIMEOUT`
   * @throws whatever the store or `load` throws; a failed load is not remembered
   */
  async getProfile(userId: string): Promise<UserProfile> {
    const id = readUserId(userId);
    return this.#cache.get(id) ?? this.#loadOnce(id);
  }

  /** Creates or replaces the profile. */
  async saveProfile(profile: UserProfile): Promise<void> {
    const id = readUserId(profile.userId);
    await this.#turns.take(id, () => this.#save(profile));
  }

  /** Changes what is given. An unknown user starts from the default tier. */
  async updateProfile(userId: string, options: ProfileOptions): Promise<UserProfile> {
    return this.#change(userId, (profile) => updateProfile(profile, options));
  }

  /** An unknown user is one from now on. */
  async changeTier(userId: string, tier: string): Promise<UserProfile> {
    return this.#change(userId, (profile) => changeTier(profile, tier, this.#tiers));
  }

  /** True when there was one. */
  async deleteProfile(userId: string): Promise<boolean> {
    const id = readUserId(userId);
    return this.#turns.take(id, () =>
      withinTime('Removing a profile', this.#bound, (signal) => this.#source.remove(id, signal)).finally(
        () => {
          this.invalidate(id);
        },
      ),
    );
  }

  /** Forgets what is cached, because the profile was changed by somebody else. */
  invalidate(userId: string): void {
    this.#cache.delete(userId);
    if (this.#loads.has(userId)) this.#outdated.add(userId);
  }

  #loadOnce(id: string): Promise<UserProfile> {
    const running = this.#loads.get(id);
    if (running) return running;
    const load = withinTime('Loading a profile', this.#bound, (signal) =>
      this.#loadCurrent(id, signal),
    ).finally(() => {
      if (this.#loads.get(id) === load) this.#endLoad(id);
    });
    this.#loads.set(id, load);
    return load;
  }

  /** Loads until nobody changed the profile meanwhile. */
  async #loadCurrent(id: string, signal: AbortSignal): Promise<UserProfile> {
    for (;;) {
      this.#outdated.delete(id);
      const loaded = await this.#load(id, signal);
      signal.throwIfAborted();
      const saved = this.#cache.get(id);
      if (!saved && this.#outdated.has(id)) continue;
      // In the same instant: whoever asks after the next change must not be given this profile.
      this.#endLoad(id);
      if (!saved) this.#cache.set(id, loaded);
      return saved ?? loaded;
    }
  }

  #endLoad(id: string): void {
    this.#loads.delete(id);
    this.#outdated.delete(id);
  }

  async #load(id: string, signal: AbortSignal): Promise<UserProfile> {
    const { clock } = this.#bound;
    const known = await this.#source.load(id, signal);
    return known ?? createUserProfile(this.#defaultTier, id, { tiers: this.#tiers, clock });
  }

  /** What is cached may be older than a change that another process made: a change starts from what is saved. */
  async #change(userId: string, change: (profile: UserProfile) => UserProfile): Promise<UserProfile> {
    const id = readUserId(userId);
    return this.#turns.take(id, async () => {
      const changed = change(
        await withinTime('Loading a profile', this.#bound, (signal) => this.#load(id, signal)),
      );
      await this.#save(changed);
      return changed;
    });
  }

  /** Whether a save that failed was done is unknown: then, too, what is cached is no longer to be trusted. */
  async #save(profile: UserProfile): Promise<void> {
    await withinTime('Saving a profile', this.#bound, (signal) => this.#source.save(profile, signal)).finally(
      () => {
        this.invalidate(profile.userId);
      },
    );
    this.#cache.set(profile.userId, profile);
  }
}

const DAY_MS = 86_400_000;

const ttl = between(0, DAY_MS, 'a number of milliseconds');
const timeout = between(1, DAY_MS, 'a number of milliseconds');
const entries = between(1, 1_000_000, 'a whole number').int('a whole number');

function between(least: number, most: number, kind: string) {
  const allowed = `${kind} from ${String(least)} to ${String(most)}`;
  return z.number(saying(allowed)).min(least, allowed).max(most, allowed);
}
