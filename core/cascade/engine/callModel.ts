import type { ChatReply } from '../../models/chatModel';
import { billFor, billForUnfinished, type Bill } from './bill';
import type { Call } from './call';
import { circuitOf } from './cascadeModel';
import { timeLeft, type Course } from './course';
import { hear, type Hearing } from './hear';
import type { Attempt } from './ledger';
import { mayPass } from './retry';
import { uselessness } from './usable';

/** A reply that says something, and the attempt that brought it. */
export interface Answered {
  readonly outcome: 'answered';
  readonly reply: ChatReply;
  readonly bill: Bill;
  readonly attempt: Attempt;
}

export type CallOutcome =
  | Answered
  /** `broken_off`: part of its answer was shown already. */
  | { readonly outcome: 'failed' | 'broken_off'; readonly error: Error; readonly attempt: Attempt }
  /** It was not made, because it would have gone beyond a limit of the turn. */
  | { readonly outcome: 'withheld'; readonly limit: 'cost' | 'time' };

/**
 * Asks a model once, within the limits of the turn. A failure is an outcome like any other.
 *
 * @throws the reason of the course's signal when it aborts
 * @throws what the taker of the text throws
 */
export async function callModel(course: Course, call: Call): Promise<CallOutcome> {
  const { clock, settings, budget, ledger, signal } = course;
  signal?.throwIfAborted();
  const timeoutMs = Math.min(settings.timeoutMs, timeLeft(course));
  if (timeoutMs <= 0) return { outcome: 'withheld', limit: 'time' };
  const settle = budget.reserve(call);
  if (!settle) return { outcome: 'withheld', limit: 'cost' };
  const close = ledger.open();
  const startedAt = clock.now();
  const hearing = await hear(call, { clock, timeoutMs, signal });
  if (hearing.ended !== 'whole') call.delivery?.forget();
  const outcome = outcomeOf(call, hearing, clock.now() - startedAt);
  settle(outcome.attempt.bill?.costUsd ?? 0);
  tellBreaker(course, call, { hearing, isCutShort: timeoutMs < settings.timeoutMs });
  close(outcome.attempt);
  signal?.throwIfAborted();
  const refusal = call.delivery?.refusal;
  if (refusal) throw refusal;
  return outcome;
}

function outcomeOf(
  call: Call,
  hearing: Hearing,
  latencyMs: number,
): Exclude<CallOutcome, { outcome: 'withheld' }> {
  const { model, role, prompt } = call;
  const made = { model, role, latencyMs };
  if (hearing.ended === 'whole') {
    const { reply } = hearing;
    const bill = billFor(model, prompt, reply);
    const error = uselessness(reply, call);
    const attempt = { ...made, bill, error };
    return error ? { outcome: 'failed', error, attempt } : { outcome: 'answered', reply, bill, attempt };
  }
  const { error } = hearing;
  const attempt = { ...made, bill: billForUnused(call, hearing), error };
  return { outcome: call.delivery?.hasGiven ? 'broken_off' : 'failed', error, attempt };
}

/** Undefined when the model has said nothing, and says nothing any more. */
function billForUnused(
  { model, prompt }: Call,
  hearing: Exclude<Hearing, { ended: 'whole' }>,
): Bill | undefined {
  const { ended, heard, unused } = hearing;
  if (unused) return billFor(model, prompt, unused);
  return ended === 'failed' && heard === '' ? undefined : billForUnfinished(model, prompt, heard);
}

interface Experience {
  readonly hearing: Hearing;
  /** Whether the model had less time than models have, because the turn had no more. */
  readonly isCutShort: boolean;
}

/** An empty answer says nothing of the provider, nor does a time that the rest of the turn had cut short. */
function tellBreaker(course: Course, { model }: Call, { hearing, isCutShort }: Experience): void {
  const { breakers, clock, settings } = course;
  const key = circuitOf(model);
  if (hearing.ended === 'left' || (hearing.ended === 'late' && isCutShort)) breakers.abandoned(key);
  else if (hearing.ended === 'whole' || !mayPass(hearing.error)) breakers.answered(key);
  else {
    const { retryAfterMs = 0 } = hearing.error;
    const isTooLong = retryAfterMs > settings.longestWaitMs;
    breakers.failed(key, clock.now(), isTooLong ? retryAfterMs : undefined);
  }
}
