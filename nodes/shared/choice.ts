import { InvalidParameterError } from '../../core';

/**
 * One of several values that the panel, or an expression, may choose.
 *
 * @param label what the panel calls the field
 * @throws {InvalidParameterError}
 */
export function readChoice<Choice extends string>(
  label: string,
  given: unknown,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((known) => known === given);
  if (choice !== undefined) return choice;
  throw new InvalidParameterError(label, given, `one of ${choices.join(', ')}`);
}
