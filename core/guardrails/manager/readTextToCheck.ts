import { InvalidParameterError } from '../../errors/invalidParameterError';
import { readText } from '../text/readText';
import { LONGEST_TEXT } from './limits';

/** @throws {InvalidParameterError} when it is not a text, or longer than {@link LONGEST_TEXT}; it quotes nothing of it */
export function readTextToCheck(given: unknown): string {
  const text = readText(given);
  if (text.length <= LONGEST_TEXT) return text;
  throw new InvalidParameterError(
    'length of the text',
    text.length,
    `at most ${String(LONGEST_TEXT)} characters`,
  );
}
