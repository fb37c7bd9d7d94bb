import type { BatchItem, BatchStatistics, DoneItem, StopReason } from './batchResult';
import type { UsedStrategy } from './batchStrategy';
import { toTenths } from '../time/toTenths';

/** What is known of a run besides what became of its queries. */
export interface RunFacts {
  readonly strategy: UsedStrategy;
  readonly concurrencyReached: number;
  readonly wallTimeMs: number;
  readonly costUsd: number | null;
  readonly stoppedBecause: StopReason | null;
}

export function statisticsOf(items: readonly BatchItem<unknown>[], run: RunFacts): BatchStatistics {
  const count = (status: BatchItem<unknown>['status']) =>
    items.filter((item) => item.status === status).length;
  const done = count('done');
  const latencies = Float64Array.from(items.filter(isAnsweredByRun), ({ latencyMs }) => latencyMs).sort();
  const answered = latencies.length;
  return {
    ...run,
    wallTimeMs: toTenths(run.wallTimeMs),
    total: items.length,
    done,
    failed: count('failed'),
    notRun: count('not_run'),
    successRate: items.length === 0 ? 100 : (100 * done) / items.length,
    latencyP50Ms: quantile(latencies, 0.5),
    latencyP95Ms: quantile(latencies, 0.95),
    throughputPerSecond: run.wallTimeMs > 0 ? rounded((1000 * answered) / run.wallTimeMs) : 0,
    averageCostUsd: run.costUsd === null || answered === 0 ? null : run.costUsd / answered,
  };
}

/** To three digits: more would be noise. */
function rounded(rate: number): number {
  return Number(rate.toPrecision(3));
}

function isAnsweredByRun(item: BatchItem<unknown>): item is DoneItem<unknown> {
  return item.status === 'done' && item.source === 'run';
}

/** The smallest value that is not exceeded by this share of the sorted values (nearest rank); null when there are none. */
function quantile(sorted: Float64Array, share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}
