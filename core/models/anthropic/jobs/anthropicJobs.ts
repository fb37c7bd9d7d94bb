import type { Http, HttpRequest } from '../../../http/http';
import { systemClock, type Clock } from '../../../time/clock';
import type { ChatJob, ChatJobs, JobLimits, JobReply, JobRequest } from '../../jobs/chatJobs';
import { idInPath } from '../../jobs/idInPath';
import { askJobs, jobLines } from '../../jobs/jobCall';
import { requireEnded } from '../../jobs/requireEnded';
import { requireRequests, requireSize } from '../../jobs/requireRequests';
import { resultRows } from '../../jobs/resultRows';
import { creationFault, readCreated } from '../../jobs/submission';
import type { Provider } from '../../provider/providerCall';
import { MAX_OUTPUT_TOKENS, requestBody } from '../requestBody';
import { readMessageBatch } from './messageBatch';
import { resultReply } from './resultReply';

export interface AnthropicJobsOptions {
  /** The model's name at Anthropic, e.g. `claude-haiku-4-5`. */
  model: string;
  /** Reaches the API: base URL, credential and the `anthropic-version` header are its business. */
  http: Http;
  clock?: Clock;
  /** After how many tokens the model is cut off; 4096 when left out. */
  maxOutputTokens?: number;
}

/** Jobs of a model behind Anthropic's Message Batches API: https://docs.anthropic.com/en/docs/build-with-claude/batch-processing */
export class AnthropicJobs implements ChatJobs {
  /** https://docs.anthropic.com/en/docs/build-with-claude/batch-processing#batch-limitations */
  readonly limits: JobLimits = { requests: 100_000, bytes: 256_000_000 };
  readonly #model: string;
  readonly #maxOutputTokens: number;
  readonly #provider: Provider;

  constructor({
    model,
    http,
    clock = systemClock,
    maxOutputTokens = MAX_OUTPUT_TOKENS,
  }: AnthropicJobsOptions) {
    this.#model = model;
    this.#maxOutputTokens = maxOutputTokens;
    this.#provider = { http, clock };
  }

  /** With the comma behind it. */
  sizeOf(request: JobRequest): number {
    return Buffer.byteLength(JSON.stringify(this.#row(request))) + 1;
  }

  async submit(requests: readonly JobRequest[], signal?: AbortSignal): Promise<ChatJob> {
    requireRequests(requests, this.limits);
    requireSize(
      requests.reduce((bytes, request) => bytes + this.sizeOf(request), 0),
      this.limits,
    );
    const body = { requests: requests.map((request) => this.#row(request)) };
    return await this.#ask({ method: 'POST', path: '/messages/batches', body, signal })
      .then((answer) => readCreated(answer, readMessageBatch))
      .catch((error: unknown) => {
        throw creationFault(error);
      });
  }

  async find(jobId: string, signal?: AbortSignal): Promise<ChatJob> {
    return readMessageBatch(await this.#ask({ method: 'GET', path: pathOf(jobId), signal }));
  }

  async *replies(jobId: string, signal?: AbortSignal): AsyncGenerator<JobReply> {
    requireEnded(await this.find(jobId, signal));
    // The address that the batch itself brings may be of another host, to which the key must not go.
    const lines = jobLines(this.#provider, { path: `${pathOf(jobId)}/results`, signal });
    for await (const row of resultRows(lines, new Set())) yield resultReply(row);
  }

  async cancel(jobId: string, signal?: AbortSignal): Promise<ChatJob> {
    return readMessageBatch(await this.#ask({ method: 'POST', path: `${pathOf(jobId)}/cancel`, signal }));
  }

  #row({ customId, request }: JobRequest): object {
    const limits = { model: this.#model, maxOutputTokens: this.#maxOutputTokens };
    return { custom_id: customId, params: requestBody(limits, request) };
  }

  #ask(request: HttpRequest): Promise<unknown> {
    return askJobs(this.#provider, request);
  }
}

function pathOf(jobId: string): string {
  return `/messages/batches/${idInPath(jobId)}`;
}
