import { InvalidParameterError } from '../../../core';
import { outcomeOf } from '../outcome';

/**
 * What `work` gives; where it finds fault with a parameter of core, the error calls it as the panel does.
 *
 * @param labelOf the panel's name for a parameter of core
 * @throws whatever `work` throws
 */
export function labelled<Result>(labelOf: (parameter: string) => string, work: () => Result): Result {
  const outcome = outcomeOf(work);
  if (outcome.done) return outcome.result;
  const { error } = outcome;
  throw error instanceof InvalidParameterError ? error.renamed(labelOf(error.parameter)) : error;
}
