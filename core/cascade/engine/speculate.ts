import type { CascadeStep } from './cascadeModel';
import { restOf, type Course } from './course';
import { Delivery } from './delivery';
import { handOver } from './handOver';
import type { JudgedTurn } from './judgedTurn';
import { linkedAbort } from './linkedAbort';
import { take } from './take';

/**
 * Asks drafter and verifier at the same time. The draft is the answer when it is accepted, unless the verifier has
 * answered before; the call that is not needed is stopped. What the verifier says meanwhile is held back.
 *
 * @returns the turns that led to the answer, or to none
 * @throws the reason of the course's signal when it aborts
 * @throws what the taker of the text throws
 */
export async function speculate(
  course: Course,
  drafter: CascadeStep,
  verifier: CascadeStep,
): Promise<readonly JudgedTurn[]> {
  const { onText } = course.request;
  const delivery = onText && new Delivery(onText, { isOpen: false });
  const show = async () => delivery && handOver(restOf(course), () => delivery.open());
  const draftStop = linkedAbort(course.signal);
  const verifierStop = linkedAbort(course.signal);
  const drafting = take({ ...course, signal: draftStop.signal }, drafter, { hasOthers: true });
  const verifying = take({ ...course, signal: verifierStop.signal }, verifier, {
    hasOthers: false,
    delivery,
  });
  try {
    const first = await Promise.race([drafting, verifying]);
    if (first.verdict === 'verified') {
      draftStop.abort(notNeeded());
      await show();
      return [first];
    }
    const draft = await drafting;
    if (draft.verdict === 'accepted') return [draft];
    await show();
    return [draft, await verifying];
  } finally {
    draftStop.abort(notNeeded());
    verifierStop.abort(notNeeded());
    await Promise.allSettled([drafting, verifying]);
    draftStop.release();
    verifierStop.release();
  }
}

function notNeeded(): Error {
  return new Error('Stopped, because another answer was taken');
}
