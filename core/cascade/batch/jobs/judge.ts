import type { StopReason } from '../../../batch/batchResult';
import { CascadeError } from '../../../errors/cascadeError';
import type { ChatJobs } from '../../../models/jobs/chatJobs';
import { JobsUnavailableError } from '../../../models/jobs/jobsUnavailableError';
import type { JobBundles } from './jobBundles';
import { tooLarge, tooManyPasses, unanswered } from './jobFaults';
import type { JobKeeper } from './jobKeeper';
import type { JobsBudget } from './jobsBudget';
import { isLive, MOST_PASSES, modelKeyOf } from './jobsRecord';
import type { Outcome } from './outcome';
import type { Replayed } from './replay';
import type { Missing } from './replayedModels';

/** What a round may still submit, and what keeps it from more. */
export interface Round {
  readonly keeper: JobKeeper;
  readonly bundles: JobBundles;
  readonly budget: JobsBudget;
  /** Whether the first failure ends the batch. */
  readonly stopOnError: boolean;
  /** Why nothing is submitted any more. */
  stopped: StopReason | undefined;
}

/** Decides what becomes of a query after its replay. To be asked in the order of the queries. */
export async function judge(round: Round, replayed: Replayed): Promise<Outcome> {
  const { index, spent, models } = replayed;
  const known = { index, spent, models };
  switch (replayed.outcome) {
    case 'done':
      return { ...known, kind: 'done', result: replayed.result };
    case 'failed':
      if (round.stopOnError) round.stopped ??= 'error';
      return { ...known, kind: 'failed', error: replayed.error };
    case 'missing': {
      const { missing } = replayed;
      const next = await ask(round, index, missing);
      const others = new Set([...models].filter((key) => key !== missing.model.key));
      const waiting = { ...known, models: others };
      if (next instanceof CascadeError) return { ...waiting, kind: 'left', error: next };
      return next === 'open' ? { ...waiting, kind: 'open' } : { ...waiting, kind: 'withheld', reason: next };
    }
  }
}

/** Sees to it that a job asks for what is missing, unless one does or did; or says why none will. */
async function ask(
  round: Round,
  index: number,
  missing: Missing,
): Promise<'open' | StopReason | CascadeError> {
  const { model, pass, requests, instead } = missing;
  const { jobs } = model;
  if (!jobs) return new JobsUnavailableError(`${model.model} is not asked through an API that has them`);
  if (pass > MOST_PASSES) return tooManyPasses();
  const bytes = requests.reduce((sum, request) => sum + jobs.sizeOf(request), 0);
  if (!fits(jobs, requests.length, bytes)) return tooLarge(model.model);
  const asked = round.keeper.jobOf(index, pass, (job) => modelKeyOf(job) === model.key);
  if (asked) return isLive(asked.entry) ? 'open' : unanswered(asked.entry, instead, asked.words);
  if (round.stopped === undefined && !round.budget.commit(missing)) round.stopped = 'cost';
  if (round.stopped !== undefined) return round.stopped;
  await round.bundles.add(index, missing, jobs.limits, bytes);
  return 'open';
}

function fits({ limits }: ChatJobs, requests: number, bytes: number): boolean {
  return requests <= limits.requests && bytes <= limits.bytes;
}
