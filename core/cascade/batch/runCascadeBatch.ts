import type { BatchItem, BatchResult } from '../../batch/batchResult';
import type { UsedStrategy } from '../../batch/batchStrategy';
import { readQueries, readRules, readStrategy } from '../../batch/readConfig';
import { statisticsOf } from '../../batch/statistics';
import { InvalidParameterError } from '../../errors/invalidParameterError';
import { systemClock } from '../../time/clock';
import type { TenantResult } from '../tenant/tenantRun';
import { asJobs } from './asJobs';
import type { CascadeBatchConfig } from './cascadeBatchConfig';
import type { CascadeBatchResult } from './cascadeBatchResult';
import type { CascadeRun } from './cascadeRun';
import { ItemListener } from './itemListener';
import { oneByOne, type AttemptsOf, type OneByOne } from './oneByOne';
import { summaryOf } from './summary';

/** Jobs take from minutes to a day: they are worth it for many queries that nobody waits for. */
const FEWEST_FOR_JOBS = 100;
const HOUR_MS = 3_600_000;

/**
 * Answers many queries, each by a run of a cascade of its own, and tells what became of each. Calls that a provider
 * refuses for its limits are waited for: they escalate nothing, and cost no retry. A query that fails does not fail the
 * batch.
 *
 * `auto` gives the queries to their providers as jobs when there are a hundred and `jobs` allows to wait for an hour; else
 * it is `adaptive`, or `sequential` for one query.
 *
 * @throws {InvalidParameterError} when the configuration is not valid
 * @throws {BatchProcessingError} for a fault of the batch as a whole: checkpoints that cannot be read, `onItem` that throws
 */
export async function runCascadeBatch(
  runs: readonly CascadeRun[],
  config: CascadeBatchConfig = {},
): Promise<CascadeBatchResult> {
  check(runs, config);
  const { clock = systemClock } = config;
  const startedAt = clock.now();
  const listener = new ItemListener(config.onItem);
  const onItem = (item: BatchItem<TenantResult>) => {
    listener.tell(item);
  };
  const worked = await work(runs, decide(runs.length, config), { ...config, onItem });
  const { items, attemptsOf, ...others } = worked;
  const summary = summaryOf(items, attemptsOf);
  const facts = { ...others, costUsd: summary.costUsd, wallTimeMs: clock.now() - startedAt };
  const result = { items, ...facts, ...statisticsOf(items, facts), ...summary };
  listener.throwFault(result);
  return result;
}

/** What was done, its sums left out. */
interface Worked
  extends
    Pick<BatchResult<TenantResult>, 'items' | 'strategy' | 'concurrencyReached' | 'stoppedBecause'>,
    Pick<CascadeBatchResult, 'fallback'> {
  readonly attemptsOf: AttemptsOf;
}

async function work(
  runs: readonly CascadeRun[],
  strategy: UsedStrategy,
  config: CascadeBatchConfig,
): Promise<Worked> {
  if (strategy !== 'provider_batch') return workedOneByOne(await oneByOne(runs, strategy, config));
  const { items, stoppedBecause, rest, fallback, attemptsOf, hasJobAnswers } = await asJobs(runs, config);
  return {
    ...(rest && workedOneByOne(rest)),
    items,
    stoppedBecause,
    fallback,
    attemptsOf,
    strategy: rest && !hasJobAnswers ? 'adaptive' : strategy,
    concurrencyReached: rest?.result.concurrencyReached ?? 0,
  };
}

function workedOneByOne({ result, attemptsOf }: OneByOne): Worked {
  return { ...result, attemptsOf, fallback: null };
}

function decide(queries: number, { strategy: given, jobs }: CascadeBatchConfig): UsedStrategy {
  const strategy = readStrategy(given);
  if (strategy !== 'auto') return strategy;
  if (queries === 1) return 'sequential';
  const isForJobs = jobs !== undefined && (jobs.longestWaitMs ?? Infinity) >= HOUR_MS;
  return isForJobs && queries >= FEWEST_FOR_JOBS ? 'provider_batch' : 'adaptive';
}

/** @throws {InvalidParameterError} */
function check(runs: readonly CascadeRun[], config: CascadeBatchConfig): void {
  const { checkpoints, answersDuplicatesOnce, identityOf } = config;
  readQueries(runs);
  readRules({ ...config, checkpoints: undefined, costOf: () => null });
  const isNeeded = checkpoints !== undefined || answersDuplicatesOnce === true;
  if (isNeeded && identityOf === undefined) {
    throw new InvalidParameterError(
      'identityOf',
      undefined,
      'a function, because checkpoints and duplicates need it',
    );
  }
}
