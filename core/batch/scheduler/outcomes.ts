import { toTenths } from '../../time/toTenths';
import type { BatchItem, StopReason } from '../batchResult';
import type { Duplicates } from './duplicates';
import type { Trial } from './trial';

/** What became of each query. Copies share the fate of the query that they equal. */
export class Outcomes<Value> {
  readonly #items: (BatchItem<Value> | undefined)[];
  readonly #duplicates: Duplicates;
  readonly #tell: (item: BatchItem<Value>) => void;
  #open: number;

  /** @param tell is told of each outcome */
  constructor(total: number, duplicates: Duplicates, tell: (item: BatchItem<Value>) => void) {
    this.#items = new Array<BatchItem<Value> | undefined>(total).fill(undefined);
    this.#duplicates = duplicates;
    this.#tell = tell;
    this.#open = total;
  }

  /** How many have none yet. */
  get open(): number {
    return this.#open;
  }

  /** Whether a query is to be tried. */
  isOpen(index: number): boolean {
    return this.#items[index] === undefined && !this.#duplicates.isCopy(index);
  }

  /** All of them, once each query has one. */
  get items(): readonly BatchItem<Value>[] {
    return this.#items.filter((item) => item !== undefined);
  }

  /** An earlier run of the batch has answered it. */
  found(index: number, value: Value): void {
    this.#set({ status: 'done', index, value, source: 'checkpoint', attempts: 0, latencyMs: 0, costUsd: 0 });
  }

  done({ index, attempts, latencyMs, costUsd }: Trial, value: Value): void {
    this.#set({
      status: 'done',
      index,
      value,
      source: 'run',
      attempts,
      latencyMs: toTenths(latencyMs),
      costUsd,
    });
  }

  failed({ index, attempts, latencyMs, costUsd }: Trial, error: Error): void {
    this.#set({ status: 'failed', index, error, attempts, latencyMs: toTenths(latencyMs), costUsd });
  }

  notRun(index: number, reason: StopReason): void {
    this.#set({ status: 'not_run', index, reason, attempts: 0, latencyMs: 0, costUsd: 0 });
  }

  #set(item: BatchItem<Value>): void {
    if (this.#items[item.index]) return;
    this.#items[item.index] = item;
    this.#open -= 1;
    for (const index of this.#duplicates.copiesOf(item.index)) this.#set(copyOf(item, index));
    this.#tell(item);
  }
}

function copyOf<Value>(item: BatchItem<Value>, index: number): BatchItem<Value> {
  const copy = { index, attempts: 0, latencyMs: 0, costUsd: 0 };
  return item.status === 'done' ? { ...item, ...copy, source: 'duplicate' } : { ...item, ...copy };
}
