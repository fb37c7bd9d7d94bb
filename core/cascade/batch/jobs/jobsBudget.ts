import { CascadeError } from '../../../errors/cascadeError';
import type { ChatReply } from '../../../models/chatModel';
import { estimateUsage } from '../../../models/tokens/estimateUsage';
import { costAt } from '../../engine/bill';
import type { JobModel } from './jobModels';
import type { Missing } from './replayedModels';

/** Tokens of an answer of a model that has not answered yet. */
const ORDINARY_ANSWER = 400;

interface Answers {
  count: number;
  outputTokens: number;
}

/** What a batch may still spend. Requests of a job count with what they will probably cost. */
export class JobsBudget {
  readonly #maxCostUsd: number | undefined;
  readonly #answers = new Map<string, Answers>();
  #committedUsd = 0;

  /** @param maxCostUsd US dollars; undefined = no limit */
  constructor(maxCostUsd: number | undefined) {
    this.#maxCostUsd = maxCostUsd;
  }

  /** A reply was paid for. */
  spend({ key, cascadeModel }: JobModel, { usage, text, toolCalls }: ChatReply): void {
    const used = usage ?? estimateUsage([], text, toolCalls);
    const { count, outputTokens } = this.#answers.get(key) ?? { count: 0, outputTokens: 0 };
    this.#answers.set(key, { count: count + 1, outputTokens: outputTokens + used.outputTokens });
    this.#committedUsd += costAt(cascadeModel, used) ?? 0;
  }

  /**
   * Sets aside what the requests will probably cost; false when that is more than is left.
   *
   * @throws {CascadeError} `PRICE_UNKNOWN` when there is a limit, and no price to hold it by
   */
  commit({ model, requests }: Missing): boolean {
    if (this.#maxCostUsd === undefined) return true;
    const { count, outputTokens } = this.#answers.get(model.key) ?? {
      count: 1,
      outputTokens: ORDINARY_ANSWER,
    };
    let foreseenUsd = 0;
    for (const { request } of requests) {
      const { inputTokens } = estimateUsage(request.messages, '');
      const costUsd = costAt(model.cascadeModel, { inputTokens, outputTokens: outputTokens / count });
      if (costUsd === null) throw unpriced(model);
      foreseenUsd += costUsd;
    }
    if (this.#committedUsd + foreseenUsd > this.#maxCostUsd) return false;
    this.#committedUsd += foreseenUsd;
    return true;
  }
}

function unpriced({ model }: JobModel): CascadeError {
  return new CascadeError(`The price of ${model} is unknown, so the limit of cost cannot be kept`, {
    code: 'PRICE_UNKNOWN',
    hint: 'Give the price of the model, or take the limit of cost away.',
  });
}
