import { asError } from '../../../errors/asError';
import { ChatModelError } from '../../../models/chatModelError';
import type { ChatJob, ChatJobs, JobRequest } from '../../../models/jobs/chatJobs';
import { JobInDoubtError } from '../../../models/jobs/jobInDoubtError';
import { JobsUnavailableError } from '../../../models/jobs/jobsUnavailableError';
import type { Clock } from '../../../time/clock';
import { isRefusal } from '../../engine/endOf';
import { waitBefore } from '../../engine/retry';
import { withGrace } from './graceAbort';
import type { JobBundle } from './jobBundles';
import type { JobKeeper } from './jobKeeper';
import type { JobEntry } from './jobsRecord';

/** A job that is handed in when the batch is aborted is better known, and cancelled, than paid for unseen. */
const GRACE_MS = 10_000;

/** How often a job is handed in again that its provider has no room for just now. */
const RETRIES = 3;
const LONGEST_WAIT_MS = 60_000;

export interface Submitting {
  readonly keeper: JobKeeper;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Hands a job in. The record says so before and after, so that nobody hands it in a second time. A provider that does
 * not take it is an outcome like any other.
 *
 * @throws the reason of the signal when it aborts
 */
export async function submitBundle(bundle: JobBundle, jobs: ChatJobs, submitting: Submitting): Promise<void> {
  const { keeper, signal } = submitting;
  signal?.throwIfAborted();
  const { model, requests, pass, first, last } = bundle;
  const place = await keeper.add({
    pass,
    model: model.model,
    modelId: model.modelId,
    first,
    last,
    requests: requests.length,
    id: null,
    state: 'submitting',
    isReplaced: false,
  });
  const taken = await handIn(requests, jobs, submitting);
  if (!(taken instanceof Error)) {
    await keeper.update(place, { id: taken.id, state: stateOf(taken) }, wordsOf(taken));
  } else {
    await keeper.update(place, { state: stateAfter(taken) }, taken.message);
  }
  signal?.throwIfAborted();
}

function stateAfter(error: Error): JobEntry['state'] {
  if (error instanceof JobInDoubtError) return 'lost';
  return error instanceof JobsUnavailableError ? 'unavailable' : 'refused';
}

async function handIn(
  requests: readonly JobRequest[],
  jobs: ChatJobs,
  { clock, random, signal }: Submitting,
): Promise<ChatJob | Error> {
  for (let retry = 0; ; retry += 1) {
    const taken = await withGrace({ clock, signal, graceMs: GRACE_MS }, (grace) =>
      jobs.submit(requests, grace).catch((error: unknown) => asFault(error, grace)),
    );
    const waitMs = taken instanceof Error ? waitAfter(taken, retry, random) : undefined;
    if (waitMs === undefined || signal?.aborted) return taken;
    await clock.sleep(waitMs, signal).catch(() => undefined);
    if (signal?.aborted) return taken;
  }
}

/** What is broken off may have arrived all the same. */
function asFault(error: unknown, { aborted }: AbortSignal): Error {
  const cause = asError(error);
  if (!aborted || cause instanceof JobInDoubtError) return cause;
  return new JobInDoubtError(
    new ChatModelError('The submission was broken off', { fault: 'network', cause }),
  );
}

/** Milliseconds; undefined when it does not pay to hand it in again. */
function waitAfter(error: Error, retry: number, random: () => number): number | undefined {
  if (!isRefusal(error) || retry === RETRIES) return undefined;
  const waitMs = waitBefore(retry, error.retryAfterMs, random);
  return waitMs > LONGEST_WAIT_MS ? undefined : waitMs;
}

/** As the record has it. */
export function stateOf({ ended }: ChatJob): 'running' | NonNullable<ChatJob['ended']> {
  return ended ?? 'running';
}

export function wordsOf({ faults }: ChatJob): string | undefined {
  return faults.length === 0 ? undefined : faults.join('; ');
}
