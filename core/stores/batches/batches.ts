import type { BatchEntry } from '../batchStore';
import { Sweep } from '../sweep';

/** The entries of a batch, and until when they are kept. */
export interface KeptBatch {
  /** Texts by their keys. */
  readonly entries: Map<string, string>;
  /** In ms since the epoch. */
  expiresAt: number;
  finished: boolean;
}

/** The batches of one process, in Maps: their ids are data, never property names. */
export class Batches {
  readonly #batches = new Map<string, KeptBatch>();
  readonly #sweep = new Sweep(this.#batches);

  get all(): ReadonlyMap<string, KeptBatch> {
    return this.#batches;
  }

  /** The batch if its time is not over. */
  find(id: string, now: number): KeptBatch | undefined {
    const batch = this.#batches.get(id);
    if (!batch || batch.expiresAt > now) return batch;
    this.#batches.delete(id);
    return undefined;
  }

  keep(id: string, entries: readonly BatchEntry[], expiresAt: number, now: number): void {
    const known = this.find(id, now);
    if (!known && entries.length === 0) return;
    const batch = known ?? { entries: new Map<string, string>(), expiresAt, finished: false };
    batch.expiresAt = expiresAt;
    batch.finished = false;
    for (const [key, text] of entries) batch.entries.set(key, text);
    if (!known) this.add(id, batch, now);
  }

  add(id: string, batch: KeptBatch, now: number): void {
    this.#sweep.onArrival((other) => this.find(other, now));
    this.#batches.set(id, batch);
  }

  /** True when there was any that was not over. */
  delete(id: string, now: number): boolean {
    const existed = this.find(id, now) !== undefined;
    this.#batches.delete(id);
    return existed;
  }

  dropExpired(now: number): void {
    for (const id of this.#batches.keys()) this.find(id, now);
  }

  /** Ids in the order in which they are missed least: those that are finished come first. */
  leastMissed(): readonly string[] {
    return [...this.finished(), ...this.#firstOver(({ finished }) => !finished)];
  }

  /** Ids of those that are finished, in the order in which their time is over. */
  finished(): readonly string[] {
    return this.#firstOver(({ finished }) => finished);
  }

  #firstOver(wanted: (batch: KeptBatch) => boolean): readonly string[] {
    return [...this.#batches]
      .filter(([, batch]) => wanted(batch))
      .sort(([, a], [, b]) => a.expiresAt - b.expiresAt)
      .map(([id]) => id);
  }
}
