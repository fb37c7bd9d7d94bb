import type { UsageLimits } from '../../../../../core/stores/limitStore';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** A request as it was made. */
export interface ExactRequest {
  /** ms since the epoch. */
  readonly time: number;
  /** When its slot is free at the latest; `time` for a request that holds none. */
  leaseEnd: number;
  nanoUsd: number;
}

export interface ExactTotals {
  readonly hourly: number;
  readonly daily: number;
  readonly nanoUsd: number;
  readonly concurrent: number;
}

/**
 * The yardstick: every request is remembered, and all are looked through to say what counts. A request that was made at
 * `t` counts at `t` and until just before `t` plus the window.
 */
export class ExactUsage {
  #requests: ExactRequest[] = [];

  add(request: ExactRequest): void {
    this.#requests.push(request);
  }

  remove(request: ExactRequest): void {
    this.#requests = this.#requests.filter((other) => other !== request);
  }

  totals(now: number): ExactTotals {
    this.#forgetBefore(now - DAY_MS);
    let [hourly, daily, nanoUsd, concurrent] = [0, 0, 0, 0];
    for (const request of this.#requests) {
      if (request.leaseEnd > now) concurrent++;
      if (request.time > now - HOUR_MS) hourly++;
      if (request.time <= now - DAY_MS) continue;
      daily++;
      nanoUsd += request.nanoUsd;
    }
    return { hourly, daily, nanoUsd, concurrent };
  }

  hasRoom(limits: UsageLimits, estimateNanoUsd: number, now: number): boolean {
    const { hourly, daily, nanoUsd, concurrent } = this.totals(now);
    return (
      hourly + 1 <= (limits.requestsPerHour ?? Infinity) &&
      daily + 1 <= (limits.requestsPerDay ?? Infinity) &&
      nanoUsd + estimateNanoUsd <= (limits.dailyBudgetNanoUsd ?? Infinity) &&
      concurrent + 1 <= (limits.concurrentRequests ?? Infinity)
    );
  }

  /** From the front only, where they lie when no clock went back: the others do no harm. */
  #forgetBefore(time: number): void {
    const first = this.#requests.findIndex((request) => request.time > time || request.leaseEnd > time);
    if (first > 0) this.#requests.splice(0, first);
    if (first === -1) this.#requests = [];
  }
}
