import type { IDataObject } from 'n8n-workflow';
import type { LimitState, RateLimitState } from '../../../core';

/** The four limits and what a user has used of each. */
export function limitStates(usage: RateLimitState): [keyof RateLimitState, LimitState][] {
  const { hourly, daily, budget, concurrent } = usage;
  return [
    ['hourly', hourly],
    ['daily', daily],
    ['budget', budget],
    ['concurrent', concurrent],
  ];
}

/** Usage as an item tells it: times are ISO 8601, money is US dollars, null is unlimited. */
export function usageJson(usage: RateLimitState): IDataObject {
  return Object.fromEntries(
    limitStates(usage).map(([name, { used, limit, remaining, resetsAt }]) => [
      name,
      { used, limit, remaining, resetsAt: resetsAt === null ? null : isoTime(resetsAt) },
    ]),
  );
}

/** @param ms since the epoch */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
