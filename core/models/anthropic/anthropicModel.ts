import type { Http } from '../../http/http';
import { systemClock, type Clock } from '../../time/clock';
import type { ChatModel, ChatReply, ChatRequest, ChatStreamPart } from '../chatModel';
import { inOnePiece } from '../inOnePiece';
import { postForStream } from '../provider/answerStream';
import { post, type Provider, type ProviderRequest } from '../provider/providerCall';
import { messageReply } from './messageReply';
import { messageStream } from './messageStream';
import { requestBody } from './requestBody';

/**
 * Anthropic requires a limit. No Claude model allows less than this, which is the most that Claude 3 Haiku writes:
 * https://docs.anthropic.com/en/docs/about-claude/models/overview
 */
const MAX_OUTPUT_TOKENS = 4096;

export interface AnthropicOptions {
  /** The model's name at Anthropic, e.g. `claude-haiku-4-5`. */
  model: string;
  /** Reaches the API: base URL, credential and the `anthropic-version` header are its business. */
  http: Http;
  /** Under which the price table is searched, when the name does not say who sells the model. */
  id?: string;
  clock?: Clock;
  /** After how many tokens the model is cut off; 4096 when left out. */
  maxOutputTokens?: number;
}

/** A model behind Anthropic's Messages API. It gives no log-probabilities. */
export class AnthropicModel implements ChatModel {
  readonly id: string;
  readonly #model: string;
  readonly #provider: Provider;
  readonly #maxOutputTokens: number;

  constructor({
    model,
    http,
    id = model,
    clock = systemClock,
    maxOutputTokens = MAX_OUTPUT_TOKENS,
  }: AnthropicOptions) {
    this.id = id;
    this.#model = model;
    this.#provider = { http, clock };
    this.#maxOutputTokens = maxOutputTokens;
  }

  async complete(request: ChatRequest): Promise<ChatReply> {
    return messageReply(await post(this.#provider, this.#ask(request)));
  }

  async *stream(request: ChatRequest): AsyncGenerator<ChatStreamPart> {
    const answer = await postForStream(this.#provider, this.#ask(request, { stream: true }));
    yield* answer.kind === 'events' ? messageStream(answer.events) : inOnePiece(messageReply(answer.body));
  }

  #ask({ signal, ...request }: ChatRequest, how: object = {}): ProviderRequest {
    const limits = { model: this.#model, maxOutputTokens: this.#maxOutputTokens };
    return { path: '/messages', body: { ...requestBody(limits, request), ...how }, signal };
  }
}
