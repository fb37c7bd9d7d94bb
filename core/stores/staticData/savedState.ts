import { z } from 'zod/v3';
import { asError } from '../../errors/asError';
import { CascadeError } from '../../errors/cascadeError';
import type { KeptBatch } from '../batches/batches';
import type { KeptCalibration } from '../calibration/calibrations';
import type { StoredProfile } from '../profileStore';
import type { Conversation } from '../redactions/conversations';
import { Placeholders } from '../redactions/placeholders';
import type { CachedResponse } from '../responses/cachedResponses';
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
/** Model, domain (null: the model as a whole), and the sums. */
type CalibrationRow = readonly [string, string | null, number, number, number, number];
/** Tenant, key, when it expires, value. */
type ResponseRow = readonly [string, string, number, string];
/** Batch id, when it expires, whether it is finished, and the texts by their keys. */
type BatchRow = readonly [string, number, boolean, (readonly [string, string])[]];

const savedState = z.object({
  version: z.literal(VERSION),
  profiles: z.array(z.tuple([z.string(), z.string(), z.string()])),
  usages: z.array(z.tuple([z.string(), z.string()])),
  // What follows is left out while there are none.
  redactions: z
    .array(z.tuple([z.string(), z.number(), z.number(), z.array(z.tuple([z.string(), z.string()]))]))
    .default([]),
  calibrations: z
    .array(z.tuple([z.string(), z.string().nullable(), z.number(), z.number(), z.number(), z.number()]))
    .default([]),
  responses: z.array(z.tuple([z.string(), z.string(), z.number(), z.string()])).default([]),
  batches: z
    .array(z.tuple([z.string(), z.number(), z.boolean(), z.array(z.tuple([z.string(), z.string()]))]))
    .default([]),
});

export interface SavedState {
  readonly profiles: readonly StoredProfile[];
  readonly usages: readonly (readonly [userId: string, usage: UserUsage])[];
  readonly redactions: readonly (readonly [conversationId: string, conversation: Conversation])[];
  readonly calibrations: readonly KeptCalibration[];
  readonly responses: readonly CachedResponse[];
  readonly batches: readonly (readonly [batchId: string, batch: KeptBatch])[];
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

export function calibrationRow({ model, domain, calibration }: KeptCalibration): string {
  const { weight, expected, agreed, updatedAt } = calibration;
  return JSON.stringify([
    model,
    domain ?? null,
    weight,
    expected,
    agreed,
    updatedAt,
  ] satisfies CalibrationRow);
}

export function responseRow({ tenant, key, expiresAt, value }: CachedResponse): string {
  return JSON.stringify([tenant, key, expiresAt, value] satisfies ResponseRow);
}

export function batchRow(id: string, { entries, expiresAt, finished }: KeptBatch): string {
  return JSON.stringify([id, expiresAt, finished, [...entries]] satisfies BatchRow);
}

export interface SavedRows {
  readonly profiles: readonly string[];
  readonly usages: readonly string[];
  readonly redactions: readonly string[];
  readonly calibrations: readonly string[];
  readonly responses: readonly string[];
  readonly batches: readonly string[];
}

/** One text, which n8n loads and saves far faster than nested objects. */
export function savedText({ profiles, usages, ...others }: SavedRows): string {
  const more = Object.entries(others)
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) => `,"${name}":[${rows.join()}]`);
  return `{"version":${String(VERSION)},"profiles":[${profiles.join()}],"usages":[${usages.join()}]${more.join('')}}`;
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
    const { profiles, usages, redactions, calibrations, responses, batches } = savedState.parse(
      JSON.parse(text),
    );
    return {
      profiles: profiles.map(([userId, tier, json]) => ({ userId, tier, json })),
      usages: usages.map(([userId, packed]) => [userId, unpackUsage(Buffer.from(packed, 'base64'))]),
      redactions: redactions.map(([id, ttlMs, expiresAt, entries]) => [
        id,
        { placeholders: Placeholders.from(entries), ttlMs, expiresAt },
      ]),
      calibrations: calibrations.map(([model, domain, weight, expected, agreed, updatedAt]) => ({
        model,
        domain: domain ?? undefined,
        calibration: { weight, expected, agreed, updatedAt },
      })),
      responses: responses.map(([tenant, key, expiresAt, value]) => ({ tenant, key, expiresAt, value })),
      batches: batches.map(([id, expiresAt, finished, entries]) => [
        id,
        { entries: new Map(entries), expiresAt, finished },
      ]),
      bytes: Buffer.byteLength(text),
    };
  } catch (error) {
    return CascadeError.is(error)
      ? error
      : new Error('it is not the JSON of this package', { cause: asError(error) });
  }
}
