import type * as Core from '../../../core/index.ts';
import type { Answer, Contestant, LocalLimiter, Limits, User } from './contestant.mts';

const NAME = 'cascadeflow';

export function cascadeflow(core: typeof Core): Contestant<LocalLimiter> {
  return {
    name: NAME,
    open: (limits, clock) => new OwnLimiter(core, limits, new core.MemoryStore({ clock }), clock),
  };
}

export function cascadeflowOn(core: typeof Core, url: string, prefix: string): Contestant {
  return { name: NAME, open: (limits) => new OwnLimiter(core, limits, new core.RedisStore({ url, prefix })) };
}

class OwnLimiter implements LocalLimiter {
  readonly #core: typeof Core;
  readonly #limits: Limits;
  readonly #store: Core.Store;
  readonly #limiter: Core.RateLimiter;

  constructor(core: typeof Core, limits: Limits, store: Core.Store, clock?: Core.Clock) {
    this.#core = core;
    this.#limits = limits;
    this.#store = store;
    this.#limiter = new core.RateLimiter({ store, clock });
  }

  userOf(userId: string): User {
    const profile = this.#core.createUserProfile('ENTERPRISE', userId, {
      customRequestsPerHour: this.#limits.requestsPerHour,
      customRequestsPerDay: this.#limits.requestsPerDay,
      customDailyBudget: this.#limits.dailyBudget,
      customConcurrency: this.#limits.concurrentRequests,
    });
    return new OwnUser(this.#limiter, profile);
  }

  async persisted(userId: string): Promise<string> {
    return JSON.stringify((await this.#store.exportUser(userId))?.usage ?? null);
  }

  close() {
    return this.#store.close();
  }
}

class OwnUser implements User {
  readonly #limiter: Core.RateLimiter;
  readonly #profile: Core.UserProfile;

  constructor(limiter: Core.RateLimiter, profile: Core.UserProfile) {
    this.#limiter = limiter;
    this.#profile = profile;
  }

  look(costUsd: number) {
    return this.#limiter.checkRateLimit(this.#profile, costUsd);
  }

  async admit(costUsd: number): Promise<Answer> {
    const decision = await this.#limiter.reserve(this.#profile, costUsd);
    if (!decision.allowed) return { allowed: false, retryAfterMs: decision.retryAfterMs ?? undefined };
    const { reservationId } = decision;
    return { allowed: true, settle: (settledUsd) => this.#limiter.settle(reservationId, settledUsd) };
  }
}
