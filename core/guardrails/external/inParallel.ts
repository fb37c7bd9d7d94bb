import { asError } from '../../errors/asError';

export interface ParallelOptions {
  /** How many run at the same time. */
  readonly atOnce: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does the work for each item, a few at a time, and gives the results in the order of the items. The first failure
 * ends it: no further item is begun, and those under way are told to stop.
 *
 * @throws what the first failing work throws
 * @throws the reason of `signal` when the caller aborts
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  { atOnce, signal }: ParallelOptions,
  work: (item: Item, signal: AbortSignal) => Promise<Result>,
): Promise<Result[]> {
  signal?.throwIfAborted();
  const failed = new AbortController();
  const stop = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) {
      stop.throwIfAborted();
      results[index] = await work(item, stop);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker)).catch(
    (cause: unknown) => {
      failed.abort(cause);
      throw asError(cause);
    },
  );
  return results;
}
