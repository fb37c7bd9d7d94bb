import { CascadeError, type CascadeErrorDetails } from '../../errors/cascadeError';
import { sumOf } from '../engine/bill';
import type { CascadeReport, MadeAttempt, TraceStep } from '../engine/report';
import { costOfAttempts, type SpentError } from './spentError';
import type { ToolStep } from './tools/toolStep';

/** How far a run came before it was stopped. */
export interface PartialRun {
  /** The last text that a model wrote, which may be empty. */
  readonly output: string;
  /** The report on all turns that were answered. */
  readonly cascade: CascadeReport;
  readonly trace: readonly TraceStep[];
  readonly steps: readonly ToolStep[];
}

/**
 * A run ended without an answer after at least one turn was answered, and paid for. Its `code` says why:
 * `MAX_ITERATIONS`, `TOOL_LOOP`, `TIME_LIMIT`, `COST_LIMIT`, `OUTPUT_NOT_PARSED`, `ABORTED`, or the code of the error,
 * kept as `cause`, that ended a later turn (`RUN_FAILED` when it has none). The attempts and the cost are those of all
 * turns, also of the one that was not answered.
 */
export class AgentStoppedError extends CascadeError implements SpentError {
  readonly partial: PartialRun;
  readonly attempts: readonly MadeAttempt[];
  readonly costUsd: number | null;

  /** @param unanswered the attempts of the turn that was not answered */
  constructor(
    message: string,
    details: CascadeErrorDetails,
    partial: PartialRun,
    unanswered: readonly MadeAttempt[],
  ) {
    super(message, details);
    this.partial = partial;
    this.attempts = [...partial.cascade.attempts, ...unanswered];
    this.costUsd = sumOf([partial.cascade.costUsd, costOfAttempts(unanswered)]);
  }
}
