import { CascadeError } from '../../errors/cascadeError';
import type { AttemptReport } from './report';

/** No model brought an answer that may be shown. What the attempts cost is still told. */
export class AllModelsFailedError extends CascadeError {
  readonly attempts: readonly AttemptReport[];
  /** US dollars for what was answered all the same; null when a price is unknown. */
  readonly costUsd: number | null;

  constructor(attempts: readonly AttemptReport[], costUsd: number | null, cause: unknown) {
    const faults = attempts.map(({ model, error }) => `${model}: ${error ?? 'its draft was rejected'}`);
    super('No model of the cascade gave an answer', {
      code: 'ALL_MODELS_FAILED',
      hint: faults.join('; '),
      cause,
    });
    this.attempts = attempts;
    this.costUsd = costUsd;
  }
}
