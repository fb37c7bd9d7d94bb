import { FrozenMap } from './frozenMap';
import { readOption, type GivenOptions } from './read/profileOptions';
import type { ProfileOptionName } from './profileOptions';
import type { LimitOverrides, UserProfile } from './userProfile';

/**
 * The profile with the options that are given. Groups without a change stay the very same objects.
 *
 * @throws {InvalidParameterError}
 */
export function applyOptions(profile: UserProfile, given: GivenOptions): UserProfile {
  const { limits, preferences, guardrails, telemetry } = profile;
  const own = <Name extends ProfileOptionName, Old>(name: Name, old: Old) => {
    const option = readOption(given, name);
    return option === undefined || (isEmpty(option) && isEmpty(old)) ? old : option;
  };
  return Object.freeze({
    userId: profile.userId,
    createdAt: profile.createdAt,
    metadata: own('metadata', profile.metadata),
    tier: profile.tier,
    tierConfig: profile.tierConfig,
    limits: kept(limits, {
      requestsPerHour: override(given, 'customRequestsPerHour', limits.requestsPerHour),
      requestsPerDay: override(given, 'customRequestsPerDay', limits.requestsPerDay),
      dailyBudget: override(given, 'customDailyBudget', limits.dailyBudget),
      concurrentRequests: override(given, 'customConcurrency', limits.concurrentRequests),
    }),
    preferences: kept(preferences, {
      preferredModels: own('preferredModels', preferences.preferredModels),
      preferredDomains: own('preferredDomains', preferences.preferredDomains),
      domainModels: own('domainModels', preferences.domainModels),
      costSensitivity: own('costSensitivity', preferences.costSensitivity),
      quality: own('quality', preferences.quality),
      latency: own('latency', preferences.latency),
    }),
    guardrails: kept(guardrails, {
      enableContentModeration: own('enableContentModeration', guardrails.enableContentModeration),
      enablePiiDetection: own('enablePiiDetection', guardrails.enablePiiDetection),
      strict: own('strictGuardrails', guardrails.strict),
    }),
    telemetry: kept(telemetry, {
      optIn: own('telemetryOptIn', telemetry.optIn),
      labels: own('telemetryLabels', telemetry.labels),
    }),
  });
}

/** Nothing is as good as nothing: an empty list or map is shared by all who have it. */
function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : value instanceof FrozenMap && value.size === 0;
}

type LimitOptionName = Extract<ProfileOptionName, `custom${string}`>;
type LimitOverride = LimitOverrides[keyof LimitOverrides];

function override(given: GivenOptions, name: LimitOptionName, old: LimitOverride): LimitOverride {
  const change = readOption(given, name);
  if (change === undefined) return old;
  return change === 'tier' ? undefined : change;
}

function kept<Group extends object>(old: Group, next: Group): Group {
  for (const name in next) {
    if (next[name] !== old[name]) return Object.freeze(next);
  }
  return old;
}
