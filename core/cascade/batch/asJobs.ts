import type { BatchItem, StopReason } from '../../batch/batchResult';
import { findDuplicates } from '../../batch/scheduler/duplicates';
import { systemClock } from '../../time/clock';
import { sumOf } from '../engine/bill';
import type { TenantResult } from '../tenant/tenantRun';
import type { CascadeBatchConfig } from './cascadeBatchConfig';
import type { CascadeRun } from './cascadeRun';
import type { JobsResult } from './jobs/jobsResult';
import { runInJobs } from './jobs/runInJobs';
import { oneByOne, type AttemptsOf, type OneByOne } from './oneByOne';
import { completed, inWhole, partOf, type Part } from './part';

/** Queries that were given to their providers as jobs. */
export interface AsJobs {
  readonly items: readonly BatchItem<TenantResult>[];
  readonly stoppedBecause: StopReason | null;
  /** What the jobs left, and was asked one at a time; undefined when they left nothing. */
  readonly rest: OneByOne | undefined;
  /** Why; null when nothing was. */
  readonly fallback: string | null;
  readonly attemptsOf: AttemptsOf;
  /** Whether a job has answered any of them. */
  readonly hasJobAnswers: boolean;
}

/**
 * Gives the queries to their providers as jobs, and asks one at a time what these leave.
 *
 * @throws as `runInJobs` and `oneByOne` do
 */
export async function asJobs(runs: readonly CascadeRun[], config: CascadeBatchConfig): Promise<AsJobs> {
  const { clock = systemClock, identityOf, answersDuplicatesOnce, onItem } = config;
  const startedAt = clock.now();
  const duplicates = findDuplicates([...runs.keys()], answersDuplicatesOnce ? identityOf : undefined);
  const given = partOf(
    runs.map((run, index) => ({ run, index })).filter(({ index }) => !duplicates.isCopy(index)),
  );
  const jobs = await runInJobs(given.runs, {
    ...config,
    // The one of single calls is another.
    longestWaitMs: undefined,
    ...config.jobs,
    identityOf: identityIn(given, identityOf),
  });
  const answered = jobs.items.flatMap((item) => (item ? inWhole(given, item) : []));
  for (const item of answered) onItem?.(item);
  const left = leftOf(jobs, given);
  const rest =
    left.runs.length > 0 && jobs.stoppedBecause === null
      ? await oneByOne(left.runs, 'adaptive', {
          ...config,
          ...limitsLeft(config, clock.now() - startedAt, sumOf(answered.map(({ costUsd }) => costUsd)) ?? 0),
          identityOf: identityIn(left, identityOf),
          onItem:
            onItem &&
            ((item) => {
              onItem(inWhole(left, item));
            }),
        })
      : undefined;
  const asked = rest?.result.items.map((item) => inWhole(left, item)) ?? [];
  const stoppedBecause = jobs.stoppedBecause ?? rest?.result.stoppedBecause ?? null;
  return {
    items: completed([...answered, ...asked], {
      total: runs.length,
      duplicates,
      reason: stoppedBecause ?? 'aborted',
    }),
    stoppedBecause,
    rest,
    fallback: rest ? ([...jobs.left.values()][0]?.error.message ?? null) : null,
    hasJobAnswers: answered.some(({ status }) => status === 'done'),
    attemptsOf: (index) => rest?.attemptsOf(left.indexes.indexOf(index)),
  };
}

function identityIn(
  { indexes }: Part,
  identityOf: CascadeBatchConfig['identityOf'],
): CascadeBatchConfig['identityOf'] {
  return identityOf && ((place) => identityOf(indexes[place] ?? place));
}

function leftOf({ left }: JobsResult, { indexes }: Part): Part {
  return partOf([...left].map(([place, { run }]) => ({ run, index: indexes[place] ?? place })));
}

/** What the jobs have left of the time and the money. */
function limitsLeft(
  { totalTimeoutMs, maxCostUsd }: CascadeBatchConfig,
  elapsedMs: number,
  spentUsd: number,
): Pick<CascadeBatchConfig, 'totalTimeoutMs' | 'maxCostUsd'> {
  return {
    totalTimeoutMs: totalTimeoutMs === undefined ? undefined : Math.max(1, totalTimeoutMs - elapsedMs),
    maxCostUsd: maxCostUsd === undefined ? undefined : Math.max(0, maxCostUsd - spentUsd),
  };
}
