import type { ChatMessage, MessageContent, TokenUsage, ToolCall } from '../chatModel';
import { estimateTokens } from './estimateTokens';

/**
 * Three tokens that frame a message and one for its role; three more start the reply. Source: OpenAI Cookbook,
 * "How to count tokens with tiktoken",
 * https://github.com/openai/openai-cookbook/blob/main/examples/How_to_count_tokens_with_tiktoken.ipynb
 */
const TOKENS_PER_MESSAGE = 4;
const TOKENS_BEFORE_REPLY = 3;

/**
 * An image of 1024 x 1024 in high detail: 85 tokens and 170 for each of four tiles. Source: OpenAI, "Images and
 * vision", https://platform.openai.com/docs/guides/images-vision
 */
const TOKENS_PER_IMAGE = 765;

/**
 * What a request probably used, for providers that do not report it: an estimate, and to be called one.
 * Definitions of tools are not counted.
 */
export function estimateUsage(
  messages: readonly ChatMessage[],
  replyText: string,
  replyToolCalls: readonly ToolCall[] = [],
): TokenUsage {
  return {
    inputTokens: sum(messages.map(messageTokens)) + TOKENS_BEFORE_REPLY,
    outputTokens: estimateTokens(replyText) + toolCallTokens(replyToolCalls),
  };
}

function messageTokens(message: ChatMessage): number {
  const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
  return TOKENS_PER_MESSAGE + contentTokens(message.content) + toolCallTokens(calls);
}

function contentTokens(content: MessageContent): number {
  if (typeof content === 'string') return estimateTokens(content);
  return sum(content.map((part) => (part.type === 'text' ? estimateTokens(part.text) : TOKENS_PER_IMAGE)));
}

function toolCallTokens(calls: readonly ToolCall[]): number {
  return sum(calls.map((call) => estimateTokens(call.name) + estimateTokens(call.arguments)));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
