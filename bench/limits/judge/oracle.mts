import type { Limits } from '../contestants/contestant.mts';
import type { Arrival } from '../traces/arrival.mts';
import { SlidingWindow } from './slidingWindow.mts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const MICROS_A_DOLLAR = 1_000_000;

/** Shares of the limits, 1 = all of it. */
export interface Fill {
  readonly hour: number;
  readonly day: number;
  readonly budget: number;
}

/** One user's history held against the limits in every sliding hour and day, as nothing but the full history can. */
export class Oracle {
  readonly #hour: SlidingWindow;
  readonly #day: SlidingWindow;
  readonly #budget: SlidingWindow;

  constructor({ requestsPerHour, requestsPerDay, dailyBudget }: Limits) {
    this.#hour = new SlidingWindow(HOUR_MS, requestsPerHour);
    this.#day = new SlidingWindow(DAY_MS, requestsPerDay);
    this.#budget = new SlidingWindow(DAY_MS, Math.round(dailyBudget * MICROS_A_DOLLAR));
  }

  wouldAdmit({ at, microUsd }: Arrival): boolean {
    return this.#hour.hasRoom(at, 1) && this.#day.hasRoom(at, 1) && this.#budget.hasRoom(at, microUsd);
  }

  count({ at, microUsd }: Arrival): void {
    this.#hour.add(at, 1);
    this.#day.add(at, 1);
    this.#budget.add(at, microUsd);
  }

  /** How full the windows are that end now. No window of a history is fuller than the fullest that ends with a request. */
  fill(now: number): Fill {
    return {
      hour: this.#hour.used(now) / this.#hour.limit,
      day: this.#day.used(now) / this.#day.limit,
      budget: this.#budget.used(now) / this.#budget.limit,
    };
  }

  /** When the request would be admitted if no other came; Infinity when never. */
  admittedAt({ at, microUsd }: Arrival): number {
    return Math.max(this.#hour.roomAt(at, 1), this.#day.roomAt(at, 1), this.#budget.roomAt(at, microUsd));
  }
}
