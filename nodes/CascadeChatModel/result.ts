import type { FinishReason, GenerateResult, MessageContent, StreamChunk, TokenUsage } from '@n8n/ai-node-sdk';
import type { CascadeTurn, ChatReply, FinishReason as Finish, MadeAttempt } from '../../core';

/** What the cascade answered, as n8n's SDK wants it. */
export function resultOf({ reply, report }: CascadeTurn): GenerateResult {
  return {
    message: { role: 'assistant', content: contentOf(reply) },
    finishReason: finishReasons[reply.finishReason],
    usage: usageOf(report.attempts),
    providerMetadata: { cascade: report },
  };
}

/** The same after its text has been streamed. */
export function lastChunks({ reply, report }: CascadeTurn): StreamChunk[] {
  const calls = reply.toolCalls.map(({ id, name, arguments: argumentsDelta }): StreamChunk => ({
    type: 'tool-call-delta',
    id,
    name,
    argumentsDelta,
  }));
  const finishReason = finishReasons[reply.finishReason];
  return [...calls, { type: 'finish', finishReason, usage: usageOf(report.attempts) }];
}

function contentOf({ text, toolCalls }: ChatReply): MessageContent[] {
  const texts: MessageContent[] = text === '' ? [] : [{ type: 'text', text }];
  const calls = toolCalls.map(({ id, name, arguments: input }): MessageContent => ({
    type: 'tool-call',
    toolCallId: id,
    toolName: name,
    input,
  }));
  return [...texts, ...calls];
}

const finishReasons: Readonly<Record<Finish, FinishReason>> = {
  stop: 'stop',
  length: 'length',
  tool_calls: 'tool-calls',
  content_filter: 'content-filter',
  unknown: 'other',
};

/** The tokens of all attempts, rejected drafts included: they are what the answer cost. */
export function usageOf(attempts: readonly MadeAttempt[]): TokenUsage {
  const promptTokens = total(attempts.map(({ inputTokens }) => inputTokens));
  const completionTokens = total(attempts.map(({ outputTokens }) => outputTokens));
  return { promptTokens, completionTokens, totalTokens: promptTokens + completionTokens };
}

function total(counts: readonly (number | null)[]): number {
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
