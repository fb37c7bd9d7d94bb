import type { RateQuota } from '../http/rateQuota';

/** A piece of a message: text, or an image as an `https:` or `data:` URL. */
export type ContentPart =
  { readonly type: 'text'; readonly text: string } | { readonly type: 'image'; readonly url: string };

export type MessageContent = string | readonly ContentPart[];

/** A call of a tool that a model asks for. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** The arguments exactly as the model wrote them: JSON text, when the model did well. */
  readonly arguments: string;
}

export type ChatMessage =
  | { readonly role: 'system' | 'user'; readonly content: MessageContent }
  | { readonly role: 'assistant'; readonly content: MessageContent; readonly toolCalls?: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly content: MessageContent; readonly toolCallId: string };

/** A tool offered to a model. */
export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments object. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly ToolDefinition[];
  /** Ask for log-probabilities; a model that cannot give them ignores this. */
  readonly logprobs?: boolean;
  /** 0 to 2; the provider's own when left out. A model that cannot be told ignores this. */
  readonly temperature?: number;
  readonly signal?: AbortSignal;
}

/** Tokens as the provider bills them. */
export interface TokenUsage {
  /** All tokens of the prompt, cached ones included. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The part of `inputTokens` that the provider served from its cache. */
  readonly cachedInputTokens?: number;
  /** The part of `inputTokens` that the provider wrote to its cache. */
  readonly cacheWriteInputTokens?: number;
}

/** Why a model stopped. `unknown` when the provider does not say. */
export type FinishReason = 'stop' | 'length' | 'tool_calls' | 'content_filter' | 'unknown';

export interface ChatReply {
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
  readonly finishReason: FinishReason;
  /** Missing when the provider reports none. */
  readonly usage?: TokenUsage;
  /** Natural logarithm of each output token's probability, in order; missing when not given. */
  readonly logprobs?: readonly number[];
  /** What the provider still allows; missing when it does not say. */
  readonly quota?: RateQuota;
}

/** A piece of an answer while it is written. The last one is the `end`, with the whole answer. */
export type ChatStreamPart =
  { readonly type: 'text'; readonly text: string } | { readonly type: 'end'; readonly reply: ChatReply };

/** The port through which core talks to any model. */
export interface ChatModel {
  /** The provider's id of the model, e.g. `gpt-4o-mini`: the price table is searched for it. */
  readonly id?: string;
  /** @throws {ChatModelError} when the provider fails */
  complete(request: ChatRequest): Promise<ChatReply>;
  /**
   * The same answer piece by piece; missing when the model cannot.
   *
   * @throws {ChatModelError} when the provider fails, possibly after some pieces
   */
  stream?(request: ChatRequest): AsyncIterable<ChatStreamPart>;
}

/** The text of a message, images left out. */
export function textOf(content: MessageContent): string {
  if (typeof content === 'string') return content;
  return content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}
