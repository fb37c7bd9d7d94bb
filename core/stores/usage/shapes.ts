import type { LogShape } from './slidingLog';

/**
 * The finest stretches that keep a user's packed usage below 2 KB: 15 s of the hour and 11.5 min of the day when
 * traffic fills the whole window, finer when it comes in bursts, exact up to 244 requests an hour and 128 a day.
 * `npm run bench limits` measures what this costs in requests refused too long (below 1 %).
 */
export const HOUR: LogShape = {
  windowMs: 3_600_000,
  unitMs: 1_875,
  maxEntries: 244,
  columns: 'counts',
  late: 'join',
};
export const DAY: LogShape = {
  windowMs: 86_400_000,
  unitMs: 675,
  maxEntries: 128,
  columns: 'counts and costs',
  late: 'join',
};

/** The ends of leases: a lease may be shorter than one before it. */
export const LEASES: LogShape = {
  windowMs: 0,
  unitMs: 1_000,
  maxEntries: 32,
  columns: 'counts',
  late: 'insert',
};

/** So many stretches of open reservations are remembered; about five hundred requests at once that end in random order. */
export const MOST_OPEN_RUNS = 128;
