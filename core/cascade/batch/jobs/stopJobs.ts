import type { StopReason } from '../../../batch/batchResult';
import { CascadeError } from '../../../errors/cascadeError';
import type { Clock } from '../../../time/clock';
import { withTimeLimit } from '../../../time/withTimeLimit';
import type { CascadeJobs } from './cascadeJobs';
import { noneRun } from './jobsItems';
import type { JobsResult } from './jobsResult';

/** What providers have to end a job in, before what it has answered by then is looked for. */
const CANCEL_MS = 10_000;
const LOOK_EVERY_MS = 1_000;
/** What it may take to fetch and work out what there is. */
const COLLECT_MS = 60_000;

export interface Stop {
  readonly clock: Clock;
  /** Of the queries. */
  readonly count: number;
  /** Whether another process can go on with the jobs. */
  readonly isKept: boolean;
}

/** Ends the jobs, unless they can be collected later, and gives what they have answered by then. Never throws. */
export async function stopJobs(
  jobs: CascadeJobs,
  because: Extract<StopReason, 'aborted' | 'time'> | 'given up',
  { clock, count, isKept }: Stop,
): Promise<JobsResult> {
  if (because !== 'time' || !isKept) {
    await withTimeLimit({ clock, timeoutMs: CANCEL_MS, late }, (signal) =>
      cancelled(jobs, clock, signal),
    ).catch(() => undefined);
  }
  return await withTimeLimit({ clock, timeoutMs: COLLECT_MS, late }, (signal) =>
    because === 'given up' ? jobs.giveUp(signal) : jobs.collect(because, signal),
  ).catch(() => noneRun(count, because === 'given up' ? 'time' : because));
}

async function cancelled(jobs: CascadeJobs, clock: Clock, signal: AbortSignal): Promise<void> {
  await jobs.cancel(signal);
  for (;;) {
    await jobs.look(signal);
    if (!jobs.isUnderWay) return;
    await clock.sleep(LOOK_EVERY_MS, signal);
  }
}

function late(): CascadeError {
  return new CascadeError('The jobs did not end in time', { code: 'JOBS_NOT_ENDED' });
}
