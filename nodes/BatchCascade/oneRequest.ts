import { withAdmission, type Booking, type CascadeBatchResult, type RunOptions } from '../../core';
import { admissionOf } from '../shared/queries/admissionOf';
import { readCounting } from '../shared/queries/queryParameters';
import { readUser } from '../shared/queries/user';
import type { BatchRun } from './batchRun';

/** A batch, and what was booked for it as a whole. */
export interface BookedBatch {
  readonly batch: CascadeBatchResult;
  readonly booking?: Booking;
}

/**
 * The user of the first item makes one request, which costs what the batch costs.
 *
 * @throws as `withAdmission` does
 */
export async function asOneRequest(
  run: BatchRun,
  answer: (onAttempt?: RunOptions['onAttempt']) => Promise<CascadeBatchResult>,
): Promise<BookedBatch> {
  const { context, store } = run;
  const [item] = context.getInputData();
  if (!item) return { batch: await answer() };
  const user = await readUser(context, 0, () => store.profiles());
  const admission = await admissionOf(store, { item, user, parameters: readCounting(context, 0) });
  if (!admission) return { batch: await answer() };
  const { result, booking } = await withAdmission(admission, async (onAttempt) => {
    const batch = await answer(onAttempt);
    return { batch, cascade: { costUsd: batch.costUsd } };
  });
  if (booking.unavailable) run.warn(`The batch could not be counted. ${booking.unavailable.message}`);
  return { batch: result.batch, booking };
}
