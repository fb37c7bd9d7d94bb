import type { IExecuteFunctions } from 'n8n-workflow';
import { InvalidParameterError, type RowMapping, type UserProfile } from '../../core';
import { asRecord, isRecord } from '../shared/shape';
import { readMapping } from '../shared/tenants/mapping';
import { readProfileRow } from '../shared/tenants/profileRow';
import { jsonIn } from './json';

/** What a profile says about guardrails, by the names of its fields. */
const FIELDS: ReadonlySet<string> = new Set([
  'enableContentModeration',
  'enablePiiDetection',
  'strictGuardrails',
]);

/** Where it is said: in a profile as this package writes it, or in the columns of a row. */
const NAMES: ReadonlySet<string> = new Set([
  'version',
  'guardrails',
  ...FIELDS,
  'enable_content_moderation',
  'enable_pii_detection',
  'strict_guardrails',
]);

const ALLOWED =
  'a profile, or a row with a column such as enable_content_moderation, enable_pii_detection or strict_guardrails';

/**
 * The profile that an item brings along. Nothing but its guardrails is read: whose it is does not matter here, nor does
 * its tier, which tables may have names of their own for.
 *
 * @throws {InvalidParameterError}
 */
export function readItemProfile(context: IExecuteFunctions, itemIndex: number): UserProfile {
  const given: unknown = context.getNodeParameter('profile', itemIndex, undefined);
  const { columns = {} } = readMapping(asRecord(context.getNodeParameter('options', itemIndex, {})));
  const mapped = Object.entries(columns).filter(([field]) => FIELDS.has(field));
  const names = new Set<unknown>([...NAMES, ...mapped.map(([, column]) => column)]);
  const mapping: RowMapping = mapped.length > 0 ? { columns: Object.fromEntries(mapped) } : {};
  return readProfileRow('Profile', only(names, given), {
    ...mapping,
    userId: 'somebody',
    defaultTier: 'FREE',
  });
}

/**
 * Core says what is wrong with what is no object.
 *
 * @throws {InvalidParameterError} when it says nothing about guardrails: a misspelt column must not switch them off
 */
function only(names: ReadonlySet<unknown>, given: unknown): unknown {
  const row = jsonIn(given);
  if (!isRecord(row) || Array.isArray(row)) return given;
  const said = Object.entries(row).filter(([name]) => names.has(name));
  if (said.length === 0) throw new InvalidParameterError('Profile', row, ALLOWED);
  return Object.fromEntries(said);
}
