import { circuitOf, type CascadeStep } from './cascadeModel';
import type { Course } from './course';
import { expectedOutputTokens } from './expectedOutput';

/** Whom to ask, in this order, until there is an answer. */
export interface Plan {
  /** Whether the first drafter and the verifier are asked together before. */
  readonly isSpeculative: boolean;
  readonly inTurn: readonly CascadeStep[];
  /** When the verifier has failed: the strongest drafter first. */
  readonly lastResort: readonly CascadeStep[];
}

/** A direct query goes to the verifier; should it fail, the strongest drafter may still save the day. */
export function planOf(course: Course): Plan {
  const { direct, settings, steps, verifier } = course;
  const drafters = steps.slice(0, -1);
  if (direct) {
    const isSaved = settings.whenVerifierFails === 'best_draft' && !direct.isStrict;
    return { isSpeculative: false, inTurn: [verifier], lastResort: isSaved ? drafters.toReversed() : [] };
  }
  if (!canSpeculate(course)) return { isSpeculative: false, inTurn: steps, lastResort: [] };
  return { isSpeculative: true, inTurn: [], lastResort: drafters.slice(1).toReversed() };
}

/**
 * Not with a model that rests, nor when the limit of cost has no room for both. Nor in the traffic of a batch: there the
 * turn of a call that may not be needed is taken from another query.
 */
function canSpeculate(course: Course): boolean {
  const { request, settings, steps, verifier, breakers, clock, budget, prompt } = course;
  const [drafter] = steps;
  if (settings.mode !== 'speculative' || request.traffic || !drafter) return false;
  const models = [drafter.model, verifier.model];
  const outputTokens = expectedOutputTokens(course);
  return (
    models.every((model) => !breakers.isResting(circuitOf(model), clock.now())) &&
    budget.affords(models.map((model) => ({ model, prompt, outputTokens })))
  );
}
