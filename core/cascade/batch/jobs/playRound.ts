import type { StopReason } from '../../../batch/batchResult';
import type { Clock } from '../../../time/clock';
import type { CascadeRun } from '../cascadeRun';
import { Breather } from './breather';
import { inOrder } from './inOrder';
import type { JobAdmissions } from './jobAdmissions';
import { JobBundles } from './jobBundles';
import type { JobKeeper } from './jobKeeper';
import type { JobModels } from './jobModels';
import type { JobsBudget } from './jobsBudget';
import { judge, type Round } from './judge';
import type { Outcome } from './outcome';
import { replay } from './replay';
import type { ReplyTable } from './replyTable';
import { submitBundle } from './submitBundle';

export interface RoundParts {
  readonly runs: readonly CascadeRun[];
  readonly table: ReplyTable;
  readonly models: JobModels;
  readonly admissions: JobAdmissions;
  readonly keeper: JobKeeper;
  readonly budget: JobsBudget;
  /** Whether nothing is submitted any more once a query has failed. */
  readonly stopOnError: boolean;
  /** Why nothing is submitted at all; undefined when it is. */
  readonly stopped: StopReason | undefined;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal?: AbortSignal | undefined;
}

/** So many queries are worked out at the same time. */
const CONCURRENCY = 16;

/**
 * Runs every query with what the jobs have replied, and submits what that leaves to be asked for.
 *
 * @returns how it stands with the queries, in their order
 * @throws the reason of the signal when it aborts
 * @throws {CascadeError} `PRICE_UNKNOWN` when there is a limit of cost and a model without a price
 */
export async function playRound(parts: RoundParts): Promise<readonly Outcome[]> {
  const { runs, admissions, keeper, budget, stopOnError, stopped, clock, signal } = parts;
  const admit: JobAdmissions['admit'] = (index, admission) => admissions.admit(index, admission);
  const bundles = new JobBundles(async (bundle) => {
    // What was stopped meanwhile is not submitted any more.
    if (round.stopped === 'error' || !bundle.model.jobs) return;
    await submitBundle(bundle, bundle.model.jobs, parts);
  });
  const round: Round = { keeper, bundles, budget, stopOnError, stopped };
  const breather = new Breather(clock);
  const outcomes: Outcome[] = [];
  const work = async (index: number) => {
    await breather.pause(signal);
    const run = runs[index];
    if (!run) throw new RangeError(`There is no query ${String(index)}`);
    return await replay(run, index, { ...parts, admit });
  };
  for await (const replayed of inOrder(runs.length, CONCURRENCY, work))
    outcomes.push(await judge(round, replayed));
  await bundles.end();
  if (stopped === undefined) await keeper.close();
  return outcomes;
}
