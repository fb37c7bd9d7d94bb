import { z } from 'zod/v3';
import { asError } from '../../errors/asError';
import { CascadeError } from '../../errors/cascadeError';
import type { StoredProfile } from '../profileStore';
import type { Conversation } from '../redactions/conversations';
import { Placeholders } from '../redactions/placeholders';
import { StoredStateError } from '../storedStateError';
import { unpackUsage } from '../usage/packedUsage';
import type { UserUsage } from '../usage/userUsage';

const VERSION = 1;

/** User id, tier, JSON. */
type ProfileRow = readonly [string, string, string];
/** User id, packed usage in base64. */
type UsageRow = readonly [string, string];
/** Conversation id, TTL in ms, when it expires, and the values by the names of their placeholders. */
type RedactionRow = readonly [string, number, number, (readonly [string, string])[]];

const savedState = z.object({
  version: z.literal(VERSION),
  profiles: z.array(z.tuple([z.string(), z.string(), z.string()])),
  usages: z.array(z.tuple([z.string(), z.string()])),
  // Left out while there are none.
  redactions: z
    .array(z.tuple([z.string(), z.number(), z.number(), z.array(z.tuple([z.string(), z.string()]))]))
    .default([]),
});

export interface SavedState {
  readonly profiles: readonly StoredProfile[];
  readonly usages: readonly (readonly [userId: string, usage: UserUsage])[];
  readonly redactions: readonly (readonly [conversationId: string, conversation: Conversation])[];
  /** Size of the text. */
  readonly bytes: number;
}

export function profileRow({ userId, tier, json }: StoredProfile): string {
  return JSON.stringify([userId, tier, json] satisfies ProfileRow);
}

export function usageRow(userId: string, packed: Buffer): string {
  return JSON.stringify([userId, packed.toString('base64')] satisfies UsageRow);
}

export function redactionRow(id: string, { placeholders, ttlMs, expiresAt }: Conversation): string {
  return JSON.stringify([id, ttlMs, expiresAt, [...placeholders.values]] satisfies RedactionRow);
}

/** One text, which n8n loads and saves far faster than nested objects. */
export function savedText(
  profileRows: readonly string[],
  usageRows: readonly string[],
  redactionRows: readonly string[],
): string {
  const redactions = redactionRows.length > 0 ? `,"redactions":[${redactionRows.join()}]` : '';
  return `{"version":${String(VERSION)},"profiles":[${profileRows.join()}],"usages":[${usageRows.join()}]${redactions}}`;
}

/** @throws {StoredStateError} when it is not what `savedText` gives */
export function readSavedText(text: unknown): SavedState {
  const state = parsed(text);
  if (state instanceof Error) throw new StoredStateError("The workflow's static data", state.message, state);
  return state;
}

function parsed(text: unknown): SavedState | Error {
  if (typeof text !== 'string') return new Error('it is not a text');
  try {
    const { profiles, usages, redactions } = savedState.parse(JSON.parse(text));
    return {
      profiles: profiles.map(([userId, tier, json]) => ({ userId, tier, json })),
      usages: usages.map(([userId, packed]) => [userId, unpackUsage(Buffer.from(packed, 'base64'))]),
      redactions: redactions.map(([id, ttlMs, expiresAt, entries]) => [
        id,
        { placeholders: Placeholders.from(entries), ttlMs, expiresAt },
      ]),
      bytes: Buffer.byteLength(text),
    };
  } catch (error) {
    return CascadeError.is(error)
      ? error
      : new Error('it is not the JSON of this package', { cause: asError(error) });
  }
}
