import { CascadeError } from '../../../errors/cascadeError';
import type { JobReply } from '../../../models/jobs/chatJobs';
import { MOST_PASSES, type JobEntry } from './jobsRecord';

const ASK_AGAIN = 'Run the query again, or let queries that jobs leave unanswered be asked one at a time.';

/** Why a request has no reply although it was in a job. `why`: in the provider's words, as far as they are known. */
export function unanswered(entry: JobEntry, instead: JobReply | undefined, why?: string): CascadeError {
  const { message, code } = FAULTS[faultOf(entry, instead)];
  const more = why === undefined || why === '' ? '' : `: ${why}`;
  return new CascadeError(`${message}${more}`, { code, hint: HINTS.get(code) ?? ASK_AGAIN });
}

type Fault = 'refused' | 'unavailable' | 'failed' | 'expired' | 'cancelled' | 'lost' | 'missing';

function faultOf({ state }: JobEntry, instead: JobReply | undefined): Fault {
  if (instead?.kind === 'expired' || instead?.kind === 'cancelled') return instead.kind;
  switch (state) {
    case 'refused':
    case 'unavailable':
    case 'failed':
    case 'expired':
    case 'cancelled':
    case 'lost':
      return state;
    default:
      return 'missing';
  }
}

const FAULTS: Readonly<Record<Fault, { readonly code: string; readonly message: string }>> = {
  refused: { code: 'JOB_REFUSED', message: 'The provider did not take the job of this query' },
  unavailable: { code: 'JOBS_UNAVAILABLE', message: 'The provider takes no jobs' },
  failed: { code: 'JOB_FAILED', message: 'The job of this query failed at the provider' },
  expired: { code: 'JOB_EXPIRED', message: 'The time of the job was over before this query had its turn' },
  cancelled: { code: 'JOB_CANCELLED', message: 'The job was cancelled before this query had its turn' },
  lost: { code: 'JOB_LOST', message: 'Nobody knows whether the provider took the job of this query' },
  missing: { code: 'JOB_REPLY_MISSING', message: 'The results of the job have no reply to this query' },
};

const HINTS: ReadonlyMap<string, string> = new Map([
  [
    'JOB_REPLY_MISSING',
    'Collect with the same queries, in the same order and with the same settings as when the job was submitted.',
  ],
]);

export function tooManyPasses(): CascadeError {
  return new CascadeError(`The query has no answer after ${String(MOST_PASSES)} passes of jobs`, {
    code: 'JOB_PASSES',
    hint: ASK_AGAIN,
  });
}

export function tooLate(): CascadeError {
  return new CascadeError('The job of this query was not done in the time that jobs are waited for', {
    code: 'JOB_TOO_LATE',
    hint: 'Wait longer for jobs, or let queries that they leave unanswered be asked one at a time.',
  });
}

export function tooLarge(model: string): CascadeError {
  return new CascadeError(`A request to ${model} is larger than a job may be`, {
    code: 'JOB_TOO_LARGE',
    hint: 'Shorten the query or its images, or let such queries be asked one at a time.',
  });
}

/** The runs that were given to collect a job ask other models than those that it was submitted with. */
export function modelGone({ model }: JobEntry): CascadeError {
  return new CascadeError(`No query asks the model ${model} any more, which a job was submitted to`, {
    code: 'JOB_MODEL_GONE',
    hint: 'Collect with the models that the job was submitted with.',
  });
}
