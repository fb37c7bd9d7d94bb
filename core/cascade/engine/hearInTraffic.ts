import type { Passage } from '../../batch/gates/callGate';
import type { ChatModelError } from '../../models/chatModelError';
import type { Call } from './call';
import { circuitOf } from './cascadeModel';
import { timeLeft, type Course } from './course';
import { endOf, isRefusal, type Heard } from './endOf';
import { hear } from './hear';
import { Patience } from './patience';
import type { Traffic } from './traffic';

/**
 * Asks a model as soon as the traffic allows, and again when its provider refuses the call for its limits, as long as
 * the traffic bears that. Without traffic it is asked at once, and once.
 *
 * @returns undefined when the time of the turn was over, or its signal had aborted, before an answer was waited for
 */
export async function hearInTraffic(course: Course, call: Call): Promise<Heard | undefined> {
  const { traffic } = course.request;
  return traffic ? await whenLetIn(course, call, traffic) : await hearNow(course, call);
}

async function whenLetIn(course: Course, call: Call, traffic: Traffic): Promise<Heard | undefined> {
  const { clock, breakers, signal, trace, random, watch } = course;
  const { model } = call;
  const gate = traffic.gateOf(model);
  const patience = new Patience(traffic.longestWaitMs, random);
  for (;;) {
    const passage = await whileWanted(course, () => gate.enter(signal));
    if (!passage) return undefined;
    const heard = await watch.during('call', () => hearBehind(passage, course, call));
    const refusal = heard && refusalIn(heard);
    const waitMs = refusal && patience.waitAfter(refusal);
    if (waitMs === undefined) {
      const borne = patience.inWords();
      if (borne !== undefined) trace.add('retry', borne, model.name);
      return heard;
    }
    call.delivery?.forget();
    // Meanwhile another query may find out whether the model works again.
    breakers.abandoned(circuitOf(model));
    await whileWanted(course, () => clock.sleep(waitMs, signal));
  }
}

/** @returns undefined when the signal aborts before */
async function whileWanted<Result>(
  { signal, watch }: Course,
  wait: () => Promise<Result>,
): Promise<Result | undefined> {
  return await watch.during('wait', wait).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
    return undefined;
  });
}

async function hearBehind(passage: Passage, course: Course, call: Call): Promise<Heard | undefined> {
  const heard = await hearNow(course, call);
  passage.leave(heard ? endOf(heard) : { kind: 'left' });
  return heard;
}

async function hearNow(course: Course, call: Call): Promise<Heard | undefined> {
  const { clock, settings, signal } = course;
  const timeoutMs = Math.min(settings.timeoutMs, timeLeft(course));
  if (timeoutMs <= 0) return undefined;
  const startedAt = clock.now();
  const hearing = await hear(call, { clock, timeoutMs, signal });
  return { hearing, latencyMs: clock.now() - startedAt, isCutShort: timeoutMs < settings.timeoutMs };
}

/** The beginning of an answer shows that the call was taken. */
function refusalIn({ hearing }: Heard): ChatModelError | undefined {
  if (hearing.ended !== 'failed' || hearing.heard !== '') return undefined;
  return isRefusal(hearing.error) ? hearing.error : undefined;
}
