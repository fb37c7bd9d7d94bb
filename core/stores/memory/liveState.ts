import { randomUUID } from 'node:crypto';
import { Batches } from '../batches/batches';
import { Calibrations } from '../calibration/calibrations';
import type { StoredProfile } from '../profileStore';
import { Conversations } from '../redactions/conversations';
import { CachedResponses, type ProcessLimits } from '../responses/cachedResponses';
import { Sweep } from '../sweep';
import type { UserUsage } from '../usage/userUsage';

interface LiveStateOptions {
  /** May be those of another state. */
  readonly profiles?: Map<string, StoredProfile>;
  /** Those of memory when left out. */
  readonly responseLimits?: ProcessLimits;
}

/**
 * The state of all tenants as objects of this process. In Maps: user ids are data, never property names. Usage that no
 * longer counts is dropped bit by bit along with the writes of others, since core has no timers.
 */
export class LiveState {
  /** Tells this state from every other. */
  readonly id = randomUUID();
  readonly profiles: Map<string, StoredProfile>;
  readonly redactions = new Conversations();
  readonly calibrations = new Calibrations();
  readonly batches = new Batches();
  readonly responses: CachedResponses;
  readonly #usages = new Map<string, UserUsage>();
  readonly #sweep = new Sweep(this.#usages);

  constructor({ profiles = new Map(), responseLimits }: LiveStateOptions = {}) {
    this.profiles = profiles;
    this.responses = new CachedResponses(responseLimits);
  }

  get usages(): ReadonlyMap<string, UserUsage> {
    return this.#usages;
  }

  /** The user's usage without what no longer counts; undefined when there is none. */
  usageOf(userId: string, now: number): UserUsage | undefined {
    const usage = this.#usages.get(userId);
    usage?.expire(now);
    return usage;
  }

  addUsage(userId: string, usage: UserUsage, now: number): void {
    this.#sweep.onArrival((other, idle) => {
      this.#dropIfIdle(other, idle, now);
    });
    this.#usages.set(userId, usage);
  }

  dropUsage(userId: string): boolean {
    return this.#usages.delete(userId);
  }

  dropIdleUsages(now: number): void {
    for (const [userId, usage] of this.#usages) this.#dropIfIdle(userId, usage, now);
  }

  #dropIfIdle(userId: string, usage: UserUsage, now: number): void {
    usage.expire(now);
    if (usage.isIdle) this.#usages.delete(userId);
  }
}
