import { asError } from '../../errors/asError';
import { InvalidParameterError } from '../../errors/invalidParameterError';
import { reasonOf } from '../../time/abort';
import { systemClock, type Clock } from '../../time/clock';
import type { BatchConfig, CheckpointConfig, Work } from '../batchConfig';
import { BatchProcessingError } from '../batchProcessingError';
import type { BatchItem, BatchResult } from '../batchResult';
import type { UsedStrategy } from '../batchStrategy';
import { Checkpoints } from '../checkpoints/checkpoints';
import { readQueries, readRules } from '../readConfig';
import { statisticsOf } from '../statistics';
import { BatchRun } from './batchRun';
import { Callbacks, outcomeOf } from './callbacks';
import { findDuplicates, type Duplicates } from './duplicates';
import type { Governor } from './governor';
import { Outcomes } from './outcomes';
import { Spending } from './spending';

/** How the queries are started, with a strategy that is decided. */
export interface Schedule<Query, Value> extends Omit<BatchConfig<Query, Value>, 'strategy' | 'gate'> {
  readonly governor: Governor;
  /** What the result names. `sequential` keeps the order: nothing is started while a query waits to be tried again. */
  readonly strategy: UsedStrategy;
}

/**
 * Works on the queries as fast as the governor lets them start. An answer, a failure, a stop: all are told by the result.
 *
 * @throws {InvalidParameterError} when the configuration is not valid
 * @throws {BatchProcessingError} for a fault of the batch as a whole, such as checkpoints that cannot be read
 */
export async function scheduleBatch<Query, Value>(
  queries: readonly Query[],
  work: Work<Query, Value>,
  schedule: Schedule<Query, Value>,
): Promise<BatchResult<Value>> {
  readQueries(queries);
  const rules = readRules(schedule);
  const { governor, strategy, signal, clock = systemClock, random = Math.random } = schedule;
  const startedAt = clock.now();
  const callbacks = new Callbacks();
  const tell = callbacks.guarded('onItem', schedule.onItem, undefined);
  const duplicates = duplicatesIn(queries, schedule.duplicateKeyOf);
  const checkpoints = schedule.checkpoints && (await openCheckpoints(schedule.checkpoints, queries, clock));
  const outcomes = new Outcomes<Value>(queries.length, duplicates, (item) => {
    if (checkpoints) keepIn(checkpoints, item);
    tell?.(item);
  });
  if (checkpoints) takeFrom(checkpoints, outcomes, queries.length);
  const spending = new Spending(rules.maxCostUsd);
  const run = new BatchRun({
    queries,
    work,
    rules,
    governor,
    outcomes,
    spending,
    startedAt,
    inOrder: strategy === 'sequential',
    clock,
    random,
    costOf: callbacks.guarded('costOf', schedule.costOf, null),
  });
  const abort = () => {
    run.abort(reasonOf(signal));
  };
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  await run.untilDone();
  signal?.removeEventListener('abort', abort);
  const checkpointFault = await checkpoints?.close();
  const { items } = outcomes;
  const facts = {
    strategy,
    concurrencyReached: run.concurrencyReached,
    wallTimeMs: clock.now() - startedAt,
    costUsd: schedule.costOf ? spending.spentUsd : null,
    stoppedBecause: run.stoppedBecause,
  };
  const result = { items, checkpointFault, ...statisticsOf(items, facts) };
  callbacks.throwFault(result);
  return result;
}

/** @throws {BatchProcessingError} when `keyOf` throws: nothing was begun, so that nothing is lost */
function duplicatesIn<Query>(
  queries: readonly Query[],
  keyOf: ((query: Query) => string) | undefined,
): Duplicates {
  const found = outcomeOf(() => findDuplicates(queries, keyOf));
  if (!found.isThrown) return found.value;
  throw new BatchProcessingError('"duplicateKeyOf" threw an error', {
    fault: 'CALLBACK',
    cause: found.error,
  });
}

/**
 * @throws {InvalidParameterError} when their configuration is not valid
 * @throws {BatchProcessingError} when they cannot be read
 */
function openCheckpoints<Query, Value>(
  config: CheckpointConfig<Query, Value>,
  queries: readonly Query[],
  clock: Clock,
): Promise<Checkpoints<Value>> {
  return Checkpoints.open(config, queries, { clock }).catch((cause: unknown) => {
    if (cause instanceof InvalidParameterError) throw cause;
    throw new BatchProcessingError(`The checkpoints of the batch cannot be read: ${asError(cause).message}`, {
      fault: 'CHECKPOINTS',
      cause,
    });
  });
}

function takeFrom<Value>(checkpoints: Checkpoints<Value>, outcomes: Outcomes<Value>, total: number): void {
  for (let index = 0; index < total; index += 1) {
    const kept = checkpoints.found(index);
    if (kept) outcomes.found(index, kept.value);
  }
}

function keepIn<Value>(checkpoints: Checkpoints<Value>, item: BatchItem<Value>): void {
  if (item.status === 'done' && item.source !== 'checkpoint') checkpoints.keep(item.index, item);
}
