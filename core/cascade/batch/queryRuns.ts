import type { WorkContext } from '../../batch/batchConfig';
import type { BatchItem } from '../../batch/batchResult';
import { asError } from '../../errors/asError';
import { CascadeError } from '../../errors/cascadeError';
import type { Clock } from '../../time/clock';
import { withTimeLimit } from '../../time/withTimeLimit';
import type { CascadeModel } from '../engine/cascadeModel';
import { requirePrices } from '../engine/requirePrices';
import { toTenths } from '../../time/toTenths';
import { Stopwatch } from '../engine/stopwatch';
import type { Traffic } from '../engine/traffic';
import { Spending } from '../tenant/spending';
import type { TenantResult } from '../tenant/tenantRun';
import type { CascadeRun } from './cascadeRun';
import { QueryFailure } from './queryFailure';
import { watchClock } from './watchClock';

export interface QueryRunsParts {
  readonly runs: readonly CascadeRun[];
  readonly clock: Clock;
  /** Called as each run begins: its own way through the traffic, and what to call when it ends. */
  readonly setOut: () => { readonly traffic: Traffic; readonly end: () => void };
  /** Milliseconds for each query, waiting for traffic left out. */
  readonly timeoutMs: number | undefined;
  /** Whether each model needs a price. */
  readonly isCostLimited: boolean;
  /** Told when a query fails. */
  readonly onFailure: () => void;
}

/** What is known of a query besides its outcome. */
interface Account {
  readonly watch: Stopwatch;
  readonly spending: Spending;
  /** Once it has ended. */
  latencyMs: number | undefined;
}

/** How long the end of those is waited for that were given up, in ms: it takes them moments, unless they do not obey. */
const GRACE_MS = 1000;

/** Runs the queries of a batch, each when it is told to, and keeps the account of each. */
export class QueryRuns {
  readonly #parts: QueryRunsParts;
  /** In ms, by the place of the query. */
  readonly #latencies: Float64Array;
  /** Of the queries that are under way, and of those that have failed. */
  readonly #accounts = new Map<number, Account>();
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(parts: QueryRunsParts) {
    this.#parts = parts;
    this.#latencies = new Float64Array(parts.runs.length);
  }

  /** @throws {QueryFailure} */
  async work(index: number, { signal }: Pick<WorkContext, 'signal'>): Promise<TenantResult> {
    const account: Account = {
      watch: new Stopwatch(this.#parts.clock),
      spending: new Spending(),
      latencyMs: undefined,
    };
    this.#accounts.set(index, account);
    const running = this.#run(index, account, signal);
    this.#underWay.add(running);
    return await running.then(
      (result) => {
        this.#underWay.delete(running);
        this.#accounts.delete(index);
        this.#latencies[index] = account.watch.elapsedMs;
        return result;
      },
      (thrown: unknown) => {
        this.#underWay.delete(running);
        account.latencyMs = account.watch.elapsedMs;
        this.#parts.onFailure();
        throw new QueryFailure(asError(thrown), account.spending.knownCostUsd);
      },
    );
  }

  /** Waits a little for the end of those that were given up, so that what they have spent is known. */
  async ended(): Promise<void> {
    if (this.#underWay.size === 0) return;
    const limit = { clock: this.#parts.clock, timeoutMs: GRACE_MS, late: () => new Error('They go on') };
    await withTimeLimit(limit, () => Promise.allSettled(this.#underWay)).catch(() => undefined);
  }

  /** What became of a query, with what this batch knows of it. */
  told(item: BatchItem<TenantResult>): BatchItem<TenantResult> {
    const { index } = item;
    if (item.status === 'done') {
      return item.source === 'run'
        ? { ...item, latencyMs: toTenths(this.#latencies[index] ?? item.latencyMs) }
        : item;
    }
    if (item.status === 'not_run') return item;
    const error = item.error instanceof QueryFailure ? item.error.failure : item.error;
    const account = this.#accounts.get(index);
    if (!account) return { ...item, error };
    const { watch, spending, latencyMs = watch.elapsedMs } = account;
    return {
      ...item,
      error,
      costUsd: spending.costUsd,
      latencyMs: toTenths(latencyMs),
    };
  }

  /** Of a query that has failed, or was given up. */
  spendingOf(index: number): Spending | undefined {
    return this.#accounts.get(index)?.spending;
  }

  async #run(index: number, account: Account, signal: AbortSignal): Promise<TenantResult> {
    const { runs, clock, timeoutMs, setOut } = this.#parts;
    const run = runs[index];
    if (!run) throw new RangeError(`There is no query ${String(index)}`);
    const { watch, spending } = account;
    const { traffic, end } = setOut();
    const begun = async (limit: AbortSignal) =>
      await run({
        signal: limit,
        traffic,
        watch,
        onAttempt: (attempt) => {
          spending.note(attempt);
        },
        isReplayed: false,
        models: (models) => this.#priced(models),
        admission: (admission) => Promise.resolve(admission),
      });
    const limit = { clock: watchClock(watch, clock), signal, late };
    const running = timeoutMs === undefined ? begun(signal) : withTimeLimit({ ...limit, timeoutMs }, begun);
    return await running.finally(end);
  }

  #priced(models: readonly CascadeModel[]): readonly CascadeModel[] {
    if (this.#parts.isCostLimited) requirePrices(models);
    return models;
  }
}

function late(timeoutMs: number): CascadeError {
  return new CascadeError(
    `The query took longer than ${String(timeoutMs)} ms, waiting for its turns left out`,
    {
      code: 'BATCH_QUERY_TIME',
      hint: 'Raise the time of a query, or choose faster models.',
    },
  );
}
