import type { Limits } from '../contestants/contestant.mts';
import { DAY_MS, HOUR_MS } from '../judge/oracle.mts';
import type { Arrival } from './arrival.mts';
import { Random } from './random.mts';
import { Trace, TRACE_END, TRACE_START } from './trace.mts';

const DAYS = [TRACE_START, TRACE_START + DAY_MS];
const MIDNIGHT = TRACE_START + DAY_MS;
const FIVE_MINUTES_MS = 300_000;

/** 48 hours of one user who asks for more than the limits allow, one trace for each limit that binds. */
export function tracesOf(limits: Limits, seed: number): readonly (readonly Arrival[])[] {
  return [busyHours, fullDays, costlyNights, moodyDays].map((traceOf, kind) =>
    traceOf(limits, new Random(seed * 1_000 + kind)).inOrder(),
  );
}

/**
 * The hourly limit binds: hours of half as much again as it allows, and all that it allows at once on both sides of a
 * clock hour's edge and of the hour that a first request begins.
 */
function busyHours(limits: Limits, random: Random): Trace {
  const trace = new Trace(random, cheapRequest(limits));
  for (const day of DAYS) {
    trace.steady(day + 8 * HOUR_MS, day + 11 * HOUR_MS, limits.requestsPerHour * 1.5);
    for (const hour of [13, 22]) trace.burstsAround(day + hour * HOUR_MS, limits.requestsPerHour);
    for (const hour of [15.3, 18.3]) {
      const first = day + hour * HOUR_MS;
      trace.single(first).burstsAround(first + HOUR_MS, limits.requestsPerHour);
    }
  }
  return trace;
}

/** The daily limit binds: half as much again as it allows, evenly, and an hour's worth on both sides of midnight. */
function fullDays(limits: Limits, random: Random): Trace {
  return new Trace(random, cheapRequest(limits))
    .steady(TRACE_START, TRACE_END, (limits.requestsPerDay / 24) * 1.5)
    .burstsAround(MIDNIGHT, limits.requestsPerHour);
}

/** The budget binds: an evening spends the day's money before midnight and the night tries to spend it again. */
function costlyNights(limits: Limits, random: Random): Trace {
  return new Trace(random, limits.dailyBudget / (0.3 * limits.requestsPerDay))
    .single(TRACE_START + HOUR_MS / 2)
    .steady(TRACE_START + 18 * HOUR_MS, MIDNIGHT + 8 * HOUR_MS, limits.requestsPerHour * 0.8)
    .steady(MIDNIGHT + 8 * HOUR_MS, TRACE_END, (limits.requestsPerDay / 24) * 0.6);
}

/** All three bind in turn: bursts of any size at any time over a trickle. */
function moodyDays(limits: Limits, random: Random): Trace {
  const trace = new Trace(random, limits.dailyBudget / limits.requestsPerDay);
  trace.steady(TRACE_START, TRACE_END, limits.requestsPerDay / 48);
  let at = TRACE_START + random.exponential(HOUR_MS);
  while (at < TRACE_END) {
    const requests = Math.ceil(limits.requestsPerHour * random.next());
    trace.steady(at, at + FIVE_MINUTES_MS, requests * 12).burstsAround(at, Math.ceil(requests / 4));
    at += random.exponential(HOUR_MS);
  }
  return trace;
}

/** So cheap that a day's requests cost a quarter of the day's budget. */
function cheapRequest({ dailyBudget, requestsPerDay }: Limits): number {
  return dailyBudget / requestsPerDay / 4;
}
