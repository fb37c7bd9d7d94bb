import { DAY_MS, HOUR_MS } from '../judge/oracle.mts';
import type { Arrival } from './arrival.mts';
import type { Random } from './random.mts';

/** An hour edge and a day edge: windows that follow the calendar break there. */
export const TRACE_START = Date.UTC(2026, 2, 14);
export const TRACE_END = TRACE_START + 2 * DAY_MS;

const BURST_MS = 1_000;

/** Requests of one user, collected in any order. Costs are spread exponentially around a mean. */
export class Trace {
  readonly #random: Random;
  readonly #meanMicroUsd: number;
  readonly #arrivals: Arrival[] = [];

  constructor(random: Random, meanUsd: number) {
    this.#random = random;
    this.#meanMicroUsd = meanUsd * 1_000_000;
  }

  single(at: number): this {
    const microUsd = Math.max(1, Math.round(this.#random.exponential(this.#meanMicroUsd)));
    this.#arrivals.push({ at: Math.floor(at), microUsd });
    return this;
  }

  /** Requests that know nothing of each other, so many an hour on average. */
  steady(from: number, to: number, requestsPerHour: number): this {
    const meanGapMs = HOUR_MS / requestsPerHour;
    for (let at = from + this.#gap(meanGapMs); at < to; at += this.#gap(meanGapMs)) this.single(at);
    return this;
  }

  /** `requests` within the second before a moment, and as many within the second after it. */
  burstsAround(edge: number, requests: number): this {
    for (let request = 0; request < requests; request += 1) {
      this.single(edge - 1 - this.#random.below(BURST_MS));
      this.single(edge + 1 + this.#random.below(BURST_MS));
    }
    return this;
  }

  inOrder(): readonly Arrival[] {
    return this.#arrivals.toSorted((a, b) => a.at - b.at);
  }

  #gap(meanMs: number): number {
    return this.#random.exponential(meanMs);
  }
}
