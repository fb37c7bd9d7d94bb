import { CascadeError } from '../../errors/cascadeError';
import type { AttemptReport, TraceStep, TurnAccount } from './report';

/** No model brought an answer that may be shown. What the attempts cost is still told. */
export class AllModelsFailedError extends CascadeError implements TurnAccount {
  readonly attempts: readonly AttemptReport[];
  /** US dollars for what was answered all the same; null when a price is unknown. */
  readonly costUsd: number | null;
  readonly trace: readonly TraceStep[];

  /** @param faults why each model did not answer */
  constructor(faults: readonly string[], account: TurnAccount, cause: unknown) {
    super('No model of the cascade gave an answer', {
      code: 'ALL_MODELS_FAILED',
      hint: faults.join('; '),
      cause,
    });
    this.attempts = account.attempts;
    this.costUsd = account.costUsd;
    this.trace = account.trace;
  }
}
