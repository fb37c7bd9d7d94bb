import type { BatchConfig, WorkContext } from '../../../../core/batch/batchConfig';
import type { BatchResult } from '../../../../core/batch/batchResult';
import { runBatch } from '../../../../core/batch/runBatch';
import type { VirtualClock } from './virtualClock';

/** `[0, 1, ... n - 1]` */
export function queries(n: number): number[] {
  return Array.from({ length: n }, (_, index) => index);
}

/** An error as a provider's client throws it. */
export class Fault extends Error {
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(status?: number, retryAfterMs?: number) {
    super(`Status ${String(status)}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Work that takes `ms`, and stops when it is to. */
export function taking(clock: VirtualClock, ms: number) {
  return async (query: number, { signal }: WorkContext): Promise<string> => {
    await clock.sleep(ms, signal);
    return `answer ${String(query)}`;
  };
}

/** Runs a batch while the clock's time passes as fast as it can. */
export async function run<Query, Value>(
  clock: VirtualClock,
  given: readonly Query[],
  work: (query: Query, context: WorkContext) => Promise<Value>,
  config: BatchConfig<Query, Value> = {},
): Promise<BatchResult<Value>> {
  return await clock.runUntil(runBatch(given, work, { clock, random: () => 0, ...config }));
}

/** One letter for what became of each query: done, failed, not run. */
export function letters({ items }: BatchResult<unknown>): string {
  return items.map(({ status }) => status.charAt(0)).join('');
}
