import pLimit from 'p-limit';
import PQueue from 'p-queue';
import pRetry from 'p-retry';
import type * as Core from '../../core/index.ts';

/** Answers a query; throws what a provider's client throws. */
type Call = (query: number, signal: AbortSignal) => Promise<unknown>;

export interface Contestant {
  readonly name: string;
  /** How many queries it got an answer to. */
  readonly answer: (queries: readonly number[], call: Call) => Promise<number>;
}

const TIMEOUT_MS = 150;
const RETRIES = 3;
const FIRST_WAIT_MS = 50;

/** What is shipped, under one strategy. Times are those of a provider that is 20 times as fast as in life. */
export function own(core: typeof Core, strategy: Core.BatchStrategy, maxConcurrency?: number): Contestant {
  return {
    name: maxConcurrency === undefined ? strategy : `${strategy} ${String(maxConcurrency)}`,
    answer: async (queries, call) => {
      const { done } = await core.runBatch(queries, (query, { signal }) => call(query, signal), {
        strategy,
        maxConcurrency,
        timeoutMs: TIMEOUT_MS,
        retry: { baseDelayMs: FIRST_WAIT_MS },
      });
      return done;
    },
  };
}

/** p-limit with p-retry around each call, as their documentation puts them together. */
export function pLimitQueue(atOnce: number): Contestant {
  return {
    name: `p-limit ${String(atOnce)}`,
    answer: async (queries, call) => {
      const limit = pLimit(atOnce);
      return await countAnswered(queries.map((query) => limit(() => retried(query, call))));
    },
  };
}

/** p-queue with p-retry around each call. */
export function pQueue(atOnce: number): Contestant {
  return {
    name: `p-queue ${String(atOnce)}`,
    answer: async (queries, call) => {
      const queue = new PQueue({ concurrency: atOnce });
      return await countAnswered(queries.map((query) => queue.add(() => retried(query, call))));
    },
  };
}

async function retried(query: number, call: Call): Promise<unknown> {
  const options = { retries: RETRIES, minTimeout: FIRST_WAIT_MS, randomize: true };
  return await pRetry(() => call(query, AbortSignal.timeout(TIMEOUT_MS)), options);
}

async function countAnswered(answers: readonly Promise<unknown>[]): Promise<number> {
  const settled = await Promise.allSettled(answers);
  return settled.filter(({ status }) => status === 'fulfilled').length;
}
