import { z } from 'zod/v3';
import { CascadeError } from '../../errors/cascadeError';
import { readParameter } from '../../errors/invalidParameterError';
import { readId } from '../../errors/readId';
import { saying } from '../../errors/saying';
import type { Awaitable } from '../../stores/awaitable';
import type { ResponseCacheStore } from '../../stores/responseCacheStore';
import { systemClock, type Clock } from '../../time/clock';
import { withTimeLimit } from '../../time/withTimeLimit';
import { readAnswer, type StoredAnswer } from './storedAnswer';

export interface ResponseCacheOptions {
  readonly store: ResponseCacheStore;
  /** Whose answers they are. Those that are nobody's are kept apart from those of every user. */
  readonly userId?: string | undefined;
  /** How long an answer may be given again, in ms: from a second to 30 days; an hour when left out. */
  readonly ttlMs?: number | undefined;
  /** The system's when left out. */
  readonly clock?: Clock | undefined;
}

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
const DEFAULT_TTL_MS = 3_600_000;

/** Nobody waits longer for what would merely be a saving. */
const PATIENCE_MS = 1_000;

const ttlAllowed = `a whole number of milliseconds from ${String(SECOND_MS)} to ${String(30 * DAY_MS)}`;
const ttl = z
  .number(saying(ttlAllowed))
  .int(ttlAllowed)
  .min(SECOND_MS, ttlAllowed)
  .max(30 * DAY_MS, ttlAllowed);

/** No user id is empty. */
const NOBODY = '';

/** The answers of one tenant that may be given again, in a store. A store that fails is an empty one. */
export class ResponseCache {
  readonly clock: Clock;
  readonly #store: ResponseCacheStore;
  readonly #tenant: string;
  readonly #ttlMs: number;

  /** @throws {InvalidParameterError} */
  constructor({ store, userId, ttlMs = DEFAULT_TTL_MS, clock = systemClock }: ResponseCacheOptions) {
    this.clock = clock;
    this.#store = store;
    this.#tenant = userId === undefined ? NOBODY : readId('userId', userId);
    this.#ttlMs = readParameter('ttlMs', ttlMs, ttl);
  }

  /** The same for all caches of this process in which the answer by `key` is the same. */
  nameOf(key: string): string {
    return JSON.stringify([this.#store.scope, this.#tenant, key]);
  }

  /** Never fails, nor does it take longer than a second. */
  async find(key: string): Promise<StoredAnswer | undefined> {
    const text = await this.#ask(() => this.#store.cachedResponse(this.#tenant, key));
    return text === undefined ? undefined : readAnswer(text);
  }

  /** Never fails, nor does it take longer than a second. */
  async keep(key: string, answer: StoredAnswer): Promise<void> {
    await this.#ask(() => this.#store.cacheResponse(this.#tenant, key, JSON.stringify(answer), this.#ttlMs));
  }

  #ask<Said>(ask: () => Awaitable<Said>): Promise<Said | undefined> {
    const limit = { clock: this.clock, timeoutMs: PATIENCE_MS, late: tooSlow };
    return withTimeLimit(limit, async () => await ask()).catch(() => undefined);
  }
}

function tooSlow(): CascadeError {
  return new CascadeError('The store of the cache took too long', { code: 'CACHE_TIMEOUT' });
}
