import { presetTiers } from '../tierTable';
import { DEFAULTS, type MetadataValue, type UserProfile } from '../userProfile';
import { PROFILE_VERSION, snakeCase } from './fieldNames';
import type { JsonObject, JsonValue } from './json';

export interface SerializeOptions {
  /** How the names of fields are written. The keys that users chose (metadata, labels, domains) stay as they are. */
  keys?: 'camelCase' | 'snake_case';
}

/**
 * The profile as a plain object for JSON or a database: `{ version: 2, userId, createdAt, tier, tierConfig?, limits?,
 * preferences?, guardrails?, telemetry?, metadata? }`. What has its default is left out; null in `limits` and
 * `tierConfig` is unlimited. The limits of a tier of one's own go along: a reader needs no definition of it.
 */
export function serializeProfile(
  profile: UserProfile,
  { keys = 'camelCase' }: SerializeOptions = {},
): JsonObject {
  const rename = keys === 'snake_case' ? snakeCase : (name: string) => name;
  const { userId, createdAt, tier, tierConfig, metadata } = profile;
  const groups: [string, JsonObject][] = [
    ['tierConfig', presetTiers.find(tier) ? {} : differing({ ...tierConfig }, { name: tier }, rename)],
    ['limits', differing(profile.limits, DEFAULTS.limits, rename)],
    ['preferences', differing(profile.preferences, DEFAULTS.preferences, rename)],
    ['guardrails', differing(profile.guardrails, DEFAULTS.guardrails, rename)],
    ['telemetry', differing(profile.telemetry, DEFAULTS.telemetry, rename)],
    ['metadata', Object.fromEntries(metadata)],
  ];
  return Object.fromEntries<JsonValue>([
    ['version', PROFILE_VERSION],
    [rename('userId'), userId],
    [rename('createdAt'), createdAt],
    ['tier', tier],
    ...groups
      .filter(([, group]) => Object.keys(group).length > 0)
      .map(([name, group]): [string, JsonObject] => [rename(name), group]),
  ]);
}

type ProfileValue =
  MetadataValue | undefined | readonly string[] | ReadonlyMap<string, string | readonly string[]>;

/** The fields of `group` that are not the same as in `defaults`. */
function differing<Fields extends Record<keyof Fields, ProfileValue>>(
  group: Fields,
  defaults: Partial<Fields>,
  rename: (name: string) => string,
): JsonObject {
  const json: JsonObject = {};
  for (const name in group) {
    const value: ProfileValue = group[name];
    if (value !== undefined && value !== defaults[name]) json[rename(name)] = jsonOf(value);
  }
  return json;
}

function jsonOf(value: Exclude<ProfileValue, undefined>): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (!('get' in value)) return [...value];
  return Object.fromEntries([...value].map(([key, entry]) => [key, jsonOf(entry)]));
}
