import type { ProfileField } from './fieldNames';
import { parseJson } from './json';
import { numberIn } from './numberIn';

/**
 * What databases and sheets make of values, undone: numbers and booleans as text, booleans as 0 and 1, lists and
 * objects as JSON text, an empty cell for nothing. What is not recognised is left for the strict check that follows.
 *
 * @returns undefined for what is not set
 */
export function columnValue(name: ProfileField, given: unknown): unknown {
  if (given === '' || given === undefined) return undefined;
  return conversions[name](given);
}

type Conversion = (given: unknown) => unknown;

const conversions: Readonly<Record<ProfileField, Conversion>> = {
  userId: identifier,
  createdAt: asIs,
  tier: asIs,
  tierConfig: parsed,
  customRequestsPerHour: limitValue,
  customRequestsPerDay: limitValue,
  customDailyBudget: limitValue,
  customConcurrency: limitValue,
  preferredModels: list,
  preferredDomains: list,
  domainModels: parsed,
  costSensitivity: asIs,
  quality: asIs,
  latency: asIs,
  enableContentModeration: yesOrNo,
  enablePiiDetection: yesOrNo,
  strictGuardrails: yesOrNo,
  telemetryOptIn: yesOrNo,
  telemetryLabels: parsed,
  metadata: parsed,
};

/** The names of all fields. */
export const profileFields: ReadonlySet<string> = new Set(Object.keys(conversions));

function asIs(given: unknown): unknown {
  return given;
}

/** Tables often number their users. */
function identifier(given: unknown): unknown {
  return typeof given === 'bigint' || Number.isSafeInteger(given) ? String(given) : given;
}

/** A number, or the word `unlimited`, for which a column of numbers has only NULL, and that is not set. */
export function limitValue(given: unknown): unknown {
  if (typeof given === 'string' && given.trim().toLowerCase() === 'unlimited') return null;
  return numberIn(given);
}

const YES = new Set<unknown>([1, 1n, '1', 't', 'true']);
const NO = new Set<unknown>([0, 0n, '0', 'f', 'false']);

function yesOrNo(given: unknown): unknown {
  const value = typeof given === 'string' ? given.trim().toLowerCase() : given;
  if (YES.has(value)) return true;
  return NO.has(value) ? false : given;
}

/** A list, its JSON text, or texts with commas between them. */
function list(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  if (given.trim().startsWith('[')) return parsed(given);
  return given.split(',').map((entry) => entry.trim());
}

function parsed(given: unknown): unknown {
  return typeof given === 'string' ? (parseJson(given) ?? given) : given;
}
