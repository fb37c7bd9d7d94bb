import type { BatchItem, StopReason } from '../../../batch/batchResult';
import { toTenths } from '../../../time/toTenths';
import type { TenantResult } from '../../tenant/tenantRun';
import type { CascadeRun } from '../cascadeRun';
import type { JobsResult, LeftQuery } from './jobsResult';
import type { Outcome } from './outcome';

export interface Reporting {
  /** Of all queries, from their submission on. In milliseconds. */
  readonly latencyMs: number;
  /** Why the batch was ended before its jobs; undefined when it was not. */
  readonly reason: StopReason | undefined;
  /** Runs a query on; undefined when those that are left are to fail. */
  readonly goOn: ((outcome: Extract<Outcome, { kind: 'left' }>) => CascadeRun) | undefined;
}

/** What became of the queries, as a batch tells it. */
export function jobsResultOf(outcomes: readonly Outcome[], reporting: Reporting): JobsResult {
  const items: (BatchItem<TenantResult> | undefined)[] = [];
  const left = new Map<number, LeftQuery>();
  let stoppedBecause = reporting.reason ?? null;
  for (const outcome of outcomes) {
    if (outcome.kind === 'left' && reporting.goOn) {
      left.set(outcome.index, { run: reporting.goOn(outcome), error: outcome.error });
      items.push(undefined);
    } else {
      const item = itemOf(outcome, reporting);
      if (item.status === 'not_run') stoppedBecause ??= item.reason;
      items.push(item);
    }
  }
  return { items, left, stoppedBecause };
}

function itemOf(outcome: Outcome, { latencyMs, reason = 'aborted' }: Reporting): BatchItem<TenantResult> {
  const { index, spent } = outcome;
  const { costUsd } = spent;
  const tried = { index, attempts: 1, latencyMs: toTenths(latencyMs), costUsd };
  switch (outcome.kind) {
    case 'done':
      return { ...tried, status: 'done', value: outcome.result, source: 'run' };
    case 'failed':
    case 'left':
      return { ...tried, status: 'failed', error: outcome.error };
    case 'open':
      return { index, attempts: 0, latencyMs: 0, costUsd, status: 'not_run', reason };
    case 'withheld':
      return { index, attempts: 0, latencyMs: 0, costUsd, status: 'not_run', reason: outcome.reason };
  }
}

/** Of a batch that has not begun, or of which nothing can be found out any more. */
export function noneRun(queries: number, reason: StopReason): JobsResult {
  const items = Array.from({ length: queries }, (_, index): BatchItem<TenantResult> => {
    return { index, attempts: 0, latencyMs: 0, costUsd: 0, status: 'not_run', reason };
  });
  return { items, left: new Map(), stoppedBecause: reason };
}
