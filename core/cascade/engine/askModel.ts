import { ChatModelError } from '../../models/chatModelError';
import type { Call } from './call';
import { callModel, type CallOutcome } from './callModel';
import { circuitOf } from './cascadeModel';
import { timeLeft, type Course } from './course';
import { isRefusal } from './endOf';
import { mayPass, waitBefore } from './retry';

/** A call that is made again when that may help. */
export interface Question extends Call {
  /** Whether another model could be asked instead, so that a long wait does not pay. */
  readonly hasOthers: boolean;
}

/**
 * Asks a model, and again after a fault that may pass, as often and as soon as the settings allow. A refusal for the
 * limits of its provider is final where there is traffic: it was waited for already.
 *
 * @throws the reason of the course's signal when it aborts
 * @throws what the taker of the text throws
 */
export async function askModel(course: Course, question: Question): Promise<CallOutcome> {
  const { clock, request, settings, signal, trace } = course;
  const { name } = question.model;
  for (let retry = 0; ; retry += 1) {
    const outcome = await callWithOptions(course, question);
    if (outcome.outcome !== 'failed' || retry === settings.retries) return outcome;
    const { error, attempt } = outcome;
    if (!mayPass(error) || (request.traffic && isRefusal(error))) return outcome;
    const waitMs = waitBefore(retry, error.retryAfterMs, course.random);
    if (!paysToWait(course, question, { waitMs, againMs: attempt.latencyMs })) return outcome;
    trace.add('retry', `${error.message}; asked again after ${String(Math.round(waitMs))} ms`, name);
    await clock.sleep(waitMs, signal).catch(() => {
      // Whatever cut the wait short is the next call's to tell.
    });
  }
}

interface SecondTry {
  readonly waitMs: number;
  /** How long it may take: as long as the one before. */
  readonly againMs: number;
}

/** What others need of that time, at least: a model that hangs again would leave them none. */
const SHARE_OF_OTHERS = 0.5;

/** A wait that does not fit into the time that is left is not begun. */
function paysToWait(course: Course, { model, hasOthers }: Question, { waitMs, againMs }: SecondTry): boolean {
  const leftMs = timeLeft(course) - waitMs;
  if (!hasOthers) return leftMs > 0;
  const { breakers, clock, settings } = course;
  return (
    leftMs > againMs * (1 + SHARE_OF_OTHERS) &&
    waitMs <= settings.longestWaitMs &&
    !breakers.isResting(circuitOf(model), clock.now())
  );
}

/** A model that refuses a request for its options is asked once without them, and from then on. */
export async function callWithOptions(course: Course, call: Call): Promise<CallOutcome> {
  const { breakers, trace } = course;
  const key = circuitOf(call.model);
  const plain: Call = { ...call, options: undefined };
  if (!call.options || breakers.takesNoOptions(key)) return callModel(course, plain);
  const outcome = await callModel(course, call);
  if (outcome.outcome !== 'failed' || !isRejected(outcome.error)) return outcome;
  trace.add('retry', `${outcome.error.message}; asked again without options`, call.model.name);
  const second = await callModel(course, plain);
  if (second.outcome === 'answered') breakers.refusedOptions(key);
  return second;
}

function isRejected(error: Error): boolean {
  return error instanceof ChatModelError && error.fault === 'rejected';
}
