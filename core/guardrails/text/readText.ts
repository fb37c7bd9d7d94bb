import { InvalidParameterError } from '../../errors/invalidParameterError';

/**
 * @param parameter what the text is called where it is given
 * @throws {InvalidParameterError} when it is not a text; it shows nothing of what was given, which may be a card's number
 */
export function readText(given: unknown, parameter = 'text'): string {
  if (typeof given === 'string') return given;
  throw new InvalidParameterError(parameter, given, 'a text', { isPrivate: true });
}
