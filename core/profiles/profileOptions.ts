import type { CostSensitivity, LatencyPreference, MetadataValue, QualityPreference } from './userProfile';

/** A limit of the user's own: null = unlimited, `'tier'` = no longer one of their own. */
export type LimitOption = number | null | 'tier';

/** Entries whose keys users choose. */
export type EntriesOption<Value> = ReadonlyMap<string, Value> | Readonly<Record<string, Value>>;

/** What can be chosen for a user. What is left out, or undefined, stays as it is. */
export interface ProfileOptions {
  /** A whole number from 0 to 1e9. */
  customRequestsPerHour?: LimitOption;
  /** A whole number from 0 to 1e9. */
  customRequestsPerDay?: LimitOption;
  /** US dollars, up to 1e6. */
  customDailyBudget?: LimitOption;
  /** A whole number from 0 to 1e9. */
  customConcurrency?: LimitOption;
  /** Up to 100 names of models, the favourite first. */
  preferredModels?: readonly string[];
  /** Up to 100 domains. */
  preferredDomains?: readonly string[];
  /** Names of models by domain, up to 100 domains. */
  domainModels?: EntriesOption<string | readonly string[]>;
  costSensitivity?: CostSensitivity;
  quality?: QualityPreference;
  latency?: LatencyPreference;
  enableContentModeration?: boolean;
  enablePiiDetection?: boolean;
  /** Whether guardrails refuse what is only doubtful. */
  strictGuardrails?: boolean;
  telemetryOptIn?: boolean;
  /** Up to 50 texts. */
  telemetryLabels?: EntriesOption<string>;
  /** Up to 50 texts of up to 1,000 characters, numbers, booleans and nulls. Replaces what was there. */
  metadata?: EntriesOption<MetadataValue>;
}

export type ProfileOptionName = keyof ProfileOptions;
