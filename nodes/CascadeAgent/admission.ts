import { RateLimiter, withAdmission, type Admission, type RunOptions, type TenantResult } from '../../core';
import { objectIn } from '../shared/itemJson';
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
  const admission = await admissionOf(task, question);
  if (!admission) return await ask(undefined);
  const { result, booking } = await withAdmission(admission, ask);
  if (booking.unavailable) task.run.warn(`A query could not be counted. ${booking.unavailable.message}`);
  return { ...result, booking };
}

async function admissionOf(
  { run, item }: ItemTask,
  { user, parameters }: Question,
): Promise<Admission | undefined> {
  if (!user?.applies.has('limits')) return undefined;
  const { reservationId: incoming } = objectIn(item.json, 'rateLimit');
  return {
    limiter: new RateLimiter({ store: await run.store.open() }),
    profile: user.profile,
    estimateUsd: parameters.estimatedCostUsd,
    reservationId: parameters.reservationId ?? (typeof incoming === 'string' ? incoming : undefined),
    whenUnavailable: parameters.whenUnavailable,
  };
}
