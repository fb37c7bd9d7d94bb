import { z } from 'zod/v3';
import type { Http, HttpResponse } from '../../http/http';
import { retryAfterMs } from '../../http/retryAfter';
import { systemClock, type Clock } from '../../time/clock';
import type { ChatModel, ChatReply, ChatRequest } from '../chatModel';
import { ChatModelError, faultOfStatus } from '../chatModelError';
import { completionReply } from './completionReply';
import { requestBody } from './requestBody';

export interface OpenAiCompatibleOptions {
  /** The model's name at the provider, e.g. `gpt-4o-mini` or `meta-llama/llama-3.1-8b-instruct`. */
  model: string;
  /** Reaches the API: base URL and credential are its business. */
  http: Http;
  clock?: Clock;
}

/** A model behind an API that speaks OpenAI's chat completions: OpenAI, LiteLLM, OpenRouter, vLLM, Ollama... */
export class OpenAiCompatibleModel implements ChatModel {
  readonly id: string;
  readonly #http: Http;
  readonly #clock: Clock;

  constructor({ model, http, clock = systemClock }: OpenAiCompatibleOptions) {
    this.id = model;
    this.#http = http;
    this.#clock = clock;
  }

  async complete(request: ChatRequest): Promise<ChatReply> {
    const response = await this.#send(request);
    if (response.status >= 400) throw refusal(response, this.#clock.now());
    return completionReply(response.body);
  }

  #send({ signal, ...request }: ChatRequest): Promise<HttpResponse> {
    const body = requestBody(this.id, request);
    const sent = this.#http({
      method: 'POST',
      path: '/chat/completions',
      body,
      ...(signal ? { signal } : {}),
    });
    return sent.catch((cause: unknown) => {
      signal?.throwIfAborted();
      throw new ChatModelError('The model could not be reached', { fault: 'network', cause });
    });
  }
}

const errorBody = z.object({ error: z.object({ message: z.string(), code: z.unknown() }) });

function refusal(response: HttpResponse, now: number): ChatModelError {
  const { status } = response;
  const parsed = errorBody.safeParse(response.body);
  const said = parsed.success ? `: ${parsed.data.error.message}` : '';
  const filtered = parsed.success && parsed.data.error.code === 'content_filter';
  const wait = retryAfterMs(response.header('retry-after'), now);
  return new ChatModelError(`The model answered with status ${String(status)}${said}`, {
    fault: filtered ? 'content_filter' : faultOfStatus(status),
    status,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}
