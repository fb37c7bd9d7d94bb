import type { Awaitable } from './awaitable';
import type { StoreScope } from './storeScope';

/** A text and what it is found by: letters, digits, `.`, `-`, `_` and `:`. */
export type BatchEntry = readonly [key: string, text: string];

/**
 * What is kept of batches while they run, and for a while after: outcomes of queries, ids of provider jobs. Texts under
 * keys, by batch; they rest in clear text until their time is over. They are nobody's: who erases a user does not erase
 * them.
 */
export interface BatchStore extends StoreScope {
  /** What is kept under each of the keys, in their order; undefined where nothing is. */
  batchEntries(batchId: string, keys: readonly string[]): Awaitable<readonly (string | undefined)[]>;
  /**
   * Keeps the entries, each in place of the one that had its key. The whole batch is kept for `ttlMs` from now on, in
   * whole ms. Where it fails because a store cannot be reached, some of the entries may be kept, but none in part.
   *
   * @throws {StoreFullError} when the store has no room for them; then it keeps none of them
   */
  keepBatchEntries(batchId: string, entries: readonly BatchEntry[], ttlMs: number): Awaitable<void>;
  /** All of it is done: it is kept as long as before, but is the first to go when a store runs out of room. */
  finishBatch(batchId: string): Awaitable<void>;
  /** True when there was anything to forget. */
  deleteBatch(batchId: string): Awaitable<boolean>;
}
