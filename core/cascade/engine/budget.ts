import type { TokenUsage } from '../../models/chatModel';
import { costAt, toNanoDollars } from './bill';
import { type CascadeModel } from './cascadeModel';
import type { Prompt } from './prompt';

/** A call as far as its cost can be foreseen. */
export interface PlannedCall {
  readonly model: CascadeModel;
  readonly prompt: Prompt;
  readonly outputTokens: number;
}

/** Puts the real cost in place of the foreseen one. */
type Settle = (costUsd: number | null) => void;

/** What a turn may still spend. Calls under way count with what they will probably cost. */
export class Budget {
  readonly capUsd: number | null;
  #committedUsd = 0;

  /** @param capUsd US dollars; null = no cap */
  constructor(capUsd: number | null) {
    this.capUsd = capUsd;
  }

  /** Sets aside what a call will probably cost; undefined when that is more than is left. */
  reserve(call: PlannedCall): Settle | undefined {
    if (this.capUsd === null) return () => undefined;
    if (!this.affords([call])) return undefined;
    const foreseen = foreseenCost(call);
    this.#committedUsd += foreseen;
    return (costUsd) => {
      this.#committedUsd += (costUsd ?? 0) - foreseen;
    };
  }

  /** Whether all of the calls together would stay within the cap. */
  affords(calls: readonly PlannedCall[]): boolean {
    if (this.capUsd === null) return true;
    const total = calls.reduce((sum, call) => sum + foreseenCost(call), this.#committedUsd);
    return toNanoDollars(total) <= this.capUsd;
  }
}

/** Zero for a model without a price: a turn with a cap does not begin with one. */
function foreseenCost({ model, prompt, outputTokens }: PlannedCall): number {
  const usage: TokenUsage = { inputTokens: prompt.inputTokens(), outputTokens };
  return costAt(model, usage) ?? 0;
}
