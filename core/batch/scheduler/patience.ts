import { leastWaitMs } from '../gates/leastWait';
import type { BatchRules } from '../readConfig';
import type { Trial } from './trial';
import { backOffMs, type Verdict } from './verdict';

/** What comes after an attempt that threw. */
export type NextStep =
  /** The query is tried again after so many ms. */
  | { readonly then: 'wait'; readonly ms: number }
  | { readonly then: 'fail' }
  /** The query fails, and with it the batch: its provider refuses every call. */
  | { readonly then: 'stop' };

/** How long a batch bears with failures. */
export class Patience {
  readonly #rules: BatchRules;
  readonly #random: () => number;
  /** When the first refusal was that no other outcome has followed. */
  #refusedSince: number | undefined;

  /** @param random from 0 to 1 */
  constructor(rules: BatchRules, random: () => number) {
    this.#rules = rules;
    this.#random = random;
  }

  /** The provider did something else than refuse a call. */
  accepted(): void {
    this.#refusedSince = undefined;
  }

  after(verdict: Verdict, trial: Trial, now: number): NextStep {
    if (verdict.kind === 'refused') return this.#afterRefusal(verdict, trial, now);
    this.accepted();
    const { retry, longestWaitMs } = this.#rules;
    const { retryAfterMs = backOffMs(trial.attempts, retry, this.#random) } = verdict;
    const mayPass = verdict.kind === 'passing' && retryAfterMs <= longestWaitMs;
    return mayPass && trial.attempts < retry.attempts ? { then: 'wait', ms: retryAfterMs } : { then: 'fail' };
  }

  #afterRefusal({ retryAfterMs }: Verdict, trial: Trial, now: number): NextStep {
    const { retry, longestWaitMs } = this.#rules;
    this.#refusedSince ??= now;
    const isTooLong = now - this.#refusedSince > longestWaitMs || (retryAfterMs ?? 0) > longestWaitMs;
    if (isTooLong) return { then: 'stop' };
    if (retryAfterMs === undefined) {
      return { then: 'wait', ms: backOffMs(trial.refusals, retry, this.#random) };
    }
    return { then: 'wait', ms: Math.max(retryAfterMs, leastWaitMs(trial.refusals)) };
  }
}
