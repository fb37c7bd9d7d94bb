import { billedOf, costOfAttempts, knownCostOf, type SpentError } from '../agent/spentError';
import type { MadeAttempt } from '../engine/report';

/** What was spent, wherever it is told. */
export type Spent = Pick<SpentError, 'attempts' | 'costUsd'>;

export const NOTHING_SPENT: Spent = { attempts: [], costUsd: 0 };

/** Keeps the account of a run, call by call, so that it is known however the run ends. */
export class Spending implements Spent {
  readonly attempts: MadeAttempt[] = [];

  note(attempt: MadeAttempt): void {
    this.attempts.push(attempt);
  }

  get costUsd(): number | null {
    return costOfAttempts(this.attempts);
  }

  /** US dollars, as far as prices are known. */
  get knownCostUsd(): number {
    return knownCostOf(this.attempts);
  }

  /** Whether there is anything to pay for. */
  get isAny(): boolean {
    return billedOf(this.attempts).length > 0;
  }
}
