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
