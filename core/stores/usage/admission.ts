import type { AdmissionRequest, LimitType, Refusal } from '../limitStore';
import type { SlidingLog } from './slidingLog';

interface Windows {
  readonly hour: SlidingLog;
  readonly day: SlidingLog;
  readonly leases: SlidingLog;
}

/** What counts at the moment of asking. */
export interface Totals {
  readonly hourly: number;
  readonly daily: number;
  readonly nanoUsd: number;
  readonly concurrent: number;
}

type Terms = Pick<AdmissionRequest, 'limits' | 'estimateNanoUsd'>;

/** A request whose cost nobody estimated still needs a budget that is not used up. */
const LEAST_ESTIMATE = 1;

/** Whether all limits have room for one more request. */
export function hasRoom(terms: Terms, { hourly, daily, nanoUsd, concurrent }: Totals): boolean {
  const { requestsPerHour, requestsPerDay, dailyBudgetNanoUsd, concurrentRequests } = terms.limits;
  return (
    (requestsPerHour === null || hourly < requestsPerHour) &&
    (requestsPerDay === null || daily < requestsPerDay) &&
    (dailyBudgetNanoUsd === null || nanoUsd + estimateOf(terms) <= dailyBudgetNanoUsd) &&
    (concurrentRequests === null || concurrent < concurrentRequests)
  );
}

/** The refusal by the limit that stands against one more request the longest, when not all have room. */
export function refusalFor(terms: Terms, { hour, day, leases }: Windows, now: number): Refusal {
  const { limits } = terms;
  const surplus = (used: number, limit: number | null) => (limit === null ? 0 : Math.max(0, used - limit));
  const waits: readonly [LimitType, number][] = [
    ['hourly', roomFrom(hour, surplus(hour.count + 1, limits.requestsPerHour), 0)],
    ['daily', roomFrom(day, surplus(day.count + 1, limits.requestsPerDay), 0)],
    ['budget', roomFrom(day, 0, surplus(day.cost + estimateOf(terms), limits.dailyBudgetNanoUsd))],
    ['concurrent', roomFrom(leases, surplus(leases.count + 1, limits.concurrentRequests), 0)],
  ];
  const [limitType, release] = waits.reduce((longest, wait) => (wait[1] > longest[1] ? wait : longest));
  return {
    allowed: false,
    limitType,
    retryAfterMs: release === Infinity ? null : release - Math.floor(now),
  };
}

/** When so much has left the log: at once when nothing has to, never when it is more than the log holds. */
function roomFrom(log: SlidingLog, count: number, cost: number): number {
  return count === 0 && cost === 0 ? -Infinity : (log.releaseOf(count, cost) ?? Infinity);
}

function estimateOf({ estimateNanoUsd }: Terms): number {
  return Math.max(LEAST_ESTIMATE, estimateNanoUsd);
}
