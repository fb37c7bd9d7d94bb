import { InvalidParameterError } from '../../../core';

/**
 * A model's name without the blanks around it.
 *
 * @param label what the panel calls the field
 * @throws {InvalidParameterError} when it is not a text or empty
 */
export function readModelName(label: string, name: unknown): string {
  if (typeof name === 'string' && name.trim() !== '') return name.trim();
  throw new InvalidParameterError(label, name, "a model's name");
}
