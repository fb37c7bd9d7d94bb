import type { ChatReply, TokenUsage } from '../../models/chatModel';
import { costOf } from '../../models/prices/costOf';
import { estimateUsage } from '../../models/tokens/estimateUsage';
import { priceOf, type CascadeModel } from './cascadeModel';
import type { Prompt } from './prompt';

/** What an attempt used and cost. */
export interface Bill {
  readonly usage: TokenUsage;
  /** Whether the tokens were counted here, because the provider reported none. */
  readonly estimated: boolean;
  /** US dollars; null when the model's price is unknown. */
  readonly costUsd: number | null;
}

/** The provider's own count where there is one that makes sense, else an estimate. */
export function billFor(model: CascadeModel, prompt: Prompt, reply: ChatReply): Bill {
  const { usage, text, toolCalls } = reply;
  if (usage && isCount(usage)) return { usage, estimated: false, costUsd: costAt(model, usage) };
  const { outputTokens } = estimateUsage([], text, toolCalls);
  return estimatedBill(model, { inputTokens: prompt.inputTokens(), outputTokens });
}

/** For an answer that was not waited for: the model has read the prompt, and written at least what was heard of it. */
export function billForUnfinished(model: CascadeModel, prompt: Prompt, heard: string): Bill {
  const { outputTokens } = estimateUsage([], heard);
  return estimatedBill(model, { inputTokens: prompt.inputTokens(), outputTokens });
}

function estimatedBill(model: CascadeModel, usage: TokenUsage): Bill {
  return { usage, estimated: true, costUsd: costAt(model, usage) };
}

function isCount(usage: TokenUsage): boolean {
  const { inputTokens, outputTokens, cachedInputTokens = 0, cacheWriteInputTokens = 0 } = usage;
  return [inputTokens, outputTokens, cachedInputTokens, cacheWriteInputTokens].every(
    (count) => Number.isFinite(count) && count >= 0,
  );
}

/** US dollars that `usage` costs at `model`; null when its price is unknown. */
export function costAt(model: CascadeModel, usage: TokenUsage): number | null {
  const price = priceOf(model);
  return price ? costOf(usage, price) : null;
}

/** Sums dollars without the dust of binary fractions; null as soon as one amount is unknown. */
export function sumOf(amounts: readonly (number | null)[]): number | null {
  let total = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    total += amount;
  }
  return toNanoDollars(total);
}

/** Money is exact to a billionth of a dollar: a token can cost less than a millionth. */
export function toNanoDollars(dollars: number): number {
  return Math.round(dollars * 1e9) / 1e9;
}
