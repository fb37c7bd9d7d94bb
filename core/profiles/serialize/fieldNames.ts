import type { ProfileOptionName } from '../profileOptions';
import type { UserProfile } from '../userProfile';

/** The version that is written. */
export const PROFILE_VERSION = 2;

/** The parts of a profile that hold several options. */
type Group = 'limits' | 'preferences' | 'guardrails' | 'telemetry';

type Place = { [Name in Group]: readonly [Name, keyof UserProfile[Name]] }[Group];

/** What stands beside the groups. */
type TopField = 'userId' | 'createdAt' | 'tier' | 'tierConfig' | 'metadata';

/** Everything that can be read of a profile, by the names of the options of `createUserProfile`. */
export type ProfileField = TopField | ProfileOptionName;

export type GroupedField = Exclude<ProfileField, TopField>;

/** Where a profile, and hence its JSON, keeps what the options name. */
export const places: Readonly<Record<GroupedField, Place>> = {
  customRequestsPerHour: ['limits', 'requestsPerHour'],
  customRequestsPerDay: ['limits', 'requestsPerDay'],
  customDailyBudget: ['limits', 'dailyBudget'],
  customConcurrency: ['limits', 'concurrentRequests'],
  preferredModels: ['preferences', 'preferredModels'],
  preferredDomains: ['preferences', 'preferredDomains'],
  domainModels: ['preferences', 'domainModels'],
  costSensitivity: ['preferences', 'costSensitivity'],
  quality: ['preferences', 'quality'],
  latency: ['preferences', 'latency'],
  enableContentModeration: ['guardrails', 'enableContentModeration'],
  enablePiiDetection: ['guardrails', 'enablePiiDetection'],
  strictGuardrails: ['guardrails', 'strict'],
  telemetryOptIn: ['telemetry', 'optIn'],
  telemetryLabels: ['telemetry', 'labels'],
};

/** `requestsPerHour` as `requests_per_hour`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
