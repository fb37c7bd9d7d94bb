import type { ChatModelError } from '../../models/chatModelError';
import { waitBefore } from './retry';

/** How often a call was refused for the number of calls, and for how long it is borne. */
export class Patience {
  readonly #longestWaitMs: number;
  readonly #random: () => number;
  #refusals = 0;
  #waitedMs = 0;

  /** @param random from 0 to 1 */
  constructor(longestWaitMs: number, random: () => number) {
    this.#longestWaitMs = longestWaitMs;
    this.#random = random;
  }

  /**
   * Milliseconds to wait after a refusal: what the provider asks for, else longer each time; undefined when that would
   * be too much of waiting. A provider that says "at once" has said nothing.
   */
  waitAfter(refusal: ChatModelError): number | undefined {
    const { retryAfterMs } = refusal;
    const askedMs = retryAfterMs === 0 ? undefined : retryAfterMs;
    // Whole milliseconds, as timers have them.
    const waitMs = Math.ceil(waitBefore(this.#refusals, askedMs, this.#random));
    this.#refusals += 1;
    if (this.#waitedMs + waitMs > this.#longestWaitMs) return undefined;
    this.#waitedMs += waitMs;
    return waitMs;
  }

  /** Undefined when nothing had to be borne. */
  inWords(): string | undefined {
    if (this.#refusals === 0) return undefined;
    const times = this.#refusals === 1 ? 'once' : `${String(this.#refusals)} times`;
    return `refused ${times} for the limits of its provider; waited ${String(Math.round(this.#waitedMs))} ms for them`;
  }
}
