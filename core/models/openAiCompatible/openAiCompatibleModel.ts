import type { Http } from '../../http/http';
import { systemClock, type Clock } from '../../time/clock';
import type { ChatModel, ChatReply, ChatRequest, ChatStreamPart } from '../chatModel';
import { ChatModelError } from '../chatModelError';
import { inOnePiece } from '../inOnePiece';
import { postForStream, type StreamedAnswer } from '../provider/answerStream';
import { postForAnswer, type Provider, type ProviderRequest } from '../provider/providerCall';
import { streamWithQuota, withQuota } from '../provider/withQuota';
import { completionReply } from './completionReply';
import { completionStream } from './completionStream';
import { OpenAiCompatibleJobs } from './jobs/openAiCompatibleJobs';
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
  /** Many requests as one job. Whether the server takes any shows when it is asked. */
  readonly jobs: OpenAiCompatibleJobs;
  readonly #model: string;
  readonly #provider: Provider;
  /** Whether the server takes the wish for a token count in a stream; those that do not, refuse it. */
  #countsStreams = true;

  constructor({ model, http, id = model, clock = systemClock }: OpenAiCompatibleOptions) {
    this.id = id;
    this.#model = model;
    this.#provider = { http, clock };
    this.jobs = new OpenAiCompatibleJobs({ model, http, clock });
  }

  async complete(request: ChatRequest): Promise<ChatReply> {
    const { body, quota } = await postForAnswer(this.#provider, this.#ask(request));
    return withQuota(completionReply(body), quota);
  }

  async *stream(request: ChatRequest): AsyncGenerator<ChatStreamPart> {
    const answer = await this.#open(request);
    const parts =
      answer.kind === 'events' ? completionStream(answer.events) : inOnePiece(completionReply(answer.body));
    yield* streamWithQuota(parts, answer.quota);
  }

  async #open(request: ChatRequest): Promise<StreamedAnswer> {
    const plain = this.#ask(request, { stream: true });
    if (!this.#countsStreams) return await postForStream(this.#provider, plain);
    const counting = this.#ask(request, { stream: true, stream_options: { include_usage: true } });
    return await postForStream(this.#provider, counting).catch(async (error: unknown) => {
      if (!isRejected(error)) throw error;
      const answer = await postForStream(this.#provider, plain);
      this.#countsStreams = false;
      return answer;
    });
  }

  #ask({ signal, ...request }: ChatRequest, how: object = {}): ProviderRequest {
    return { path: '/chat/completions', body: { ...requestBody(this.#model, request), ...how }, signal };
  }
}

/** Statuses for a request that is not understood. */
const NOT_UNDERSTOOD: ReadonlySet<number | undefined> = new Set([400, 422]);

function isRejected(error: unknown): boolean {
  return error instanceof ChatModelError && error.fault === 'rejected' && NOT_UNDERSTOOD.has(error.status);
}
