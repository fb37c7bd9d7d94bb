import { outcomeOf } from '../shared/outcome';

/** A field for JSON may hold its text, or by an expression what that text says; undefined for a text that is no JSON. */
export function jsonIn(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  const outcome = outcomeOf((): unknown => JSON.parse(given));
  return outcome.done ? outcome.result : undefined;
}
