import type { StopReason } from '../../../batch/batchResult';
import { InvalidParameterError } from '../../../errors/invalidParameterError';
import { jobPriceShare } from '../../../models/jobs/discount';
import { systemClock, type Clock } from '../../../time/clock';
import { identityOf, type CascadeModel } from '../../engine/cascadeModel';
import type { CascadeRun } from '../cascadeRun';
import { inOrder } from './inOrder';
import { JobAdmissions } from './jobAdmissions';
import { tooLate } from './jobFaults';
import { JobKeeper, type OnRecord } from './jobKeeper';
import { JobModels } from './jobModels';
import { JobsAtProviders } from './jobsAtProviders';
import { JobsBudget } from './jobsBudget';
import type { JobsConfig, JobsProgress } from './jobsConfig';
import { jobsResultOf } from './jobsItems';
import { newRecord, readJobsRecord, type JobsRecord } from './jobsRecord';
import type { JobsResult } from './jobsResult';
import { leftRun } from './leftRun';
import type { Outcome } from './outcome';
import { playRound } from './playRound';
import { replay } from './replay';
import { ReplyTable } from './replyTable';

export interface CascadeJobsOptions extends Pick<JobsConfig, 'discount' | 'fallback'> {
  /** Of a batch that was begun before, with the same queries in the same order. */
  readonly record?: unknown;
  /** Tells the queries from others. */
  readonly fingerprint?: string | undefined;
  /** Known from the beginning: others show themselves when queries are run. */
  readonly models?: readonly CascadeModel[] | undefined;
  /** US dollars that the batch may spend. */
  readonly maxCostUsd?: number | undefined;
  /** Whether nothing is submitted any more once a query has failed. */
  readonly stopOnError?: boolean | undefined;
  readonly onRecord?: OnRecord | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: (() => number) | undefined;
}

/** How far a batch is. */
export type JobsStep =
  { readonly state: 'waiting' } | { readonly state: 'finished'; readonly result: JobsResult };

/** So many reservations are settled at the same time. */
const SETTLED_AT_ONCE = 16;

/**
 * A batch of queries as jobs of the providers of their models, in passes: the drafts of all queries first, then what the
 * stronger models are to answer for those whose draft was rejected, and so on.
 *
 * Nothing waits in memory. Each pass runs every query again, with models that answer from the replies of the jobs; a run
 * that asks for more is ended, and what it asked for becomes a part of the next job. All that has to be kept is the
 * `record`, and any process can go on with it, given the same queries. So a run has to ask the same whenever it is made:
 * it may use no memory, no tools, no cache and no learning, and whatever else it does, such as asking for a guardrail's
 * opinion, it does once for each pass.
 */
export class CascadeJobs {
  readonly #runs: readonly CascadeRun[];
  readonly #options: CascadeJobsOptions;
  readonly #clock: Clock;
  readonly #admissions: JobAdmissions;
  readonly #keeper: JobKeeper;
  readonly #models: JobModels;
  readonly #jobs: JobsAtProviders;

