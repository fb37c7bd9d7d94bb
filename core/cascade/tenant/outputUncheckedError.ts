import { CascadeError } from '../../errors/cascadeError';
import type { SpentError } from '../agent/spentError';
import type { MadeAttempt } from '../engine/report';
import type { Spent } from './spending';

/** Nobody could say whether an answer may be given out, so it is not. What it cost is told. */
export class OutputUncheckedError extends CascadeError implements SpentError {
  readonly attempts: readonly MadeAttempt[];
  readonly costUsd: number | null;

  constructor(cause: Error, { attempts, costUsd }: Spent) {
    super('The answer could not be checked by the guardrails, and is not given out', {
      code: 'OUTPUT_NOT_CHECKED',
      hint: cause.message,
      cause,
    });
    this.attempts = attempts;
    this.costUsd = costUsd;
  }
}
