import type { UsedStrategy } from './batchStrategy';

/**
 * Why a batch ended before its last query. `error`: a query failed, and the batch was to stop then. `aborted`: by its
 * caller. `time`: its total time was over. `cost`: it had spent what it may. `provider`: the provider refused every call
 * for longer than a batch waits.
 */
export type StopReason = 'error' | 'aborted' | 'time' | 'cost' | 'provider';

interface Progress {
  /** The place of the query in the batch, from 0. */
  readonly index: number;
  /** How often it was tried: 0 when its outcome was known already. Refusals with 429 are not counted. */
  readonly attempts: number;
  /** What all its attempts took, waiting for a turn left out. */
  readonly latencyMs: number;
  /** US dollars of all its attempts; null when that is unknown. */
  readonly costUsd: number | null;
}

/** A query that was answered. */
export interface DoneItem<Value> extends Progress {
  readonly status: 'done';
  readonly value: Value;
  readonly error?: undefined;
  /** `checkpoint`: by an earlier run of the same batch. `duplicate`: it is the answer to an equal query. */
  readonly source: 'run' | 'checkpoint' | 'duplicate';
}

/** A query without an answer, or one that was given up while it was under way. */
export interface FailedItem extends Progress {
  readonly status: 'failed';
  readonly value?: undefined;
  readonly error: Error;
}

/** A query that was never tried. */
export interface NotRunItem extends Progress {
  readonly status: 'not_run';
  readonly value?: undefined;
  readonly error?: undefined;
  readonly reason: StopReason;
}

export type BatchItem<Value> = DoneItem<Value> | FailedItem | NotRunItem;

export interface BatchStatistics {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly notRun: number;
  /** 0..100: how many of the queries were answered. 100 for a batch without any. */
  readonly successRate: number;
  /** How it was worked on. */
  readonly strategy: UsedStrategy;
  /** The most that were under way at the same time. */
  readonly concurrencyReached: number;
  readonly wallTimeMs: number;
  /** Of the queries that this run answered; null when it answered none. */
  readonly latencyP50Ms: number | null;
  readonly latencyP95Ms: number | null;
  /** Queries answered by this run, per second. */
  readonly throughputPerSecond: number;
  /** US dollars that this run spent; null when a cost is unknown. */
  readonly costUsd: number | null;
  /** US dollars for each query that this run answered; null when it answered none, or a cost is unknown. */
  readonly averageCostUsd: number | null;
  /** Why it ended early; null when it did not. */
  readonly stoppedBecause: StopReason | null;
  /** Why not all outcomes could be kept for another run of the batch; undefined when they could. */
  readonly checkpointFault?: Error | undefined;
}

/** What became of each query, in the order in which they were given, and how the batch went. */
export interface BatchResult<Value> extends BatchStatistics {
  readonly items: readonly BatchItem<Value>[];
}
