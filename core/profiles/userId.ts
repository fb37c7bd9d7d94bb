import { readId } from '../errors/readId';

/**
 * The id of a user, exactly as given.
 *
 * @throws {InvalidParameterError} for anything but a text of 1 to 256 UTF-16 units that is well formed and not blank
 */
export function readUserId(given: unknown): string {
  return readId('userId', given);
}
