import { GuardrailViolation, type Violation } from '../../guardrails/guardrailViolation';
import type { SpentError } from '../agent/spentError';
import type { MadeAttempt } from '../engine/report';
import type { Spent } from './spending';

/** A query was not answered, or its answer not given out. Without a word of either. */
export class RunBlockedError extends GuardrailViolation implements SpentError {
  /** Whether the query was stopped, before anything was spent, or the answer. */
  readonly stage: 'input' | 'output';
  readonly attempts: readonly MadeAttempt[];
  readonly costUsd: number | null;

  constructor(stage: 'input' | 'output', violations: readonly Violation[], { attempts, costUsd }: Spent) {
    super(violations);
    this.stage = stage;
    this.attempts = attempts;
    this.costUsd = costUsd;
  }
}
