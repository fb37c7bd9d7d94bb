import type { UsageLimits } from '../../../../../core/stores/limitStore';
import { DAY_MS, HOUR_MS } from './exactUsage';
import type { Arrival } from './trace';

/** Lets in exactly what fits, of requests that come in the order of time and are never given back. */
export class ExactLimiter {
  readonly #limits: UsageLimits;
  readonly #admitted: Arrival[] = [];
  /** Where the hour and the day begin among the admitted. */
  #hour = 0;
  #day = 0;
  #nanoUsd = 0;

  constructor(limits: UsageLimits) {
    this.#limits = limits;
  }

  get admitted(): number {
    return this.#admitted.length;
  }

  hasRoom({ time, nanoUsd }: Arrival): boolean {
    this.#forget(time);
    const { requestsPerHour, requestsPerDay, dailyBudgetNanoUsd } = this.#limits;
    return (
      this.admitted - this.#hour < (requestsPerHour ?? Infinity) &&
      this.admitted - this.#day < (requestsPerDay ?? Infinity) &&
      this.#nanoUsd + nanoUsd <= (dailyBudgetNanoUsd ?? Infinity)
    );
  }

  add(arrival: Arrival): void {
    this.#admitted.push(arrival);
    this.#nanoUsd += arrival.nanoUsd;
  }

  #forget(now: number): void {
    while ((this.#admitted[this.#hour]?.time ?? Infinity) <= now - HOUR_MS) this.#hour++;
    while ((this.#admitted[this.#day]?.time ?? Infinity) <= now - DAY_MS) {
      this.#nanoUsd -= this.#admitted[this.#day]?.nanoUsd ?? 0;
      this.#day++;
    }
  }
}
