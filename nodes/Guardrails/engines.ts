import { NodeOperationError, safeRegex, type IExecuteFunctions } from 'n8n-workflow';
import {
  Judge,
  ModerationJudge,
  OpenAiModeration,
  type ModerationEngine,
  type PatternRunner,
} from '../../core';
import { credentialHttp } from '../shared/apiModels/credentialHttp';
import { readLlmApi } from '../shared/apiModels/llmApi';
import { ConnectedModel } from '../shared/connectedModels/connectedModel';
import { suppliedModels } from '../shared/connectedModels/subNodes';
import type { Options } from './options';

/** What can judge a text besides the built-in checks; asked for when a check needs it. */
export class Engines {
  readonly #context: IExecuteFunctions;
  readonly #itemIndex: number;
  readonly #options: Options;
  #judge: Promise<Judge> | undefined;

  constructor(context: IExecuteFunctions, itemIndex: number, options: Options) {
    this.#context = context;
    this.#itemIndex = itemIndex;
    this.#options = options;
  }

  /** @throws {NodeOperationError} when no chat model is connected */
  judge(): Promise<Judge> {
    this.#judge ??= this.#connectedJudge();
    return this.#judge;
  }

  /** @throws {NodeOperationError} when what the panel chooses is not there */
  async forModeration(): Promise<readonly ModerationEngine[]> {
    const { moderateWith } = this.#options;
    const engines: ModerationEngine[] = [];
    if (moderateWith.has('chatModel')) engines.push(new ModerationJudge(await this.judge()));
    if (moderateWith.has('moderationApi')) engines.push(await this.#moderationApi());
    return engines;
  }

  async #connectedJudge(): Promise<Judge> {
    const [supplied] = await suppliedModels(this.#context, this.#itemIndex);
    if (!supplied) {
      throw new NodeOperationError(this.#context.getNode(), 'No chat model is connected', {
        itemIndex: this.#itemIndex,
        description: 'A guardrail that a chat model judges needs one at the input "Chat Model".',
      });
    }
    const chat = new ConnectedModel(supplied.model, supplied.node.type);
    return new Judge({ chat, timeoutMs: this.#options.engineTimeoutMs });
  }

  async #moderationApi(): Promise<ModerationEngine> {
    const api = await readLlmApi(this.#context, this.#itemIndex);
    if (api.type === 'anthropic') {
      throw new NodeOperationError(this.#context.getNode(), 'Anthropic has no moderation API', {
        itemIndex: this.#itemIndex,
        description: 'Choose a credential for OpenAI, or for an API that is compatible with it.',
      });
    }
    const { engineTimeoutMs: timeoutMs, moderationModel: model } = this.#options;
    const http = credentialHttp(this.#context, api);
    return new OpenAiModeration({ http, timeoutMs, ...(model === undefined ? {} : { model }) });
  }
}

/** n8n's own engine for the patterns of users: it stops one that takes longer than 250 ms (n8n 2.40). */
export const patterns: PatternRunner = {
  matchAll: (source, text, flags = '') =>
    safeRegex.matchAll(source, text, `${flags}g`).map((match) => ({ index: match.index ?? 0, 0: match[0] })),
};
