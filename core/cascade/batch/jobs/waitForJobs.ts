import { StoreUnavailableError } from '../../../stores/storeUnavailableError';
import type { Clock } from '../../../time/clock';
import { asError } from '../../../errors/asError';
import { mayPass } from '../../engine/retry';
import type { CascadeJobs } from './cascadeJobs';
import type { JobsProgress } from './jobsConfig';
import type { JobsResult } from './jobsResult';

/** Jobs of a few requests may be done within seconds, those of many take hours: the longer, the seldomer is looked. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;
const GROWTH = 1.5;
/** A part of each wait is random, so that many batches do not look at the same moment. */
const JITTER = 0.2;
/** At a minute each, half an hour. */
const MOST_FAULTS = 30;

export interface Waiting {
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly onProgress: ((progress: JobsProgress) => void) | undefined;
}

/**
 * Looks at jobs from time to time, and sees them through all passes. Faults that may pass are borne for a while.
 *
 * @throws the reason of the signal when it aborts
 * @throws as `CascadeJobs.advance` does
 */
export async function waitForJobs(
  jobs: CascadeJobs,
  { clock, random, onProgress }: Waiting,
  signal: AbortSignal,
): Promise<JobsResult> {
  let pass = 0;
  let waitMs = FIRST_WAIT_MS;
  for (let faults = 0; ;) {
    const step = await jobs.advance(signal).catch((error: unknown) => {
      signal.throwIfAborted();
      faults += 1;
      if (faults > MOST_FAULTS || !isPassing(asError(error))) throw error;
      return undefined;
    });
    if (step?.state === 'finished') return step.result;
    if (step) faults = 0;
    const { progress } = jobs;
    onProgress?.(progress);
    if (progress.pass > pass) waitMs = FIRST_WAIT_MS;
    pass = progress.pass;
    await clock.sleep(waitMs * (1 - JITTER * random()), signal);
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * GROWTH);
  }
}

function isPassing(error: Error): boolean {
  return mayPass(error) || error instanceof StoreUnavailableError;
}
