import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';
import type { ProfileOptionName, ProfileOptions } from '../profileOptions';
import {
  costSensitivities,
  latencyPreferences,
  qualityPreferences,
  type Metadata,
  type Preferences,
  type TelemetrySettings,
} from '../userProfile';
import { readEntries } from './entries';
import { dollarsOverride, requestsOverride } from './limits';
import { saying } from '../../errors/saying';

/** What was given for an option; undefined = nothing. */
export type GivenOptions = (name: ProfileOptionName) => unknown;

/** Options as a profile holds them. */
interface ReadOptions extends Required<
  Omit<ProfileOptions, 'domainModels' | 'telemetryLabels' | 'metadata'>
> {
  domainModels: Preferences['domainModels'];
  telemetryLabels: TelemetrySettings['labels'];
  metadata: Metadata;
}

type Reader<Value> = (parameter: string, given: unknown) => Value;
type Schema<Value> = z.ZodType<Value, z.ZodTypeDef, unknown>;

const MOST_NAMES = 100;
const MOST_ENTRIES = 50;

const name = text(200);
const names: Schema<readonly string[]> = z
  .array(name, saying('a list of texts'))
  .max(MOST_NAMES, `a list of at most ${String(MOST_NAMES)} texts`)
  .transform((given) => Object.freeze(given));
const oneOrMoreNames = z.preprocess((given) => (typeof given === 'string' ? [given] : given), names);
const yesOrNo = z.boolean(saying('true or false'));
const scalarAllowed = 'a text of at most 1000 characters, a number, true, false or null';
const scalar = z.union(
  [z.string().max(1000, scalarAllowed), z.number().finite(scalarAllowed), z.boolean(), z.null()],
  { errorMap: () => ({ message: scalarAllowed }) },
);

const readers: { readonly [Name in keyof ReadOptions]: Reader<ReadOptions[Name]> } = {
  customRequestsPerHour: by(requestsOverride),
  customRequestsPerDay: by(requestsOverride),
  customDailyBudget: by(dollarsOverride),
  customConcurrency: by(requestsOverride),
  preferredModels: by(names),
  preferredDomains: by(names),
  domainModels: entriesBy(oneOrMoreNames, MOST_NAMES),
  costSensitivity: by(oneOf(costSensitivities)),
  quality: by(oneOf(qualityPreferences)),
  latency: by(oneOf(latencyPreferences)),
  enableContentModeration: by(yesOrNo),
  enablePiiDetection: by(yesOrNo),
  strictGuardrails: by(yesOrNo),
  telemetryOptIn: by(yesOrNo),
  telemetryLabels: entriesBy(name, MOST_ENTRIES),
  metadata: entriesBy(scalar, MOST_ENTRIES),
};

export const profileOptionNames: readonly string[] = Object.keys(readers);

/**
 * One option; undefined when it is not given.
 *
 * @throws {InvalidParameterError}
 */
export function readOption<Name extends ProfileOptionName>(
  given: GivenOptions,
  name: Name,
): ReadOptions[Name] | undefined {
  const value = given(name);
  return value === undefined ? undefined : readers[name](name, value);
}

function by<Value>(schema: Schema<Value>): Reader<Value> {
  return (parameter, given) => readParameter(parameter, given, schema);
}

function entriesBy<Value>(value: Schema<Value>, most: number): Reader<ReadonlyMap<string, Value>> {
  return (parameter, given) => readEntries(parameter, given, { value, most });
}

function text(longest: number) {
  const allowed = `a text of 1 to ${String(longest)} characters`;
  return z.string(saying(allowed)).min(1, allowed).max(longest, allowed);
}

function oneOf<Choice extends string>(choices: readonly [Choice, ...Choice[]]) {
  return z.enum(choices, { errorMap: () => ({ message: `one of ${choices.join(', ')}` }) });
}
