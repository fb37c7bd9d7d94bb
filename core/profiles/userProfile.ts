import { FrozenMap } from './frozenMap';
import type { TierConfig, TierLimits } from './tiers';

/** Who a user is and what holds for them. Immutable: `updateProfile` and `changeTier` give a new one. */
export interface UserProfile {
  readonly userId: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly metadata: Metadata;
  /** The name of the tier. */
  readonly tier: string;
  readonly tierConfig: TierConfig;
  readonly limits: LimitOverrides;
  readonly preferences: Preferences;
  readonly guardrails: GuardrailSettings;
  readonly telemetry: TelemetrySettings;
}

/** What the user's application wants to remember; means nothing here. */
export type Metadata = ReadonlyMap<string, MetadataValue>;

export type MetadataValue = string | number | boolean | null;

/** Limits that differ from the tier's: null = unlimited, undefined = the tier's. */
export type LimitOverrides = { readonly [Name in keyof TierLimits]: TierLimits[Name] | undefined };

export interface Preferences {
  /** Names of models, the favourite first. */
  readonly preferredModels: readonly string[];
  readonly preferredDomains: readonly string[];
  /** Names of models by domain. */
  readonly domainModels: ReadonlyMap<string, readonly string[]>;
  readonly costSensitivity: CostSensitivity;
  readonly quality: QualityPreference;
  readonly latency: LatencyPreference;
}

/** How much a low price matters. */
export const costSensitivities = ['low', 'balanced', 'high'] as const;
export type CostSensitivity = (typeof costSensitivities)[number];

/** How good an answer has to be. */
export const qualityPreferences = ['economy', 'balanced', 'best'] as const;
export type QualityPreference = (typeof qualityPreferences)[number];

/** How soon an answer has to come. */
export const latencyPreferences = ['relaxed', 'balanced', 'fast'] as const;
export type LatencyPreference = (typeof latencyPreferences)[number];

export interface GuardrailSettings {
  readonly enableContentModeration: boolean;
  readonly enablePiiDetection: boolean;
  /** Whether to refuse what is only doubtful. */
  readonly strict: boolean;
}

export interface TelemetrySettings {
  /** Whether the user agreed to have usage aggregated by the labels. */
  readonly optIn: boolean;
  readonly labels: ReadonlyMap<string, string>;
}

/** What a profile says when nothing was chosen. Shared by all profiles: an ordinary user costs few bytes. */
export const DEFAULTS: Omit<UserProfile, 'userId' | 'createdAt' | 'tier' | 'tierConfig'> = Object.freeze({
  metadata: new FrozenMap<MetadataValue>(),
  limits: Object.freeze({
    requestsPerHour: undefined,
    requestsPerDay: undefined,
    dailyBudget: undefined,
    concurrentRequests: undefined,
  }),
  preferences: Object.freeze({
    preferredModels: Object.freeze([]),
    preferredDomains: Object.freeze([]),
    domainModels: new FrozenMap<readonly string[]>(),
    costSensitivity: 'balanced',
    quality: 'balanced',
    latency: 'balanced',
  }),
  guardrails: Object.freeze({ enableContentModeration: false, enablePiiDetection: false, strict: false }),
  telemetry: Object.freeze({ optIn: false, labels: new FrozenMap<string>() }),
});

/** The limits that hold: the user's own where there are any, else the tier's. */
export function effectiveLimits({ tierConfig, limits }: UserProfile): TierLimits {
  return {
    requestsPerHour: ownOr(limits.requestsPerHour, tierConfig.requestsPerHour),
    requestsPerDay: ownOr(limits.requestsPerDay, tierConfig.requestsPerDay),
    dailyBudget: ownOr(limits.dailyBudget, tierConfig.dailyBudget),
    concurrentRequests: ownOr(limits.concurrentRequests, tierConfig.concurrentRequests),
  };
}

/** Null is a choice: unlimited. */
function ownOr(own: number | null | undefined, tiers: number | null): number | null {
  return own === undefined ? tiers : own;
}
