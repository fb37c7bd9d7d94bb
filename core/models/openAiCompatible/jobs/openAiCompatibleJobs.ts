import { z } from 'zod/v3';
import type { Http, HttpRequest } from '../../../http/http';
import { systemClock, type Clock } from '../../../time/clock';
import { ChatModelError } from '../../chatModelError';
import type { ChatJob, ChatJobs, JobLimits, JobReply, JobRequest } from '../../jobs/chatJobs';
import { idInPath } from '../../jobs/idInPath';
import { askJobs, jobLines } from '../../jobs/jobCall';
import { JobInDoubtError } from '../../jobs/jobInDoubtError';
import { JobsUnavailableError } from '../../jobs/jobsUnavailableError';
import { requireEnded } from '../../jobs/requireEnded';
import { requireRequests, requireSize } from '../../jobs/requireRequests';
import { resultRows } from '../../jobs/resultRows';
import { creationFault, readCreated, submissionFault } from '../../jobs/submission';
import type { Provider } from '../../provider/providerCall';
import { requestBody } from '../requestBody';
import { readBatch, type OpenAiBatch } from './batchObject';
import { fileOf } from './inputFile';
import { outputReply } from './outputRow';

export interface OpenAiCompatibleJobsOptions {
  /** The model's name at the provider, e.g. `gpt-4o-mini`. */
  model: string;
  /** Reaches the API: base URL and credential are its business. */
  http: Http;
  clock?: Clock;
}

/** What the rows of a job say they are for, wherever the API itself is. */
const ENDPOINT = '/v1/chat/completions';

const uploaded = z.object({ id: z.string().min(1) });
const list = z.object({ data: z.array(z.unknown()) });

/**
 * Jobs of a model behind OpenAI's batch API (https://platform.openai.com/docs/guides/batch), as LiteLLM, Azure, Groq and
 * others have it too.
 */
export class OpenAiCompatibleJobs implements ChatJobs {
  /** Those of OpenAI: https://platform.openai.com/docs/guides/batch#rate-limits */
  readonly limits: JobLimits = { requests: 50_000, bytes: 200_000_000 };
  readonly #model: string;
  readonly #provider: Provider;

  constructor({ model, http, clock = systemClock }: OpenAiCompatibleJobsOptions) {
    this.#model = model;
    this.#provider = { http, clock };
  }

  sizeOf(request: JobRequest): number {
    return Buffer.byteLength(this.#line(request));
  }

  async submit(requests: readonly JobRequest[], signal?: AbortSignal): Promise<ChatJob> {
    requireRequests(requests, this.limits);
    const inputFileId = await this.#upload(requests, signal);
    return await this.#create(inputFileId, signal);
  }

  async find(jobId: string, signal?: AbortSignal): Promise<ChatJob> {
    const { job } = await this.#look(jobId, signal);
    return job;
  }

  async *replies(jobId: string, signal?: AbortSignal): AsyncGenerator<JobReply> {
    const { job, resultFileIds } = await this.#look(jobId, signal);
    requireEnded(job);
    const seen = new Set<string>();
    for (const fileId of resultFileIds) {
      const lines = jobLines(this.#provider, { path: `/files/${idInPath(fileId)}/content`, signal });
      for await (const row of resultRows(lines, seen)) yield outputReply(row, this.#provider.clock.now());
    }
  }

  async cancel(jobId: string, signal?: AbortSignal): Promise<ChatJob> {
    const path = `/batches/${idInPath(jobId)}/cancel`;
    return await this.#ask({ method: 'POST', path, signal }).then(
      (body) => readBatch(body).job,
      async (refusal: unknown) => {
        // One that has ended cannot be cancelled, and need not be.
        const job = isRejected(refusal) ? await this.find(jobId, signal) : undefined;
        if (job?.state === 'ended') return job;
        throw refusal;
      },
    );
  }

  async #look(jobId: string, signal: AbortSignal | undefined): Promise<OpenAiBatch> {
    return readBatch(await this.#ask({ method: 'GET', path: `/batches/${idInPath(jobId)}`, signal }));
  }

  /** A file that is uploaded twice costs nothing: whatever fails here, there is no job. */
  async #upload(requests: readonly JobRequest[], signal: AbortSignal | undefined): Promise<string> {
    const file = fileOf(this.#lines(requests));
    requireSize(file.size, this.limits);
    const form = new FormData();
    form.append('purpose', 'batch');
    form.append('file', file, 'batch.jsonl');
    const body = await this.#ask({ method: 'POST', path: '/files', form, signal }).catch((error: unknown) => {
      throw submissionFault(error);
    });
    const parsed = uploaded.safeParse(body);
    if (!parsed.success) throw new JobsUnavailableError('it takes no files', parsed.error);
    return parsed.data.id;
  }

  #create(inputFileId: string, signal: AbortSignal | undefined): Promise<ChatJob> {
    const body = { input_file_id: inputFileId, endpoint: ENDPOINT, completion_window: '24h' };
    return this.#ask({ method: 'POST', path: '/batches', body, signal })
      .then((answer) => readCreated(answer, (batch) => readBatch(batch).job))
      .catch(async (error: unknown) => {
        const fault = creationFault(error);
        const job = fault instanceof JobInDoubtError ? await this.#madeFrom(inputFileId, signal) : undefined;
        if (job) return job;
        throw fault;
      });
  }

  /** The job that was made from a file, if the provider knows one, and can be asked. */
  async #madeFrom(inputFileId: string, signal: AbortSignal | undefined): Promise<ChatJob | undefined> {
    const latest = await this.#ask({ method: 'GET', path: '/batches', signal }).catch(() => {
      signal?.throwIfAborted();
      return undefined;
    });
    const batches = list.safeParse(latest).data?.data ?? [];
    return batches.map(batchOrNone).find((batch) => batch?.inputFileId === inputFileId)?.job;
  }

  *#lines(requests: readonly JobRequest[]): Generator<string> {
    for (const request of requests) yield this.#line(request);
  }

  #line({ customId, request }: JobRequest): string {
    const row = {
      custom_id: customId,
      method: 'POST',
      url: ENDPOINT,
      body: requestBody(this.#model, request),
    };
    return `${JSON.stringify(row)}\n`;
  }

  #ask(request: HttpRequest): Promise<unknown> {
    return askJobs(this.#provider, request);
  }
}

function batchOrNone(body: unknown): OpenAiBatch | undefined {
  try {
    return readBatch(body);
  } catch {
    return undefined;
  }
}

function isRejected(error: unknown): boolean {
  return error instanceof ChatModelError && error.fault === 'rejected';
}
