import { hash } from 'node:crypto';
import type { StopReason } from '../../../batch/batchResult';
import { systemClock, type Clock } from '../../../time/clock';
import { linkedAbort, type LinkedAbort } from '../../engine/linkedAbort';
import type { CascadeRun } from '../cascadeRun';
import { CascadeJobs, type CascadeJobsOptions } from './cascadeJobs';
import type { JobsConfig } from './jobsConfig';
import { noneRun } from './jobsItems';
import type { JobsResult } from './jobsResult';
import { KeptRecord, type KeptUnder } from './keptRecord';
import { stopJobs } from './stopJobs';
import { waitForJobs } from './waitForJobs';

/** How queries are answered by jobs. All times in milliseconds. */
export interface RunInJobsConfig
  extends JobsConfig, Pick<CascadeJobsOptions, 'maxCostUsd' | 'stopOnError' | 'clock' | 'random'> {
  /** What the batch may take. */
  readonly totalTimeoutMs?: number | undefined;
  /** Tells a query, by its place in the batch, from all others. */
  readonly identityOf?: ((index: number) => string) | undefined;
  /** Where the record of the jobs is kept, so that the same batch run again collects them instead of paying twice. */
  readonly checkpoints?: KeptUnder | undefined;
  readonly signal?: AbortSignal | undefined;
}

const ONE_DAY_MS = 86_400_000;

/**
 * Answers queries by jobs of the providers of their models, and waits for them.
 *
 * - What jobs do not answer (no batch API, refused, failed, expired, not done in `longestWaitMs`) is left, or fails:
 *   see `fallback`.
 * - When the total time is over, jobs whose record is kept go on at the provider. Others are cancelled, as when the
 *   caller aborts. What they have answered by then is given.
 *
 * @throws {StoredStateError} for a kept record that cannot be read
 * @throws what the store throws when it cannot be asked for the record
 * @throws as `CascadeJobs.advance` does, for faults that do not pass; jobs whose record is not kept are cancelled before
 */
export async function runInJobs(runs: readonly CascadeRun[], config: RunInJobsConfig): Promise<JobsResult> {
  const { checkpoints, clock = systemClock, random = Math.random, onProgress, signal } = config;
  if (signal?.aborted) return noneRun(runs.length, 'aborted');
  const fingerprint = fingerprintOf(runs.length, config);
  const kept = checkpoints && new KeptRecord(checkpoints);
  const record = await kept?.read(runs.length, fingerprint);
  const jobs = new CascadeJobs(runs, {
    ...config,
    record,
    fingerprint,
    onRecord: kept && ((changed) => kept.keep(changed)),
  });
  if (record) await jobs.reopen();
  const deadline = new Deadline(config, clock);
  const result = await waitForJobs(jobs, { clock, random, onProgress }, deadline.signal)
    .catch(async (error: unknown) => {
      const isKept = kept !== undefined && kept.fault === undefined;
      const stop = { clock, count: runs.length, isKept };
      if (deadline.because !== undefined) return await stopJobs(jobs, deadline.because, stop);
      if (!isKept) await stopJobs(jobs, 'aborted', stop);
      throw error;
    })
    .finally(() => {
      deadline.release();
    });
  return kept?.fault ? { ...result, checkpointFault: kept.fault } : result;
}

function fingerprintOf(queries: number, { identityOf }: RunInJobsConfig): string {
  if (!identityOf) return '';
  const identities = Array.from({ length: queries }, (_, index) => identityOf(index));
  return hash('sha256', JSON.stringify(identities), 'base64url');
}

/** Ends the wait for jobs. */
class Deadline {
  readonly #abort: LinkedAbort;
  readonly #over = new AbortController();
  readonly #caller: AbortSignal | undefined;
  #isLate: 'time' | 'given up' | undefined;

  constructor(
    { totalTimeoutMs = Infinity, longestWaitMs = ONE_DAY_MS, signal }: RunInJobsConfig,
    clock: Clock,
  ) {
    this.#caller = signal;
    this.#abort = linkedAbort(signal);
    clock.sleep(Math.min(totalTimeoutMs, longestWaitMs), this.#over.signal).then(
      () => {
        this.#isLate = totalTimeoutMs <= longestWaitMs ? 'time' : 'given up';
        this.#abort.abort(new Error('The time that jobs are waited for is over'));
      },
      () => undefined,
    );
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Why nobody waits any more; undefined while somebody does. */
  get because(): Extract<StopReason, 'aborted' | 'time'> | 'given up' | undefined {
    return this.#caller?.aborted ? 'aborted' : this.#isLate;
  }

  release(): void {
    this.#over.abort();
    this.#abort.release();
  }
}
