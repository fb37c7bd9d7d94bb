import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { Contestant, Limits, LocalLimiter } from './contestant.mts';
import { ThreeWindows } from './threeWindows.mts';

const NAME = 'rate-limiter-flexible';

export const rateLimiterFlexible: Contestant<LocalLimiter> = {
  name: NAME,
  open: (limits) => new MemoryWindows(limits),
};

export function rateLimiterFlexibleOn(url: string, prefix: string): Contestant {
  return { name: NAME, open: (limits) => new RedisWindows(limits, new Redis(url), prefix) };
}

class MemoryWindows extends ThreeWindows<RateLimiterMemory> implements LocalLimiter {
  readonly #userIds = new Set<string>();

  constructor(limits: Limits) {
    super(limits, (window) => new RateLimiterMemory(window));
  }

  override userOf(userId: string) {
    this.#userIds.add(userId);
    return super.userOf(userId);
  }

  persisted(userId: string): string {
    const records = this.windows.map((window) => window.dump().storage.find(({ key }) => key === userId));
    return JSON.stringify(records.map((record) => [record?.value, record?.expiresAt]));
  }

  /** Deletes all: each user's windows hold a timer for as long as they last. */
  async close(): Promise<void> {
    for (const userId of this.#userIds) {
      await Promise.all(this.windows.map((window) => window.delete(userId)));
    }
  }
}

class RedisWindows extends ThreeWindows<RateLimiterRedis> {
  readonly #client: Redis;

  constructor(limits: Limits, client: Redis, prefix: string) {
    super(
      limits,
      (window) =>
        new RateLimiterRedis({ ...window, keyPrefix: prefix + window.keyPrefix, storeClient: client }),
    );
    this.#client = client;
  }

  close(): Promise<unknown> {
    return this.#client.quit();
  }
}
