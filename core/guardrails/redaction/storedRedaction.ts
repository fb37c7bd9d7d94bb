import type { RedactionStore } from '../../stores/redactionStore';
import { labelIn } from '../../stores/redactions/placeholders';
import type { Finding } from '../spans/finding';
import { readText } from '../text/readText';
import { DEFAULT_TTL_MS, readConversationId, readTtl } from './conversation';
import { labelOf } from './label';
import { planRedaction } from './plan';
import { readFindings } from './readFindings';
import type { Redaction } from './redact';
import { restoreDetailed, type Restoration } from './restore';

export interface StoredRedactionOptions {
  readonly store: RedactionStore;
  /** Whose values these are: 1 to 256 characters. */
  readonly conversationId: string;
  /** How long the values are kept after each use: 1,000 ms to 30 days, a day when left out. */
  readonly ttlMs?: number;
  /** Types that later texts of the conversation may have findings of, besides those that are built in. */
  readonly customTypes?: readonly string[];
}

/** Behind a label stands a number, after one of these. */
const MAY_HOLD_PLACEHOLDERS = /[_ -][1-9]/;

/**
 * Redacts a text so that `restoreStored` can undo it: the values rest in the store, in clear text, until the TTL has
 * passed without a use of the conversation.
 *
 * @throws {InvalidParameterError}
 * @throws {RedactionsFullError} when the conversation has no room for them
 * @throws {ValueTooLongError}
 */
export async function redactStored(
  given: string,
  givenFindings: readonly Finding[],
  { store, conversationId, ttlMs = DEFAULT_TTL_MS, customTypes = [] }: StoredRedactionOptions,
): Promise<Redaction> {
  const id = readConversationId(conversationId);
  const ttl = readTtl(ttlMs);
  const text = readText(given);
  const findings = readFindings(text, givenFindings);
  const known = MAY_HOLD_PLACEHOLDERS.test(text) ? await store.placeholdersOf(id) : new Map<string, string>();
  const plan = planRedaction(text, findings, [
    ...[...known.keys()].map(labelIn),
    ...customTypes.map(labelOf),
  ]);
  return { text: plan.write(await store.assignPlaceholders(id, plan.values, ttl)), findings };
}

/**
 * Puts the originals back in place of the placeholders of a conversation.
 *
 * @throws {InvalidParameterError}
 */
export async function restoreStored(
  text: string,
  { store, conversationId }: Pick<StoredRedactionOptions, 'store' | 'conversationId'>,
): Promise<Restoration> {
  return restoreDetailed(text, await store.placeholdersOf(readConversationId(conversationId)));
}
