import type { ChatReply } from '../../models/chatModel';
import { billFor, billForUnfinished, type Bill } from './bill';
import type { Call } from './call';
import { circuitOf } from './cascadeModel';
import { timeLeft, type Course } from './course';
import type { Heard } from './endOf';
import type { Hearing } from './hear';
import { hearInTraffic } from './hearInTraffic';
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
 * Asks a model once, within the limits of the turn, and when the traffic allows. A failure is an outcome like any other.
 *
 * @throws the reason of the course's signal when it aborts
 * @throws what the taker of the text throws
 */
export async function callModel(course: Course, call: Call): Promise<CallOutcome> {
  const { budget, ledger, signal } = course;
  signal?.throwIfAborted();
  if (timeLeft(course) <= 0) return { outcome: 'withheld', limit: 'time' };
  const settle = budget.reserve(call);
  if (!settle) return { outcome: 'withheld', limit: 'cost' };
  const close = ledger.open();
  const heard = await hearInTraffic(course, call);
  if (!heard) {
    settle(0);
    course.breakers.abandoned(circuitOf(call.model));
    signal?.throwIfAborted();
    return { outcome: 'withheld', limit: 'time' };
  }
  if (heard.hearing.ended !== 'whole') call.delivery?.forget();
  const outcome = outcomeOf(call, heard);
  settle(outcome.attempt.bill?.costUsd ?? 0);
  tellBreaker(course, call, heard);
  close(outcome.attempt);
  signal?.throwIfAborted();
  const refusal = call.delivery?.refusal;
  if (refusal) throw refusal;
  return outcome;
}

function outcomeOf(call: Call, { hearing, latencyMs }: Heard): Exclude<CallOutcome, { outcome: 'withheld' }> {
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

/**
 * An empty answer says nothing of the provider, nor does a time that the rest of the turn had cut short. In traffic,
 * neither does a failure while a call that began no sooner is answered: many that began together fail together.
 */
function tellBreaker(course: Course, { model }: Call, { hearing, latencyMs, isCutShort }: Heard): void {
  const { breakers, clock, request, settings } = course;
  const key = circuitOf(model);
  const begunAt = clock.now() - latencyMs;
  if (hearing.ended === 'left' || (hearing.ended === 'late' && isCutShort)) breakers.abandoned(key);
  else if (hearing.ended === 'whole' || !mayPass(hearing.error)) breakers.answered(key, begunAt);
  else if (request.traffic && breakers.hasAnsweredSince(key, begunAt)) breakers.abandoned(key);
  else {
    const { retryAfterMs = 0 } = hearing.error;
    const isTooLong = retryAfterMs > settings.longestWaitMs;
    breakers.failed(key, clock.now(), isTooLong ? retryAfterMs : undefined);
  }
}
