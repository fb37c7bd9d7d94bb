import type { Awaitable } from '../../stores/awaitable';
import { withTimeLimit, type TimeLimit } from '../../time/withTimeLimit';
import { notTaken } from './delivery';

/**
 * Has the caller take a text that is ready, within the time that is left.
 *
 * @throws {CascadeError} `TEXT_NOT_TAKEN` when that takes longer
 * @throws the reason of the limit's signal when it aborts
 * @throws what the taker throws
 */
export async function handOver(limit: Omit<TimeLimit, 'late'>, taken: () => Awaitable<void>): Promise<void> {
  await withTimeLimit({ ...limit, late: notTaken }, async () => taken()).catch((error: unknown) => {
    limit.signal?.throwIfAborted();
    throw error;
  });
}
