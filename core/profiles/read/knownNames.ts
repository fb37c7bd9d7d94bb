import { InvalidParameterError } from '../../errors/invalidParameterError';

/**
 * A misspelt limit must not be a limit less.
 *
 * @throws {InvalidParameterError} when `given` is no object, or has a name that is not among `known`
 */
export function refuseUnknownNames(parameter: string, given: unknown, known: ReadonlySet<string>): void {
  if (typeof given !== 'object' || given === null) {
    throw new InvalidParameterError(parameter, given, 'an object');
  }
  for (const name of Object.keys(given)) {
    if (known.has(name)) continue;
    throw new InvalidParameterError(`a name in ${parameter}`, name, `one of ${[...known].join(', ')}`);
  }
}
