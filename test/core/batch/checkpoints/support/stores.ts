import type { BatchEntry, BatchStore } from '../../../../../core/stores/batchStore';
import { MemoryStore } from '../../../../../core/stores/memory/memoryStore';
import { StoreUnavailableError } from '../../../../../core/stores/storeUnavailableError';
import type { Clock } from '../../../../../core/time/clock';

/** A store behind a network: its writes are seen, and can be broken off or left without an answer. */
export class WatchedStore implements BatchStore {
  readonly scope = 'watched';
  /** How many entries each write held. */
  readonly writes: number[] = [];
  readonly finished: string[] = [];
  fails: Error | undefined;
  isSilent = false;
  readonly #kept: MemoryStore;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#kept = new MemoryStore({ clock });
  }

  async batchEntries(batchId: string, keys: readonly string[]): Promise<readonly (string | undefined)[]> {
    await Promise.resolve();
    return this.#kept.batchEntries(batchId, keys);
  }

  async keepBatchEntries(batchId: string, entries: readonly BatchEntry[], ttlMs: number): Promise<void> {
    this.writes.push(entries.length);
    await (this.isSilent ? new Promise(() => undefined) : Promise.resolve());
    if (this.fails) throw this.fails;
    this.#kept.keepBatchEntries(batchId, entries, ttlMs);
  }

  async finishBatch(batchId: string): Promise<void> {
    await Promise.resolve();
    this.finished.push(batchId);
  }

  async deleteBatch(batchId: string): Promise<boolean> {
    await Promise.resolve();
    return this.#kept.deleteBatch(batchId);
  }
}

export function unavailable(): StoreUnavailableError {
  return new StoreUnavailableError('Nobody is there', { hint: 'Call again.' });
}
