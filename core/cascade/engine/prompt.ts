import { once } from '../../guardrails/once';
import type { ChatMessage, ToolDefinition } from '../../models/chatModel';
import { estimateTokens } from '../../models/tokens/estimateTokens';
import { estimateUsage } from '../../models/tokens/estimateUsage';

/** What a model is given to answer. */
export interface Prompt {
  readonly messages: readonly ChatMessage[];
  readonly tools: readonly ToolDefinition[];
  /** About how many tokens it has, definitions of tools included. Counted when first asked for. */
  readonly inputTokens: () => number;
}

export function promptOf(messages: readonly ChatMessage[], tools: readonly ToolDefinition[] = []): Prompt {
  const inputTokens = () => estimateUsage(messages, '').inputTokens + tokensOfTools(tools);
  return { messages, tools, inputTokens: once(inputTokens) };
}

function tokensOfTools(tools: readonly ToolDefinition[]): number {
  return tools.length === 0 ? 0 : estimateTokens(JSON.stringify(tools));
}
