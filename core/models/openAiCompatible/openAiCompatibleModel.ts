import type { Http } from '../../http/http';
import { systemClock, type Clock } from '../../time/clock';
import type { ChatModel, ChatReply, ChatRequest } from '../chatModel';
import { post, type Provider } from '../provider/providerCall';
import { completionReply } from './completionReply';
import { requestBody } from './requestBody';

export interface OpenAiCompatibleOptions {
  /** The model's name at the provider, e.g. `gpt-4o-mini` or `meta-llama/llama-3.1-8b-instruct`. */
  model: string;
  /** Reaches the API: base URL and credential are its business. */
  http: Http;
  /** Under which the price table is searched, when the name does not say who sells the model: `groq/qwen3-32b`. */
  id?: string;
  clock?: Clock;
}

/** A model behind an API that speaks OpenAI's chat completions: OpenAI, LiteLLM, OpenRouter, vLLM, Ollama... */
export class OpenAiCompatibleModel implements ChatModel {
  readonly id: string;
  readonly #model: string;
  readonly #provider: Provider;

  constructor({ model, http, id = model, clock = systemClock }: OpenAiCompatibleOptions) {
    this.id = id;
    this.#model = model;
    this.#provider = { http, clock };
  }

  async complete({ signal, ...request }: ChatRequest): Promise<ChatReply> {
    const body = await post(this.#provider, {
      path: '/chat/completions',
      body: requestBody(this.#model, request),
      signal,
    });
    return completionReply(body);
  }
}
