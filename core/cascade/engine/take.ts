import { assess } from './assess';
import { askModel } from './askModel';
import { circuitOf, type CascadeStep } from './cascadeModel';
import type { Course } from './course';
import type { Delivery } from './delivery';
import { expectedOutputTokens } from './expectedOutput';
import type { JudgedTurn } from './judgedTurn';

export interface Place {
  /** Whether another model could be asked instead. */
  readonly hasOthers: boolean;
  /** Whether a model that rests after failing is asked all the same. */
  readonly evenAtRest?: boolean;
  /** Takes the text of the verifier as it comes. */
  readonly delivery?: Delivery | undefined;
}

/**
 * Has a model take its turn, and judges what it says.
 *
 * @throws the reason of the course's signal when it aborts
 * @throws what the taker of the text throws
 */
export async function take(course: Course, step: CascadeStep, place: Place): Promise<JudgedTurn> {
  const { prompt, settings, signal, breakers, clock, trace } = course;
  const { model, role } = step;
  signal?.throwIfAborted();
  const because = place.evenAtRest ? undefined : breakers.refusal(circuitOf(model), clock.now());
  if (because !== undefined) {
    trace.add('skip', because, model.name);
    return { ...step, verdict: 'skipped', because };
  }
  const options = role === 'drafter' && settings.logprobs ? { logprobs: true } : undefined;
  const outputTokens = expectedOutputTokens(course);
  const outcome = await askModel(course, { ...place, model, role, prompt, options, outputTokens });
  switch (outcome.outcome) {
    case 'answered':
      return role === 'verifier'
        ? { ...step, ...outcome, verdict: 'verified' }
        : assess(course, step, outcome);
    case 'withheld':
      breakers.abandoned(circuitOf(model));
      trace.add('skip', `not asked, because of the limit of ${outcome.limit}`, model.name);
      return { ...step, verdict: 'withheld', limit: outcome.limit };
    default:
      trace.add(role === 'drafter' ? 'draft' : 'answer', `failed: ${outcome.error.message}`, model.name);
      return { ...step, verdict: outcome.outcome, error: outcome.error };
  }
}
