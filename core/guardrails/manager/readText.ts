import { InvalidParameterError } from '../../errors/invalidParameterError';
import { LONGEST_TEXT } from './limits';

/** @throws {InvalidParameterError} when it is not a text, or longer than {@link LONGEST_TEXT}; it quotes nothing of it */
export function readText(given: unknown): string {
  if (typeof given !== 'string') throw new InvalidParameterError('text', given, 'a text');
  if (given.length <= LONGEST_TEXT) return given;
  throw new InvalidParameterError(
    'length of the text',
    given.length,
    `at most ${String(LONGEST_TEXT)} characters`,
  );
}
