import { z } from 'zod/v3';
import { readParameter } from '../errors/invalidParameterError';
import { saying } from './read/saying';

const LONGEST_USER_ID = 256;
const LONE_SURROGATE = /\p{Surrogate}/u;

const length = `a text of 1 to ${String(LONGEST_USER_ID)} characters`;
const userId = z
  .string(saying(length))
  .min(1, length)
  .max(LONGEST_USER_ID, length)
  .refine((given) => given.trim() !== '', 'a text that is not blank')
  // UTF-8 turns every lone surrogate into the same character: two users would become one.
  .refine((given) => !LONE_SURROGATE.test(given), 'well-formed Unicode');

/**
 * The id of a user, exactly as given: whatever it looks like (`__proto__`, `a:b`, two lines), it is data.
 *
 * @throws {InvalidParameterError} for anything but a text of 1 to 256 UTF-16 units that is well formed and not blank
 */
export function readUserId(given: unknown): string {
  return isUserId(given) ? given : readParameter('userId', given, userId);
}

/** Nearly every id is one, and each request brings one: this takes a hundredth of the schema's time. */
function isUserId(given: unknown): given is string {
  return (
    typeof given === 'string' &&
    given.length <= LONGEST_USER_ID &&
    given.trim() !== '' &&
    !LONE_SURROGATE.test(given)
  );
}
