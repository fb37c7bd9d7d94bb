import type { SpentError } from '../agent/spentError';
import { sumOf } from '../engine/bill';
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
    return sumOf(this.attempts.filter(isBilled).map(({ costUsd }) => costUsd));
  }
}

/** Whether there is anything to pay for. A call that brought no answer has no tokens. */
export function isAnySpent({ attempts }: Spent): boolean {
  return attempts.some(isBilled);
}

function isBilled({ outputTokens }: MadeAttempt): boolean {
  return outputTokens !== null;
}
