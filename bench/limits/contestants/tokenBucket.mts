import { RateLimiter } from 'limiter';
import type { Answer, Contestant, Limits, LocalLimiter, Refused, User } from './contestant.mts';

const TOKENS_A_DOLLAR = 1_000_000;

/** limiter: a token bucket a limit and user, which a caller keeps by user id. It cannot correct a cost. */
export const tokenBucket: Contestant<LocalLimiter> = {
  name: 'limiter',
  open: (limits) => new Buckets(limits),
};

type UserBuckets = readonly [hour: RateLimiter, day: RateLimiter, budget: RateLimiter];

class Buckets implements LocalLimiter {
  readonly #limits: Limits;
  readonly #buckets = new Map<string, UserBuckets>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  userOf(userId: string): User {
    return new BucketsUser(() => this.#bucketsOf(userId));
  }

  persisted(userId: string): string {
    return JSON.stringify(this.#bucketsOf(userId));
  }

  close(): void {
    this.#buckets.clear();
  }

  #bucketsOf(userId: string): UserBuckets {
    const known = this.#buckets.get(userId);
    if (known !== undefined) return known;
    const { requestsPerHour, requestsPerDay, dailyBudget } = this.#limits;
    const buckets: UserBuckets = [
      new RateLimiter({ tokensPerInterval: requestsPerHour, interval: 'hour' }),
      new RateLimiter({ tokensPerInterval: requestsPerDay, interval: 'day' }),
      new RateLimiter({ tokensPerInterval: tokensOf(dailyBudget), interval: 'day' }),
    ];
    this.#buckets.set(userId, buckets);
    return buckets;
  }
}

class BucketsUser implements User {
  readonly #buckets: () => UserBuckets;

  constructor(buckets: () => UserBuckets) {
    this.#buckets = buckets;
  }

  look(costUsd: number): Refused | undefined {
    return refusalBy(this.#buckets(), tokensOf(costUsd));
  }

  admit(costUsd: number): Answer {
    const [hour, day, budget] = this.#buckets();
    const tokens = tokensOf(costUsd);
    const refusal = refusalBy([hour, day, budget], tokens);
    if (refusal !== undefined) return refusal;
    hour.tryRemoveTokens(1);
    day.tryRemoveTokens(1);
    budget.tryRemoveTokens(tokens);
    return { allowed: true, settle: () => undefined };
  }
}

function refusalBy([hour, day, budget]: UserBuckets, tokens: number): Refused | undefined {
  const waitMs = Math.max(hour.getWaitTime(1), day.getWaitTime(1), budget.getWaitTime(tokens));
  return waitMs === 0 ? undefined : { allowed: false, retryAfterMs: waitMs };
}

function tokensOf(usd: number): number {
  return Math.round(usd * TOKENS_A_DOLLAR);
}
