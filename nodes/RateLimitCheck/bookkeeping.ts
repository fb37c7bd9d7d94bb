import type { IDataObject } from 'n8n-workflow';
import { InvalidParameterError, RateLimiter, systemClock, type Closing } from '../../core';
import { readUserIdField } from '../shared/tenants/userId';
import { readDollars } from './dollars';
import { usageReport } from './report';
import { readSubject } from './subject';
import type { ItemTask } from './task';

const RESERVATION_ID = 'a reservation ID as Check and Count gives it';

/** What is added to the item's `rateLimit`. */
export type Bookkeeping = () => Promise<IDataObject>;

/** @throws {InvalidParameterError} */
export async function prepareUsage(task: ItemTask): Promise<Bookkeeping> {
  const { context, itemIndex, options, store } = task;
  const profile = await readSubject(context, itemIndex, () => store.profiles());
  const limiter = await limiterOf(task);
  return async () => {
    if (!profile) return { unknownUser: true, tier: null, usage: null };
    const usage = await limiter.getUsage(profile);
    return usageReport({ allowed: true, usage }, { tier: profile.tier, now: systemClock.now() }, options);
  };
}

/**
 * Settles the item's reservation. Without one it counts a request that was made unasked.
 *
 * @throws {InvalidParameterError}
 */
export async function prepareCost(task: ItemTask): Promise<Bookkeeping> {
  const { context, itemIndex } = task;
  const costUsd = readDollars('Cost (USD)', context.getNodeParameter('cost', itemIndex, undefined));
  const reservationId = readReservationId(task);
  if (reservationId === undefined) {
    const userId = readUserIdField(context, itemIndex);
    const limiter = await limiterOf(task);
    return async () => {
      await limiter.recordRequest(userId, costUsd);
      return { status: 'recorded', costUsd };
    };
  }
  const limiter = await limiterOf(task);
  return async () => ({
    status: statusOf(await limiter.settle(reservationId, costUsd), 'settled', task),
    costUsd,
  });
}

/** @throws {InvalidParameterError} */
export async function prepareRelease(task: ItemTask): Promise<Bookkeeping> {
  const reservationId = readReservationId(task);
  if (reservationId === undefined) {
    throw new InvalidParameterError('Reservation ID', undefined, RESERVATION_ID);
  }
  const limiter = await limiterOf(task);
  return async () => ({ status: statusOf(await limiter.release(reservationId), 'released', task) });
}

/** @throws {InvalidParameterError} */
export async function prepareReset(task: ItemTask): Promise<Bookkeeping> {
  const userId = readUserIdField(task.context, task.itemIndex);
  const limiter = await limiterOf(task);
  return async () => {
    await limiter.resetUsage(userId);
    return { status: 'reset' };
  };
}

async function limiterOf({ store }: ItemTask): Promise<RateLimiter> {
  return new RateLimiter({ store: await store.open() });
}

/** An expression that finds none, or the null of a request that was not counted, is no reservation. */
function readReservationId({ context, itemIndex }: ItemTask): string | undefined {
  const given: unknown = context.getNodeParameter('reservationId', itemIndex, undefined);
  if (given === undefined || given === null || given === '') return undefined;
  if (typeof given === 'string') return given;
  throw new InvalidParameterError('Reservation ID', given, RESERVATION_ID);
}

function statusOf(closing: Closing, done: 'settled' | 'released', { notes }: ItemTask): string {
  if (closing === 'closed') return done;
  if (closing === 'unknown') notes.unknownReservation();
  return closing;
}
