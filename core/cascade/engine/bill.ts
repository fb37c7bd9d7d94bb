import type { ChatMessage, ChatReply, TokenUsage } from '../../models/chatModel';
import { costOf } from '../../models/prices/costOf';
import { estimateUsage } from '../../models/tokens/estimateUsage';
import { priceOf, type CascadeModel } from './cascadeModel';

/** What an answered attempt used and cost. */
export interface Bill {
  readonly usage: TokenUsage;
  /** Whether the tokens were counted here, because the provider reported none. */
  readonly estimated: boolean;
  /** US dollars; null when the model's price is unknown. */
  readonly costUsd: number | null;
}

/** The provider's own count where there is one, else an estimate. */
export function billFor(model: CascadeModel, messages: readonly ChatMessage[], reply: ChatReply): Bill {
  const usage = reply.usage ?? estimateUsage(messages, reply.text, reply.toolCalls);
  return { usage, estimated: !reply.usage, costUsd: costAt(model, usage) };
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
