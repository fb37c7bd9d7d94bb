import { z } from 'zod/v3';
import { asError } from '../../errors/asError';
import { readParameter } from '../../errors/invalidParameterError';
import { readId } from '../../errors/readId';
import { saying } from '../../errors/saying';
import type { BatchStore } from '../../stores/batchStore';
import { StoreUnavailableError } from '../../stores/storeUnavailableError';
import type { Clock } from '../../time/clock';
import { withTimeLimit } from '../../time/withTimeLimit';
import type { CheckpointConfig } from '../batchConfig';
import { EntryWriter } from './entryWriter';
import { readOutcome, writeOutcome, type KeptOutcome } from './keptOutcome';
import { outcomeKeys } from './outcomeKeys';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const ttlAllowed = `a whole number of milliseconds from ${String(MINUTE_MS)} to ${String(30 * DAY_MS)}`;
const ttl = z
  .number(saying(ttlAllowed))
  .int(ttlAllowed)
  .min(MINUTE_MS, ttlAllowed)
  .max(30 * DAY_MS, ttlAllowed);

/** So many outcomes are in memory as texts at once. */
const ENTRIES_PER_READ = 500;

/** How long the end of a batch waits for its last outcomes to be kept. */
const PATIENCE_MS = 30_000;

/**
 * The outcomes of a batch that earlier runs of it have kept, and those that this run keeps. What is kept rests in clear
 * text in the store until its time is over: what `write` gives, cost and latency, under a hash of `keyOf`.
 */
export class Checkpoints<Value> {
  readonly #store: BatchStore;
  readonly #batchId: string;
  readonly #clock: Clock;
  readonly #write: (value: Value) => unknown;
  readonly #keys: readonly (string | Error)[];
  readonly #found: readonly (KeptOutcome<Value> | undefined)[];
  readonly #writer: EntryWriter;
  #missing: number;

  private constructor(
    {
      store,
      batchId,
      ttlMs = DAY_MS,
      write = asItIs,
    }: Omit<CheckpointConfig<never, Value>, 'keyOf' | 'read'>,
    keys: readonly (string | Error)[],
    found: readonly (KeptOutcome<Value> | undefined)[],
    clock: Clock,
  ) {
    this.#store = store;
    this.#batchId = batchId;
    this.#clock = clock;
    this.#write = write;
    this.#keys = keys;
    this.#found = found;
    this.#missing = found.filter((outcome) => outcome === undefined).length;
    this.#writer = new EntryWriter({
      clock,
      write: (entries) => store.keepBatchEntries(batchId, entries, ttlMs),
    });
  }

  /**
   * Reads what earlier runs have kept of these queries, and nothing else of the batch.
   *
   * @throws {InvalidParameterError} for a batch id or a TTL that is not allowed
   * @throws {StoreUnavailableError} when nobody can say what was done already
   */
  static async open<Query, Value>(
    config: CheckpointConfig<Query, Value>,
    queries: readonly Query[],
    { clock }: { readonly clock: Clock },
  ): Promise<Checkpoints<Value>> {
    readId('batchId', config.batchId);
    if (config.ttlMs !== undefined) readParameter('ttlMs', config.ttlMs, ttl);
    const keys = outcomeKeys(queries, config.keyOf ?? JSON.stringify);
    return new Checkpoints(config, keys, await foundOutcomes(config, keys), clock);
  }

  /** Of the query at this place, when it need not be run. */
  found(index: number): KeptOutcome<Value> | undefined {
    return this.#found[index];
  }

  /**
   * Sees to it that the outcome of the query at this place is kept, while the batch goes on: it takes microseconds, and
   * never throws. To be told once for each query that was not found, of a value that nobody changes any more.
   */
  keep(index: number, outcome: KeptOutcome<Value>): void {
    const key = this.#keys[index];
    if (key instanceof Error) this.#writer.giveUp(key);
    if (typeof key !== 'string') return;
    this.#missing -= 1;
    this.#writer.add({ key, text: () => writeOutcome(outcome, this.#write) });
  }

  /**
   * Waits until all is kept, half a minute at most.
   *
   * @returns the first reason why some outcome is not kept; undefined when all are
   */
  async close(): Promise<Error | undefined> {
    const limit = { clock: this.#clock, timeoutMs: PATIENCE_MS, late: tooSlow };
    const fault = await withTimeLimit(limit, (signal) => this.#conclude(signal)).then(
      () => undefined,
      asError,
    );
    return this.#writer.fault ?? fault;
  }

  async #conclude(signal: AbortSignal): Promise<void> {
    await this.#writer.drain(signal);
    if (this.#missing === 0 && !this.#writer.fault) await this.#store.finishBatch(this.#batchId);
  }
}

async function foundOutcomes<Value>(
  // Who says no `read` says that the value is what its JSON is.
  { store, batchId, read = (kept) => kept as Value }: CheckpointConfig<never, Value>,
  keys: readonly (string | Error)[],
): Promise<readonly (KeptOutcome<Value> | undefined)[]> {
  const byKey = new Map<string, KeptOutcome<Value>>();
  const wanted = keys.filter((key) => typeof key === 'string');
  for (let start = 0; start < wanted.length; start += ENTRIES_PER_READ) {
    const some = wanted.slice(start, start + ENTRIES_PER_READ);
    const texts = await store.batchEntries(batchId, some);
    for (const [place, key] of some.entries()) {
      const text = texts[place];
      const outcome = text === undefined ? undefined : readOutcome(text, read);
      if (outcome) byKey.set(key, outcome);
    }
  }
  return keys.map((key) => (typeof key === 'string' ? byKey.get(key) : undefined));
}

function asItIs<Value>(value: Value): Value {
  return value;
}

function tooSlow(): StoreUnavailableError {
  return new StoreUnavailableError('The store did not keep the last outcomes of the batch in time', {
    hint: 'A later run of the same batch does again what was not kept.',
  });
}
