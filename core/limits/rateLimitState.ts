import type { Usage, UsageLimits, WindowUsage } from '../stores/limitStore';
import { usdOf } from './money';

/** What a user has used of one limit. */
export interface LimitState {
  readonly used: number;
  /** null = unlimited. */
  readonly limit: number | null;
  /** Never below 0; null = unlimited. */
  readonly remaining: number | null;
  /** When all that is used now will have left the window, in ms since the epoch; null when nothing is used. */
  readonly resetsAt: number | null;
}

/** What a user has used: requests in the last hour and day, US dollars in the last day, requests that run. */
export interface RateLimitState {
  readonly hourly: LimitState;
  readonly daily: LimitState;
  /** In US dollars. */
  readonly budget: LimitState;
  readonly concurrent: LimitState;
}

export function rateLimitStateOf(usage: Usage, limits: UsageLimits): RateLimitState {
  return {
    hourly: limitState(usage.hourly, limits.requestsPerHour),
    daily: limitState(usage.daily, limits.requestsPerDay),
    budget: inUsd(limitState(usage.budget, limits.dailyBudgetNanoUsd)),
    concurrent: limitState(usage.concurrent, limits.concurrentRequests),
  };
}

function limitState({ used, resetsAt }: WindowUsage, limit: number | null): LimitState {
  return { used, limit, remaining: limit === null ? null : Math.max(0, limit - used), resetsAt };
}

function inUsd({ used, limit, remaining, resetsAt }: LimitState): LimitState {
  return {
    used: usdOf(used),
    limit: limit === null ? null : usdOf(limit),
    remaining: remaining === null ? null : usdOf(remaining),
    resetsAt,
  };
}
