import type { Http } from '../../http/http';
import { systemClock, type Clock } from '../../time/clock';
import type { ChatModel, ChatReply, ChatRequest, ChatStreamPart } from '../chatModel';
import { inOnePiece } from '../inOnePiece';
import { postForStream } from '../provider/answerStream';
import { postForAnswer, type Provider, type ProviderRequest } from '../provider/providerCall';
import { streamWithQuota, withQuota } from '../provider/withQuota';
import { AnthropicJobs } from './jobs/anthropicJobs';
import { messageReply } from './messageReply';
import { messageStream } from './messageStream';
import { MAX_OUTPUT_TOKENS, requestBody } from './requestBody';

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
  /** Many requests as one job. */
  readonly jobs: AnthropicJobs;
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
    this.jobs = new AnthropicJobs({ model, http, clock, maxOutputTokens });
  }

  async complete(request: ChatRequest): Promise<ChatReply> {
    const { body, quota } = await postForAnswer(this.#provider, this.#ask(request));
    return withQuota(messageReply(body), quota);
  }

  async *stream(request: ChatRequest): AsyncGenerator<ChatStreamPart> {
    const answer = await postForStream(this.#provider, this.#ask(request, { stream: true }));
    const parts =
      answer.kind === 'events' ? messageStream(answer.events) : inOnePiece(messageReply(answer.body));
    yield* streamWithQuota(parts, answer.quota);
  }

  #ask({ signal, ...request }: ChatRequest, how: object = {}): ProviderRequest {
    const limits = { model: this.#model, maxOutputTokens: this.#maxOutputTokens };
    return { path: '/messages', body: { ...requestBody(limits, request), ...how }, signal };
  }
}
