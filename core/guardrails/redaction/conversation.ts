import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';
import { readId } from '../../errors/readId';
import { saying } from '../../errors/saying';

/** A day. */
export const DEFAULT_TTL_MS = 86_400_000;
const SHORTEST_TTL_MS = 1_000;
/** 30 days. */
const LONGEST_TTL_MS = 2_592_000_000;

const ttlAllowed = `a whole number of milliseconds from ${String(SHORTEST_TTL_MS)} to ${String(LONGEST_TTL_MS)}`;
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
  return readId('conversationId', given);
}

/** @throws {InvalidParameterError} */
export function readTtl(given: unknown): number {
  return readParameter('ttlMs', given, ttl);
}
