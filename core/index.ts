export { CascadeError } from './errors/cascadeError';
export { asError } from './errors/asError';
export { InvalidParameterError } from './errors/invalidParameterError';

export { systemClock, type Clock } from './time/clock';
export { withTimeLimit, type TimeLimit } from './time/withTimeLimit';
export type { Http, HttpRequest, HttpResponse } from './http/http';
export { askedWaitMs } from './http/retryAfter';
export { rateQuotaOf, type QuotaState, type RateQuota } from './http/rateQuota';
export { wholeError } from './http/wholeBody';

export {
  textOf,
  type ChatMessage,
  type ChatModel,
  type ChatReply,
  type ChatRequest,
  type ChatStreamPart,
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
export { inOnePiece } from './models/inOnePiece';
export { quoteProvider } from './models/provider/quoteProvider';
export { faultNamed, namesLastingFault } from './models/provider/refusal';
export type { ChatJob, ChatJobs, JobCounts, JobLimits, JobReply, JobRequest } from './models/jobs/chatJobs';
export { jobPriceShare } from './models/jobs/discount';
export { JobInDoubtError } from './models/jobs/jobInDoubtError';
export { JobsUnavailableError } from './models/jobs/jobsUnavailableError';
export { AnthropicJobs, type AnthropicJobsOptions } from './models/anthropic/jobs/anthropicJobs';
export {
  OpenAiCompatibleJobs,
  type OpenAiCompatibleJobsOptions,
} from './models/openAiCompatible/jobs/openAiCompatibleJobs';
export { ToolCallPieces, type ToolCallPiece } from './models/toolCallPieces';
export { DEFAULT_BASE_URLS, type ApiType } from './models/provider/defaultBaseUrls';
export { costOf } from './models/prices/costOf';
export { findPrice } from './models/prices/findPrice';
export type { ModelPrice } from './models/prices/modelPrice';
export { estimateTokens } from './models/tokens/estimateTokens';

export {
  CascadeAgent,
  FEWEST_MODELS,
  MOST_MODELS,
  type BatchQuery,
  type CascadeAgentOptions,
  type FromProfileOptions,
  type RunOptions,
} from './cascade/cascadeAgent';
export { AgentStoppedError, type PartialRun } from './cascade/agent/agentStoppedError';
export { runAgent } from './cascade/agent/runAgent';
export type { AgentOptions, RunLimits } from './cascade/agent/agentOptions';
export type { AgentResult } from './cascade/agent/agentResult';
export type { OutputParser } from './cascade/agent/outputParser';
export { isSpentError, type SpentError } from './cascade/agent/spentError';
export type { AgentTool } from './cascade/agent/tools/agentTool';
export { Toolbox } from './cascade/agent/tools/toolbox';
export type { ToolStep } from './cascade/agent/tools/toolStep';
export { AllModelsFailedError } from './cascade/engine/allModelsFailedError';
export { BrokenOffError } from './cascade/engine/brokenOffError';
export { BudgetExceededError } from './cascade/engine/budgetExceededError';
export { Cascade } from './cascade/engine/cascade';
export type { CascadeModel } from './cascade/engine/cascadeModel';
export type { CascadeParts } from './cascade/engine/cascadeParts';
export type { CascadeRequest, CascadeTurn } from './cascade/engine/cascadeRequest';
export type {
  AttemptReport,
  AttemptRole,
  CascadeReport,
  CascadeResult,
  MadeAttempt,
  TraceStep,
  TurnAccount,
} from './cascade/engine/report';
export { PRESETS, presetNames, type Preset, type PresetName } from './cascade/presets';
export { assessDraft, type Assessment, type AssessmentInput } from './cascade/quality/assessDraft';
export type { Effect } from './cascade/quality/signal';
export type { QueryComplexity } from './cascade/query/complexity';
export type { CustomDomain } from './cascade/query/customDomain';
export { DOMAINS, type BuiltInDomain, type Domain } from './cascade/query/domains';
export { presetFor } from './cascade/routing/presetFor';
export { routeQuery, type QueryRoute, type RouteOptions } from './cascade/routing/routeQuery';
export {
  MOST_RETRIES,
  MOST_SAMPLES,
  readQuery,
  readSettings,
  type CascadeSettings,
  type ReadSettings,
} from './cascade/settings';
export { guardedRun, type GuardedQuestion } from './cascade/tenant/guardedRun';
export { guardsOf, type ProfileGuards, type RunGuards } from './cascade/tenant/runGuards';
export { ResponseCache, type ResponseCacheOptions } from './cascade/cache/responseCache';
export { cached, type CachedRequest } from './cascade/cache/cached';
export {
  CalibrationLearning,
  type CalibrationLearningOptions,
  type Learning,
  type Observation,
} from './cascade/learning/learning';
export { agreementOf } from './cascade/learning/agreement';
export { CircuitBreakers } from './cascade/engine/breakers/circuitBreakers';
export { OutputUncheckedError } from './cascade/tenant/outputUncheckedError';
export { UnjudgedError } from './cascade/tenant/unjudgedError';
export { RunBlockedError } from './cascade/tenant/runBlockedError';
export {
  withAdmission,
  type Admission,
  type Admitted,
  type WhenStoreUnavailable,
} from './cascade/tenant/admission';
export type { Booking } from './cascade/tenant/booking';
export type { TenantResult, TenantRules } from './cascade/tenant/tenantRun';
export { refusalText, type Refusal, type RefusalAnswers } from './cascade/tenant/refusalText';

export type { BatchConfig, CheckpointConfig, RetryConfig, Work, WorkContext } from './batch/batchConfig';
export { BatchProcessingError, requireAll, type BatchFault } from './batch/batchProcessingError';
export type {
  BatchItem,
  BatchResult,
  BatchStatistics,
  DoneItem,
  FailedItem,
  NotRunItem,
  StopReason,
} from './batch/batchResult';
export { BATCH_STRATEGIES, type BatchStrategy, type UsedStrategy } from './batch/batchStrategy';
export { AdaptiveGate, type AdaptiveGateOptions } from './batch/gates/adaptiveGate';
export type { CallEnd, CallGate, Passage } from './batch/gates/callGate';
export { CallGates } from './batch/gates/callGates';
export { newBatchId } from './batch/newBatchId';
export { runBatch } from './batch/runBatch';
export type { CascadeBatchConfig } from './cascade/batch/cascadeBatchConfig';
export type { CascadeBatchResult, ModelUse } from './cascade/batch/cascadeBatchResult';
export type { CascadeRun, CascadeRunContext } from './cascade/batch/cascadeRun';
export { CascadeJobs, type CascadeJobsOptions, type JobsStep } from './cascade/batch/jobs/cascadeJobs';
export type { JobsConfig, JobsProgress } from './cascade/batch/jobs/jobsConfig';
export type { JobEntry, JobsRecord } from './cascade/batch/jobs/jobsRecord';
export type { JobsResult, LeftQuery } from './cascade/batch/jobs/jobsResult';
export { runCascadeBatch } from './cascade/batch/runCascadeBatch';
export { summaryOf as cascadeSummary, type CascadeSummary } from './cascade/batch/summary';
export { Stopwatch } from './cascade/engine/stopwatch';
export type { Traffic } from './cascade/engine/traffic';

export { GuardrailEngineError, type EngineFault } from './guardrails/external/engineError';
export { ON_ENGINE_FAILURE, type OnEngineFailure } from './guardrails/external/onEngineFailure';
export {
  GUARDRAILS,
  GuardrailViolation,
  type GuardrailName,
  type Violation,
} from './guardrails/guardrailViolation';
export { InjectionDetector, type InjectionResult } from './guardrails/injection/injectionDetector';
export type { InjectionOptions } from './guardrails/injection/injectionOptions';
export { JsonTooLargeError } from './guardrails/json/jsonTooLargeError';
export { mapTexts, textsIn, withTexts, type MapTextsOptions } from './guardrails/json/mapTexts';
export { Judge, type JudgeOptions } from './guardrails/judge/judge';
export { ModerationJudge } from './guardrails/judge/moderationJudge';
export { finderOf, isRedactable, type RedactableRule } from './guardrails/manager/finderOf';
export type { CustomRule } from './guardrails/manager/checks/customCheck';
export type { InjectionRule } from './guardrails/manager/checks/injectionCheck';
export type { KeywordsRule } from './guardrails/manager/checks/keywordsCheck';
export type { ModerationRule } from './guardrails/manager/checks/moderationCheck';
export type { PiiRule } from './guardrails/manager/checks/piiCheck';
export type { SecretsRule } from './guardrails/manager/checks/secretsCheck';
export type { TopicRule } from './guardrails/manager/checks/topicCheck';
export type { UrlsRule } from './guardrails/manager/checks/urlsCheck';
export type { GuardrailPolicy, GuardrailRule } from './guardrails/manager/guardrailPolicy';
export { checkText, Guardrails, type CheckOptions } from './guardrails/manager/guardrails';
export type { CheckReport, EngineFailure, GuardrailsCheck } from './guardrails/manager/guardrailsCheck';
export { GuardrailsManager } from './guardrails/manager/guardrailsManager';
export { piiOptions, policyOf, type ProfileChecks } from './guardrails/manager/policyOf';
export {
  MODERATION_CATEGORIES,
  type ModerationCategory,
  type ModerationScores,
} from './guardrails/moderation/categories';
export { ContentModerator } from './guardrails/moderation/contentModerator';
export {
  OpenAiModeration,
  type OpenAiModerationOptions,
} from './guardrails/moderation/engines/openAiModeration';
export type { ModerationEngine } from './guardrails/moderation/moderationEngine';
export type { ModerationResult, ModerationViolation } from './guardrails/moderation/moderationResult';
export type { ModeratorOptions } from './guardrails/moderation/moderatorOptions';
export type { ModerationThresholds } from './guardrails/moderation/thresholds';
export type { PatternRunner } from './guardrails/patterns/patternRunner';
export type { CustomEntity } from './guardrails/pii/custom/customEntity';
export type { ValueCheck, ValueCheckName } from './guardrails/pii/custom/valueChecks';
export { PatternError } from './guardrails/pii/custom/patternError';
export { PiiDetector } from './guardrails/pii/piiDetector';
export type { PiiMatch } from './guardrails/pii/piiMatch';
export type { PiiDetectorOptions } from './guardrails/pii/piiOptions';
export { CORE_PII_TYPES, DOCUMENT_PII_TYPES, PII_TYPES, type PiiType } from './guardrails/pii/piiTypes';
export { DEFAULT_TTL_MS, readConversationId } from './guardrails/redaction/conversation';
export { maskValue } from './guardrails/redaction/maskValue';
export type { IrreversibleStyle, RedactionStyle } from './guardrails/redaction/options';
export {
  redact,
  type Redaction,
  type RedactionOptions,
  type ReversibleOptions,
  type ReversibleRedaction,
} from './guardrails/redaction/redact';
export { RedactionMap, type RedactionMapJson } from './guardrails/redaction/redactionMap';
export {
  restore,
  restoreDetailed,
  type HiddenValues,
  type Restoration,
} from './guardrails/redaction/restore';
export {
  redactStored,
  restoreStored,
  type StoredRedactionOptions,
} from './guardrails/redaction/storedRedaction';
export {
  SecretDetector,
  type SecretDetectorOptions,
  type SecretMatch,
} from './guardrails/secrets/secretDetector';
export type { SecretCandidate } from './guardrails/secrets/candidate';
export type { SecretSensitivity } from './guardrails/secrets/sensitivity';
export type { UrlPolicy } from './guardrails/rules/urls/urlPolicy';
export type { Finder, OpenEnd } from './guardrails/spans/finder';
export type { Finding } from './guardrails/spans/finding';
export { guardStream, StreamGuard } from './guardrails/stream/streamGuard';
export type { SentenceJudge, StreamDetector, StreamGuardOptions } from './guardrails/stream/streamOptions';

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
export type { BatchStore } from './stores/batchStore';
export type { Calibration, CalibrationStore, Outcome } from './stores/calibrationStore';
export type { ResponseCacheStore } from './stores/responseCacheStore';
export type { StoreScope } from './stores/storeScope';
export type { Closing, LimitStore, LimitType } from './stores/limitStore';
export type { HiddenValue, RedactionStore } from './stores/redactionStore';
export { RedactionsFullError } from './stores/redactions/redactionsFullError';
export { MemoryStore, type MemoryStoreOptions } from './stores/memory/memoryStore';
export type { ProfilePage, ProfileQuery, ProfileStore, StoredProfile } from './stores/profileStore';
export { probeRedis, type RedisIdentity } from './stores/redis/probeRedis';
export type { RedisOptions } from './stores/redis/redisOptions';
export { RedisStore, type RedisStoreOptions } from './stores/redis/redisStore';
export { StaticDataStore, type StaticDataStoreOptions } from './stores/staticData/staticDataStore';
export type { Store, UserExport } from './stores/store';
export { StoreUnavailableError } from './stores/storeUnavailableError';
