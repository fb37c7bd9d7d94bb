import { asError } from '../../errors/asError';
import { ChatModelError, type ChatModelFault } from '../../models/chatModelError';
import type { Clock } from '../../time/clock';

export interface RetryRules {
  readonly clock: Clock;
  /** Milliseconds since the epoch. A wait that would end later is not begun. */
  readonly deadline: number;
  readonly signal: AbortSignal;
}

const ATTEMPTS = 3;
const FIRST_WAIT_MS = 500;

/** The faults that may be gone a moment later. */
const PASSING: ReadonlySet<ChatModelFault> = new Set<ChatModelFault>(['network', 'rate_limit', 'server']);

/**
 * Does the work, and up to twice more when the provider has a fault that may pass. It waits as long as the provider
 * asks for, or half a second and then a whole one.
 *
 * @throws what the last attempt threw
 * @throws the reason of `signal` when it aborts during a wait
 */
export async function withRetries<Result>(rules: RetryRules, work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await outcomeOf(work());
    if (outcome.kind === 'done') return outcome.result;
    const wait = waitAfter(outcome.error, attempt);
    if (attempt === ATTEMPTS || wait === undefined || rules.clock.now() + wait >= rules.deadline) {
      throw outcome.error;
    }
    await rules.clock.sleep(wait, rules.signal);
  }
}

type Outcome<Result> =
  { readonly kind: 'done'; readonly result: Result } | { readonly kind: 'failed'; readonly error: Error };

function outcomeOf<Result>(work: Promise<Result>): Promise<Outcome<Result>> {
  return work.then(
    (result) => ({ kind: 'done', result }),
    (thrown: unknown) => ({ kind: 'failed', error: asError(thrown) }),
  );
}

/** Milliseconds; undefined when waiting does not help. */
function waitAfter(error: Error, attempt: number): number | undefined {
  if (!(error instanceof ChatModelError) || !PASSING.has(error.fault)) return undefined;
  return error.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
}
