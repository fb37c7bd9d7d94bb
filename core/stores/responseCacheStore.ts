import type { Awaitable } from './awaitable';
import type { StoreScope } from './storeScope';

/**
 * Answers that may be given again, by tenant. A cache may forget: what is too large is not kept, and when there are too
 * many, those that were stored longest ago go. They rest in clear text until their time is over.
 */
export interface ResponseCacheStore extends StoreScope {
  /**
   * The value if its time is not over.
   *
   * @param tenant a user id, or the empty text for all that comes without one
   * @param key letters and digits
   */
  cachedResponse(tenant: string, key: string): Awaitable<string | undefined>;
  /** @param ttlMs whole ms */
  cacheResponse(tenant: string, key: string, value: string, ttlMs: number): Awaitable<void>;
}

/** How much a store keeps. Bytes are those of the values in UTF-8. */
export interface ResponseLimits {
  readonly entriesPerTenant: number;
  readonly bytesPerTenant: number;
  readonly bytesPerEntry: number;
}

export const RESPONSE_LIMITS: ResponseLimits = {
  entriesPerTenant: 100,
  bytesPerTenant: 1_048_576,
  bytesPerEntry: 1_048_576,
};
