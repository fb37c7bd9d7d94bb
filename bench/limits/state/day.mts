import { DAY_MS, HOUR_MS } from '../judge/oracle.mts';

const LARGEST_BURST = 2_000;
const GAP_IN_BURST_MS = 5;
const BETWEEN_BURSTS_MS = 2 * HOUR_MS;

/** A day of one user. */
export interface Day {
  readonly requests: number;
  readonly spread: Spread;
  /** Whether the request of this index is settled. */
  readonly isSettled: (request: number) => boolean;
  readonly meanCostUsd: number;
}

/** When so many requests come, in ms from the day's start. */
export type Spread = (requests: number) => readonly number[];

export const evenly: Spread = (requests) =>
  Array.from({ length: requests }, (_, index) => Math.floor(((index + 1) * DAY_MS) / (requests + 1)));

/** Every two hours as many as there are left, up to 2,000 of them within ten seconds. */
export const inBursts: Spread = (requests) =>
  Array.from(
    { length: requests },
    (_, index) =>
      Math.floor(index / LARGEST_BURST) * BETWEEN_BURSTS_MS + (index % LARGEST_BURST) * GAP_IN_BURST_MS,
  );

export const endings: readonly (Pick<Day, 'isSettled'> & { readonly name: string })[] = [
  { name: 'settled', isSettled: () => true },
  { name: 'half settled', isSettled: (request) => request % 2 === 0 },
  { name: 'never settled', isSettled: () => false },
];

/** How many requests a day has, and how many bytes a user's state may then take. */
export const targets = [
  { requests: 10, bytes: 500 },
  { requests: 20_000, bytes: 2_048 },
];
