/**
 * What is used of n8n's SDK for AI nodes (0.30), which n8n brings along: as a development dependency it would pull all of
 * LangChain.
 */
declare module '@n8n/ai-node-sdk' {
  import type { ISupplyDataFunctions, SupplyData } from 'n8n-workflow';

  export interface ContentText {
    type: 'text';
    text: string;
  }

  export interface ContentFile {
    type: 'file';
    mediaType?: string;
    /** Base64, a URL, or the bytes. Missing when `providerMetadata` has a `url`. */
    data?: string | Uint8Array;
    providerMetadata?: Record<string, unknown>;
  }

  export interface ContentToolCall {
    type: 'tool-call';
    toolCallId?: string;
    toolName: string;
    /** JSON text. */
    input: string;
  }

  export interface ContentToolResult {
    type: 'tool-result';
    toolCallId: string;
    result: unknown;
  }

  /** A call that a model wrote in vain, what it thought, what it cites, and what only its provider understands. */
  export interface ContentOther {
    type: 'invalid-tool-call' | 'reasoning' | 'citation' | 'provider';
  }

  export type MessageContent = ContentText | ContentFile | ContentToolCall | ContentToolResult | ContentOther;

  export interface Message {
    role: 'system' | 'user' | 'assistant' | 'tool';
    content: MessageContent[];
  }

  export interface FunctionTool {
    type: 'function';
    name: string;
    description?: string;
    /** A JSON Schema, or a schema of n8n's own zod. */
    inputSchema: unknown;
  }

  /** A tool that a provider runs itself. */
  export interface ProviderTool {
    type: 'provider';
    name: string;
  }

  export type Tool = FunctionTool | ProviderTool;

  export interface ChatModelConfig {
    abortSignal?: AbortSignal;
    /** What LangChain's options call it, which n8n passes on as they are. */
    signal?: AbortSignal;
  }

  export type FinishReason = 'stop' | 'length' | 'content-filter' | 'tool-calls' | 'error' | 'other';

  export interface TokenUsage {
    promptTokens: number;
    completionTokens: number;
    totalTokens: number;
  }

  export interface GenerateResult {
    message: Message;
    finishReason?: FinishReason;
    usage?: TokenUsage;
    /** Becomes part of the message's `response_metadata`. */
    providerMetadata?: Record<string, unknown>;
  }

  export type StreamChunk =
    | { type: 'text-delta'; delta: string }
    | { type: 'tool-call-delta'; id: string; name: string; argumentsDelta: string }
    | { type: 'finish'; finishReason: FinishReason; usage?: TokenUsage };

  export interface ChatModel {
    provider: string;
    modelId: string;
    generate(messages: Message[], config?: ChatModelConfig): Promise<GenerateResult>;
    stream(messages: Message[], config?: ChatModelConfig): AsyncIterable<StreamChunk>;
    withTools(tools: Tool[]): ChatModel;
  }

  export function supplyModel(context: ISupplyDataFunctions, model: ChatModel): SupplyData;

  /** The JSON Schema of the arguments. */
  export function getParametersJsonSchema(tool: FunctionTool): unknown;
}
