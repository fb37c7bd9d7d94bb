import { CascadeError } from '../../errors/cascadeError';
import type { AttemptReport, TraceStep, TurnAccount } from './report';

/** The limit of cost left no room for a model that could have answered. What was spent until then is told. */
export class BudgetExceededError extends CascadeError implements TurnAccount {
  readonly attempts: readonly AttemptReport[];
  readonly costUsd: number | null;
  readonly trace: readonly TraceStep[];

  /** @param maxCostUsd the limit, in US dollars @param faults why each model did not answer */
  constructor(maxCostUsd: number, faults: readonly string[], account: TurnAccount) {
    super(`No answer was found for $${String(maxCostUsd)}`, {
      code: 'BUDGET_EXCEEDED',
      hint: `${faults.join('; ')}. Raise the limit of cost, or choose cheaper models.`,
    });
    this.attempts = account.attempts;
    this.costUsd = account.costUsd;
    this.trace = account.trace;
  }
}
