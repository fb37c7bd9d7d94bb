import { withAdmission, type RunOptions, type TenantResult } from '../../core';
import { admissionOf } from '../shared/queries/admissionOf';
import type { ItemTask, Question } from './task';

/** @param onAttempt is to be told of every call of a model, when somebody counts */
type Ask = (onAttempt: RunOptions['onAttempt']) => Promise<TenantResult>;

/**
 * Asks within the limits of the user, if there are any. What has to be fetched for it is fetched once there is room, and
 * should that fail, a reservation made by a node before is given back.
 *
 * @throws as `withAdmission` does
 */
export async function withinLimits(task: ItemTask, question: Question, ask: Ask): Promise<TenantResult> {
  const { run, item } = task;
  const admission = await admissionOf(run.store, { item, ...question });
  if (!admission) return await ask(undefined);
  const { result, booking } = await withAdmission(admission, ask);
  if (booking.unavailable) run.warn(`A query could not be counted. ${booking.unavailable.message}`);
  return { ...result, booking };
}