  /** @throws {InvalidParameterError} for a record that is none, or of another number of queries */
  constructor(runs: readonly CascadeRun[], options: CascadeJobsOptions = {}) {
    const { record: given, clock = systemClock, fingerprint = '', discount, onRecord, models = [] } = options;
    const record =
      given === undefined ? newRecord(runs.length, fingerprint, clock.now()) : recordOf(runs, given);
    this.#runs = runs;
    this.#options = options;
    this.#clock = clock;
    this.#admissions = new JobAdmissions(record);
    this.#keeper = new JobKeeper(record, this.#admissions, onRecord);
    this.#models = new JobModels(discount === undefined ? knownDiscount : () => discount);
    for (const model of models) this.#models.known(model);
    this.#jobs = new JobsAtProviders({
      keeper: this.#keeper,
      models: this.#models,
      clock,
      show: (index, signal) => this.#show(index, signal),
    });
  }

  get record(): JobsRecord {
    return this.#keeper.record;
  }

  /** Of the latest pass, as its jobs were when last looked at. */
  get progress(): JobsProgress {
    const { jobs } = this.#keeper;
    const pass = Math.max(1, ...jobs.map((job) => job.pass));
    let [total, answered, failed] = [0, 0, 0];
    for (const [place, job] of jobs.entries()) {
      if (job.pass !== pass) continue;
      const counts = this.#jobs.countsOf(place);
      total += job.requests;
      answered += counts?.answered ?? 0;
      failed += counts?.failed ?? 0;
    }
    return { pass, total, answered, failed };
  }

  /** Whether a provider may still answer. */
  get isUnderWay(): boolean {
    return this.#keeper.isLive;
  }

  /** Has what jobs left unanswered that are over asked again, unless a provider may have taken it. */
  async reopen(): Promise<void> {
    await this.#keeper.reopen();
  }

  /** Looks at the jobs under way, and does nothing else. @throws as {@link advance} does */
  async look(signal?: AbortSignal): Promise<void> {
    await this.#jobs.look(signal);
  }

  /**
   * Looks at the jobs, and goes on when all that were under way have ended: submits those of the next pass, or gives what
   * became of the queries when there is none. The first call submits the first pass.
   *
   * @throws {ChatModelError} when a provider cannot be asked
   * @throws {CascadeError} `JOB_MODEL_GONE` when the queries do not ask the model of a job any more
   * @throws {CascadeError} `PRICE_UNKNOWN` when there is a limit of cost and a model without a price
   * @throws the reason of the signal when it aborts
   */
  async advance(signal?: AbortSignal): Promise<JobsStep> {
    await this.#jobs.look(signal);
    for (;;) {
      if (this.isUnderWay) return { state: 'waiting' };
      const before = this.#keeper.jobs.length;
      const played = await this.#play(undefined, signal);
      if (this.#keeper.jobs.length === before) return { state: 'finished', result: await this.#end(played) };
    }
  }

  /**
   * What became of the queries by now: those that wait for a job are given as not run.
   *
   * @throws as {@link advance} does
   */
  async collect(reason: StopReason, signal?: AbortSignal): Promise<JobsResult> {
    return await this.#end(await this.#play(reason, signal), reason);
  }

  /** The same, but those that wait for a job are left by it from now on. @throws as {@link advance} does */
  async giveUp(signal?: AbortSignal): Promise<JobsResult> {
    const { table, outcomes } = await this.#play('time', signal);
    return await this.#end({ table, outcomes: outcomes.map(givenUp) });
  }

  /** Asks the providers to end the jobs under way. What is answered by then stays. @throws as {@link advance} does */
  async cancel(signal?: AbortSignal): Promise<void> {
    await this.#jobs.cancel(signal);
  }

  async #play(stopped: StopReason | undefined, signal: AbortSignal | undefined): Promise<Played> {
    const { maxCostUsd, stopOnError = false, random = Math.random } = this.#options;
    const table = new ReplyTable();
    const budget = new JobsBudget(maxCostUsd);
    await this.#jobs.fetch(table, budget, signal);
    const outcomes = await playRound({
      runs: this.#runs,
      table,
      models: this.#models,
      admissions: this.#admissions,
      keeper: this.#keeper,
      budget,
      stopOnError,
      stopped,
      clock: this.#clock,
      random,
      signal,
    });
    return { table, outcomes };
  }

  /** Settles what was reserved for queries whose outcome is known. */
  async #end({ table, outcomes }: Played, reason?: StopReason): Promise<JobsResult> {
    const goesOn = reason === undefined && this.#options.fallback !== 'fail';
    const settled: Outcome[] = [];
    const settle = async (place: number) => {
      const outcome = outcomes[place];
      return outcome && !(outcome.kind === 'left' && goesOn) ? await this.#settled(outcome) : outcome;
    };
    for await (const outcome of inOrder(outcomes.length, SETTLED_AT_ONCE, settle))
      if (outcome) settled.push(outcome);
    return jobsResultOf(settled, {
      latencyMs: this.#clock.now() - this.record.startedAt,
      reason,
      goOn: goesOn ? (outcome) => this.#leftRun(outcome, table) : undefined,
    });
  }

  async #settled(outcome: Outcome): Promise<Outcome> {
    const { index, kind, spent } = outcome;
    if (kind === 'open' && this.isUnderWay) return outcome;
    const booking = await this.#admissions.settle(index, spent);
    return kind === 'done' && booking ? { ...outcome, result: { ...outcome.result, booking } } : outcome;
  }

  #leftRun({ index, models: used }: Extract<Outcome, { kind: 'left' }>, table: ReplyTable): CascadeRun {
    const reservationId = this.#admissions.reservationOf(index);
    return leftRun(this.#runAt(index), { index, table, models: this.#models, used, reservationId });
  }

  /** Its models are known as soon as the query has asked for them; what it asks is of no interest here. */
  async #show(index: number, signal: AbortSignal | undefined): Promise<void> {
    const admit = () => Promise.resolve();
    const parts = { table: new ReplyTable(), models: this.#models, admit, clock: this.#clock, signal };
    await replay(this.#runAt(index), index, parts);
  }

  #runAt(index: number): CascadeRun {
    const run = this.#runs[index];
    if (run) return run;
    throw new InvalidParameterError(
      'runs',
      this.#runs,
      `a list with the query ${String(index)} of the record`,
    );
  }
}

function givenUp(outcome: Outcome): Outcome {
  if (outcome.kind !== 'open' && outcome.kind !== 'withheld') return outcome;
  const { index, spent, models } = outcome;
  return { kind: 'left', index, spent, models, error: tooLate() };
}

interface Played {
  readonly table: ReplyTable;
  readonly outcomes: readonly Outcome[];
}

function recordOf(runs: readonly CascadeRun[], given: unknown): JobsRecord {
  const record = readJobsRecord(given);
  if (record.queries === runs.length) return record;
  throw new InvalidParameterError('runs', runs, `a list of the ${String(record.queries)} of the record`);
}

function knownDiscount(model: CascadeModel): number {
  return 1 - (jobPriceShare(identityOf(model)) ?? 1);
}
