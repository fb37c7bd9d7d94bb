import { toNanoDollars } from '../engine/bill';
import type { CascadeRequest } from '../engine/cascadeRequest';
import type { RunLimits } from './agentOptions';
import type { RunRecord } from './runRecord';

/** What a run has left of its time and its money. */
export class Allowance {
  readonly #limits: RunLimits;
  readonly #record: RunRecord;

  constructor(limits: RunLimits, record: RunRecord) {
    this.#limits = limits;
    this.#record = record;
  }

  /** Infinite without a limit. */
  get millisecondsLeft(): number {
    return (this.#limits.totalTimeoutMs ?? Infinity) - this.#record.elapsedMs;
  }

  /**
   * The limits of the next turn: what is left.
   *
   * @throws {AgentStoppedError} when nothing is left
   */
  forNextTurn(): Pick<CascadeRequest, 'maxCostUsd' | 'totalTimeoutMs'> {
    return { maxCostUsd: this.#dollars(), totalTimeoutMs: this.#milliseconds() };
  }

  /**
   * For what is only worth doing when another turn follows.
   *
   * @throws {AgentStoppedError} when nothing is left for one
   */
  requireSome(): void {
    this.forNextTurn();
  }

  #milliseconds(): number | undefined {
    const { totalTimeoutMs } = this.#limits;
    if (totalTimeoutMs === undefined) return undefined;
    const left = this.millisecondsLeft;
    if (left >= 1) return left;
    throw this.#record.stopped(`The run took longer than its ${String(totalTimeoutMs / 1000)} s`, {
      code: 'TIME_LIMIT',
      hint: 'Raise the total time limit, or give the tools less time.',
    });
  }

  /** Models that cost nothing may go on without any; for the first turn that is the cascade's own rule. */
  #dollars(): number | null | undefined {
    const { maxCostUsd } = this.#limits;
    if (typeof maxCostUsd !== 'number' || !this.#record.hasTurns) return maxCostUsd;
    const { knownCostUsd } = this.#record;
    const left = toNanoDollars(maxCostUsd - knownCostUsd);
    if (left > 0 || knownCostUsd === 0) return left;
    throw this.#record.stopped(`The run has spent its $${String(maxCostUsd)}`, {
      code: 'COST_LIMIT',
      hint: 'Raise the cost limit of a query, or give it fewer tools.',
    });
  }
}
