import type { Behaviour } from '../../../../scripts/modelServer/behaviour.mts';

/** So many calls in any time of so many ms, as providers limit them. */
export interface Quota {
  readonly calls: number;
  readonly perMs: number;
}

/** Refuses what goes beyond a quota. */
export class CallQuota {
  readonly #quota: Quota;
  #admitted: number[] = [];
  #refused = 0;

  constructor(quota: Quota) {
    this.#quota = quota;
  }

  get refused(): number {
    return this.#refused;
  }

  /** @returns undefined for a call that is let in */
  refusalAt(now: number): Behaviour | undefined {
    const { calls, perMs } = this.#quota;
    this.#admitted = this.#admitted.filter((at) => at > now - perMs);
    if (this.#admitted.length < calls) {
      this.#admitted.push(now);
      return undefined;
    }
    this.#refused += 1;
    const headers = { 'retry-after': '1' };
    return { kind: 'error', status: 429, message: 'Rate limit reached', headers };
  }
}
