import type { BatchItem, StopReason } from '../../batch/batchResult';
import type { Duplicates } from '../../batch/scheduler/duplicates';
import type { CascadeRun } from './cascadeRun';

/** Some of the queries of a batch. */
export interface Part {
  readonly runs: readonly CascadeRun[];
  /** Their places in the whole. */
  readonly indexes: readonly number[];
}

export function partOf(queries: readonly { readonly index: number; readonly run: CascadeRun }[]): Part {
  return { runs: queries.map(({ run }) => run), indexes: queries.map(({ index }) => index) };
}

/** What became of a query of a part, as the whole tells it. */
export function inWhole<Value>({ indexes }: Part, item: BatchItem<Value>): BatchItem<Value> {
  return { ...item, index: indexes[item.index] ?? item.index };
}

interface Whole {
  readonly total: number;
  readonly duplicates: Duplicates;
  /** Why those of which nothing is known were not run. */
  readonly reason: StopReason;
}

/** An outcome for each query, in order. Those that equal another one share its fate. */
export function completed<Value>(
  known: readonly BatchItem<Value>[],
  { total, duplicates, reason }: Whole,
): BatchItem<Value>[] {
  const items = Array.from({ length: total }, (_, index) => notRun<Value>(index, reason));
  for (const item of known) {
    items[item.index] = item;
    for (const copy of duplicates.copiesOf(item.index)) items[copy] = copyOf(item, copy);
  }
  return items;
}

function notRun<Value>(index: number, reason: StopReason): BatchItem<Value> {
  return { index, status: 'not_run', reason, attempts: 0, latencyMs: 0, costUsd: 0 };
}

function copyOf<Value>(item: BatchItem<Value>, index: number): BatchItem<Value> {
  const copy = { index, attempts: 0, latencyMs: 0, costUsd: 0 };
  return item.status === 'done' ? { ...item, ...copy, source: 'duplicate' } : { ...item, ...copy };
}
