import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';

/** A day. */
export const DEFAULT_TTL_MS = 86_400_000;
const SHORTEST_TTL_MS = 1_000;
/** 30 days. */
const LONGEST_TTL_MS = 2_592_000_000;

const LONGEST_ID = 256;

const idAllowed = `a text of 1 to ${String(LONGEST_ID)} characters`;
const ttlAllowed = `a whole number of milliseconds from ${String(SHORTEST_TTL_MS)} to ${String(LONGEST_TTL_MS)}`;
const saying = (message: string) => ({ required_error: message, invalid_type_error: message });

const id = z
  .string(saying(idAllowed))
  .min(1, idAllowed)
  .max(LONGEST_ID, idAllowed)
  .refine((given) => given.trim() !== '', 'a text that is not blank')
  // UTF-8 turns every lone surrogate into the same character: two conversations would become one.
  .refine((given) => !/\p{Surrogate}/u.test(given), 'well-formed Unicode');
const ttl = z
  .number(saying(ttlAllowed))
  .int(ttlAllowed)
  .min(SHORTEST_TTL_MS, ttlAllowed)
  .max(LONGEST_TTL_MS, ttlAllowed);

/**
 * The id of a conversation, exactly as given: it is data, like the id of a user.
 *
 * @throws {InvalidParameterError}
 */
export function readConversationId(given: unknown): string {
  return readParameter('conversationId', given, id);
}

/** @throws {InvalidParameterError} */
export function readTtl(given: unknown): number {
  return readParameter('ttlMs', given, ttl);
}
