export { CascadeError } from './errors/cascadeError';
export { asError } from './errors/asError';
export { InvalidParameterError } from './errors/invalidParameterError';

export { systemClock, type Clock } from './time/clock';
export type { Http, HttpRequest, HttpResponse } from './http/http';
export { retryAfterMs } from './http/retryAfter';

export {
  textOf,
  type ChatMessage,
  type ChatModel,
  type ChatReply,
  type ChatRequest,
  type ContentPart,
  type FinishReason,
  type MessageContent,
  type TokenUsage,
  type ToolCall,
  type ToolDefinition,
} from './models/chatModel';
export { ChatModelError, faultOfStatus, type ChatModelFault } from './models/chatModelError';
export { AnthropicModel, type AnthropicOptions } from './models/anthropic/anthropicModel';
export { chatCompletionMessage } from './models/openAiCompatible/message';
export {
  OpenAiCompatibleModel,
  type OpenAiCompatibleOptions,
} from './models/openAiCompatible/openAiCompatibleModel';
export { DEFAULT_BASE_URLS, type ApiType } from './models/provider/defaultBaseUrls';
export { costOf } from './models/prices/costOf';
export { findPrice } from './models/prices/findPrice';
export type { ModelPrice } from './models/prices/modelPrice';
export { estimateTokens } from './models/tokens/estimateTokens';

export {
  CascadeAgent,
  FEWEST_MODELS,
  MOST_MODELS,
  type CascadeAgentOptions,
  type RunOptions,
} from './cascade/cascadeAgent';
export { AllModelsFailedError } from './cascade/engine/allModelsFailedError';
export type { CascadeModel } from './cascade/engine/cascadeModel';
export type { AttemptReport, CascadeReport, CascadeResult } from './cascade/engine/report';
export { PRESETS, presetNames, type Preset, type PresetName } from './cascade/presets';
export { assessDraft, type Assessment, type AssessmentInput } from './cascade/quality/assessDraft';
export type { QueryComplexity } from './cascade/query/complexity';
export type { Domain } from './cascade/query/domains';
export { readQuery, readSettings, type CascadeSettings, type ReadSettings } from './cascade/settings';
export { routeQuery, type QueryRoute, type RouteOptions } from './cascade/routing/routeQuery';

export {
  createUserProfile,
  changeTier,
  updateProfile,
  type CreateProfileOptions,
} from './profiles/createUserProfile';
export { Turns } from './profiles/manager/turns';
export { UserProfileManager, type UserProfileManagerOptions } from './profiles/manager/userProfileManager';
export type { EntriesOption, LimitOption, ProfileOptions } from './profiles/profileOptions';
export { deserializeProfile, type DeserializeOptions } from './profiles/serialize/deserializeProfile';
export { profileFromRow, type RowMapping } from './profiles/serialize/profileFromRow';
export { serializeProfile, type SerializeOptions } from './profiles/serialize/serializeProfile';
export { fromStored, toStored } from './profiles/serialize/storedProfile';
export { defineTiers, type TierDefinition, type TierTable } from './profiles/tierTable';
export {
  TIER_LEVELS,
  TIER_PRESETS,
  type TierConfig,
  type TierLevel,
  type TierLimits,
} from './profiles/tiers';
export { readUserId } from './profiles/userId';
export {
  costSensitivities,
  effectiveLimits,
  latencyPreferences,
  qualityPreferences,
  type GuardrailSettings,
  type LimitOverrides,
  type Metadata,
  type MetadataValue,
  type Preferences,
  type TelemetrySettings,
  type UserProfile,
} from './profiles/userProfile';

export {
  LEGACY_HEADERS,
  rateLimitHeaders,
  STANDARD_HEADERS,
  type HeaderOptions,
  type RateLimitHeaderName,
  type RateLimitHeaders,
  type ToldDecision,
} from './limits/headers';
export { LARGEST_COST_USD } from './limits/money';
export { RateLimitError } from './limits/rateLimitError';
export type { LimitState, RateLimitState } from './limits/rateLimitState';
export {
  DEFAULT_LEASE_MS,
  LONGEST_LEASE_MS,
  RateLimiter,
  type RateLimitDecision,
  type RateLimiterOptions,
} from './limits/rateLimiter';

export type { Awaitable } from './stores/awaitable';
export type { Closing, LimitStore, LimitType } from './stores/limitStore';
export { MemoryStore, type MemoryStoreOptions } from './stores/memory/memoryStore';
export type { ProfilePage, ProfileQuery, ProfileStore, StoredProfile } from './stores/profileStore';
export { probeRedis, type RedisIdentity } from './stores/redis/probeRedis';
export type { RedisOptions } from './stores/redis/redisOptions';
export { RedisStore, type RedisStoreOptions } from './stores/redis/redisStore';
export { StaticDataStore, type StaticDataStoreOptions } from './stores/staticData/staticDataStore';
export type { Store, UserExport } from './stores/store';
export { StoreUnavailableError } from './stores/storeUnavailableError';
