import type { RateQuota } from '../http/rateQuota';
import type { BatchStore } from '../stores/batchStore';
import type { Clock } from '../time/clock';
import type { BatchItem } from './batchResult';
import type { BatchStrategy } from './batchStrategy';
import type { AdaptiveGate } from './gates/adaptiveGate';

export interface RetryConfig {
  /** How often a query is tried at most, 1 to 20; 4 when left out. Refusals with 429 are not counted. */
  readonly attempts?: number | undefined;
  /** Milliseconds before the second attempt, doubled for each further one, less a random part of it; 500 when left out. */
  readonly baseDelayMs?: number | undefined;
  /** 30,000 when left out. */
  readonly maxDelayMs?: number | undefined;
}

/** Where the outcomes of a batch are kept, so that a later run of the same batch only does what is missing. */
export interface CheckpointConfig<Query, Value> {
  readonly store: BatchStore;
  /** Tells this batch from all others of the store. */
  readonly batchId: string;
  /** How long they are kept after the last of them; 24 hours when left out. */
  readonly ttlMs?: number | undefined;
  /** What tells a query from the others: its JSON when left out. Equal ones are told apart by counting them. */
  readonly keyOf?: ((query: Query) => string) | undefined;
  /** The value as JSON can hold it; the value itself when left out. */
  readonly write?: ((value: Value) => unknown) | undefined;
  /** The value out of what `write` gave. */
  readonly read?: ((kept: unknown) => Value) | undefined;
}

/** How a batch is to be worked on. All times in milliseconds. */
export interface BatchConfig<Query = unknown, Value = unknown> {
  /** `auto` when left out. */
  readonly strategy?: BatchStrategy | undefined;
  /** `parallel`: how many at once, 10 when left out. `adaptive`: never more than this. 1 to 1,000. */
  readonly maxConcurrency?: number | undefined;
  /** Where it is learned how much the provider takes, to be shared with other batches; one of its own when left out. */
  readonly gate?: AdaptiveGate | undefined;
  /** Whether the first failed query ends the batch. Those under way are finished, and kept. */
  readonly stopOnError?: boolean | undefined;
  /** What one attempt may take; no limit when left out. */
  readonly timeoutMs?: number | undefined;
  /** What the whole batch may take, waiting included; no limit when left out. */
  readonly totalTimeoutMs?: number | undefined;
  /**
   * How long the provider may refuse every call with 429 until the batch gives up, and the longest wait it may ask for;
   * 10 minutes when left out.
   */
  readonly longestWaitMs?: number | undefined;
  readonly retry?: RetryConfig | undefined;
  /** US dollars that the batch may spend. Needs `costOf`. */
  readonly maxCostUsd?: number | undefined;
  /** US dollars that a value cost; null when that is unknown. */
  readonly costOf?: ((value: Value) => number | null) | undefined;
  /** Queries of the same key are answered once. Without it each one is run. */
  readonly duplicateKeyOf?: ((query: Query) => string) | undefined;
  readonly checkpoints?: CheckpointConfig<Query, Value> | undefined;
  /** Told of each outcome as soon as it is known, in no order. */
  readonly onItem?: ((item: BatchItem<Value>) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The system's when left out. */
  readonly clock?: Clock | undefined;
  /** From 0 to 1; `Math.random` when left out. */
  readonly random?: (() => number) | undefined;
}

/** What the work on a query is given besides the query. */
export interface WorkContext {
  /** Aborts when the attempt is given up. */
  readonly signal: AbortSignal;
  /** 1 for the first. */
  readonly attempt: number;
  /** Takes what the headers of an answer say about what the provider still allows: see `rateQuotaOf`. */
  readonly observe: (quota: RateQuota) => void;
}

/**
 * Answers a query. A thrown error may say `status` (HTTP) and `retryAfterMs`: 429 waits and uses up no attempt, 408, 425,
 * 5xx and errors without a status are tried again, all others fail the query. It may say `costUsd` too, when the attempt
 * cost something all the same.
 */
export type Work<Query, Value> = (query: Query, context: WorkContext) => Promise<Value>;
