import { ChatModelError } from '../../models/chatModelError';
import type { AttemptReport, TraceStep, TurnAccount } from './report';

/** The answer broke off after its beginning had been shown, so that no other model could answer in its place. */
export class BrokenOffError extends ChatModelError implements TurnAccount {
  readonly attempts: readonly AttemptReport[];
  readonly costUsd: number | null;
  readonly trace: readonly TraceStep[];

  /** @param model the name of the model that failed */
  constructor(model: string, cause: Error, account: TurnAccount) {
    const { fault, status, retryAfterMs } =
      cause instanceof ChatModelError
        ? cause
        : { fault: 'network' as const, status: undefined, retryAfterMs: undefined };
    super(`The answer of ${model} broke off: ${cause.message}`, {
      fault,
      ...(status === undefined ? {} : { status }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      cause,
    });
    this.attempts = account.attempts;
    this.costUsd = account.costUsd;
    this.trace = account.trace;
  }
}
