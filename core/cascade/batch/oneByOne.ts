import type { BatchItem, BatchResult } from '../../batch/batchResult';
import type { UsedStrategy } from '../../batch/batchStrategy';
import { AdaptiveGate } from '../../batch/gates/adaptiveGate';
import { CallGates } from '../../batch/gates/callGates';
import { scheduleBatch } from '../../batch/scheduler/scheduleBatch';
import { CascadeError } from '../../errors/cascadeError';
import { systemClock, type Clock } from '../../time/clock';
import { circuitOf, type CascadeModel } from '../engine/cascadeModel';
import { linkedAbort } from '../engine/linkedAbort';
import type { MadeAttempt } from '../engine/report';
import type { TenantResult } from '../tenant/tenantRun';
import type { CascadeBatchConfig } from './cascadeBatchConfig';
import type { CascadeRun } from './cascadeRun';
import { Feed } from './feed';
import { keptOf, resultFrom } from './keptResult';
import { OPEN_GOVERNOR } from './openGovernor';
import { QueryRuns } from './queryRuns';
import { Standstill } from './standstill';

export type OneByOneStrategy = Exclude<UsedStrategy, 'provider_batch'>;

/** Queries that were asked one at a time, be it many at once. */
export interface OneByOne {
  readonly result: BatchResult<TenantResult>;
  readonly attemptsOf: AttemptsOf;
}

/** The calls that a query without an answer has cost, by its place; undefined when nothing is known of them. */
export type AttemptsOf = (index: number) => readonly MadeAttempt[] | undefined;

/** How long a provider may refuse calls when nobody says otherwise. */
const LONGEST_WAIT_MS = 600_000;
const AT_ONCE = 10;
/** A query under way takes memory, and many of them more sockets than a process may have. */
const MOST_AT_ONCE = 1000;

/**
 * Runs each query by itself, with all calls of its models behind gates.
 *
 * @throws {BatchProcessingError} when checkpoints cannot be read
 */
export async function oneByOne(
  runs: readonly CascadeRun[],
  strategy: OneByOneStrategy,
  config: CascadeBatchConfig,
): Promise<OneByOne> {
  const { clock = systemClock, longestWaitMs = LONGEST_WAIT_MS, checkpoints, identityOf, onItem } = config;
  const stop = linkedAbort(config.signal);
  const standstill = new Standstill(clock, longestWaitMs, () => {
    stop.abort(stuck(longestWaitMs));
  });
  const feed = new Feed((end) => {
    standstill.ended(end);
  });
  const most = mostAtOnce(strategy, config.maxConcurrency);
  const gateFor = gatesFor(strategy, most, clock, config.gates);
  const queries = new QueryRuns({
    runs,
    clock,
    timeoutMs: config.timeoutMs,
    isCostLimited: config.maxCostUsd !== undefined,
    setOut: () => {
      const arrive = feed.setOut();
      const gateOf = (model: CascadeModel) => {
        arrive();
        const key = circuitOf(model);
        return feed.watched(key, () => gateFor(key));
      };
      return { traffic: { gateOf, longestWaitMs }, end: arrive };
    },
    onFailure: () => {
      standstill.queryFailed();
    },
  });
  const told = (item: BatchItem<TenantResult>) => {
    const known = queries.told(item);
    return standstill.isReached && known.status === 'not_run'
      ? { ...known, reason: 'provider' as const }
      : known;
  };
  const result = await scheduleBatch([...runs.keys()], (index, context) => queries.work(index, context), {
    governor: strategy === 'adaptive' ? feed : OPEN_GOVERNOR,
    strategy,
    maxConcurrency: most,
    stopOnError: config.stopOnError,
    totalTimeoutMs: config.totalTimeoutMs,
    maxCostUsd: config.maxCostUsd,
    retry: { attempts: 1 },
    costOf: ({ cascade }) => cascade.costUsd,
    duplicateKeyOf: config.answersDuplicatesOnce ? identityOf : undefined,
    checkpoints: checkpoints && { ...checkpoints, keyOf: identityOf, write: keptOf, read: resultFrom },
    onItem:
      onItem &&
      ((item) => {
        onItem(told(item));
      }),
    signal: stop.signal,
    clock,
    random: config.random,
  }).finally(() => {
    standstill.off();
    stop.release();
  });
  await queries.ended();
  const stoppedBecause = standstill.isReached ? 'provider' : result.stoppedBecause;
  return {
    result: { ...result, items: result.items.map(told), stoppedBecause },
    attemptsOf: (index) => queries.spendingOf(index)?.attempts,
  };
}

function mostAtOnce(strategy: OneByOneStrategy, maxConcurrency: number | undefined): number {
  switch (strategy) {
    case 'sequential':
      return 1;
    case 'parallel':
      return maxConcurrency ?? AT_ONCE;
    case 'adaptive':
      return maxConcurrency ?? MOST_AT_ONCE;
  }
}

/** With a fixed number of queries the gates are there to wait at: each begins with room for all of them. */
function gatesFor(
  strategy: OneByOneStrategy,
  most: number,
  clock: Clock,
  shared = new CallGates(),
): (key: string) => AdaptiveGate {
  if (strategy === 'adaptive') return (key) => shared.of(key, clock);
  return () => new AdaptiveGate({ clock, start: Math.max(AT_ONCE, most) });
}

function stuck(longestWaitMs: number): CascadeError {
  return new CascadeError(
    `The providers refused every call for ${String(Math.round(longestWaitMs / 1000))} s, or asked to wait longer`,
    {
      code: 'BATCH_PROVIDER',
      hint: 'Run the batch again when they take calls again, or allow it to wait longer.',
    },
  );
}
