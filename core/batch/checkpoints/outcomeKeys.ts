import { hash } from 'node:crypto';
import { asError } from '../../errors/asError';

/**
 * By what the outcome of each query is found in its batch: what the query says, and how many equal ones stand before it.
 * So a batch finds its outcomes in another order too, and with some queries more or less. An error where `keyOf` fails.
 */
export function outcomeKeys<Query>(
  queries: readonly Query[],
  keyOf: (query: Query) => string,
): readonly (string | Error)[] {
  const counts = new Map<string, number>();
  return queries.map((query) => {
    const digest = digestOf(() => keyOf(query));
    if (digest instanceof Error) return digest;
    const before = counts.get(digest) ?? 0;
    counts.set(digest, before + 1);
    return `outcome:${digest}:${String(before)}`;
  });
}

/** Of the UTF-16 units, because UTF-8 turns every lone surrogate into the same character. */
function digestOf(text: () => string): string | Error {
  try {
    return hash('sha256', Buffer.from(text(), 'utf16le'), 'base64url');
  } catch (error) {
    return asError(error);
  }
}
