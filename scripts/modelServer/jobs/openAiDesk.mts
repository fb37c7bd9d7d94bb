import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, text } from 'node:stream/consumers';
import { z } from 'zod/v3';
import { sendError, sendJson } from '../answer.mts';
import { Job } from './job.mts';
import { openAiFiles, type JobFiles } from './jobAnswers.mts';
import type { JobHouse } from './jobHouse.mts';
import { doubled, openAiLines } from './jobLines.mts';
import type { JobLine, JobRules } from './jobRules.mts';
import { formParts } from './multipart.mts';

const DAY_S = 86_400;
const NO_FILES: JobFiles = { output: [], errors: [] };

const creation = z.object({
  input_file_id: z.string(),
  endpoint: z.literal('/v1/chat/completions'),
  completion_window: z.literal('24h'),
});

/** OpenAI's `/v1/files` and `/v1/batches`: https://platform.openai.com/docs/api-reference/batch */
export class OpenAiDesk {
  readonly #house: JobHouse;
  /** The text of each file that was uploaded, by its id. */
  readonly #files = new Map<string, string>();
  /** The file from which each job was made, by the job's id. */
  readonly #inputs = new Map<string, string>();
  /** What the jobs that have ended left, by the job's id: no request is answered twice. */
  readonly #left = new Map<string, JobFiles>();

  constructor(house: JobHouse) {
    this.#house = house;
  }

  /** @returns whether it is something that this desk serves */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const asked = `${request.method ?? ''} ${new URL(request.url ?? '', 'http://server').pathname}`;
    const [, jobId, end] = /^(?:GET|POST) \/v1\/batches\/([^/]+)(\/cancel)?$/.exec(asked) ?? [];
    const [, fileId] = /^GET \/v1\/files\/([^/]+)\/content$/.exec(asked) ?? [];
    if (asked === 'POST /v1/files') await this.#upload(request, response);
    else if (asked === 'POST /v1/batches') await this.#create(request, response);
    else if (asked === 'GET /v1/batches') this.#list(response);
    else if (jobId !== undefined && end === undefined) this.#look(jobId, response);
    else if (jobId !== undefined) this.#cancel(jobId, response);
    else if (fileId !== undefined) this.#send(fileId, response);
    else return false;
    return true;
  }

  async #upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = formParts(await text(request), request.headers['content-type'] ?? '');
    const file = form.get('file');
    if (form.get('purpose')?.content !== 'batch' || file?.filename?.endsWith('.jsonl') !== true) {
      sendError(response, 400, 'Invalid file format for Batch API. Must be .jsonl');
      return;
    }
    if (this.#house.refuses('upload', linesOrNone(file.content), response)) return;
    const id = `file-${String(this.#files.size + 1)}`;
    this.#files.set(id, file.content);
    sendJson(response, 200, { id, object: 'file', filename: file.filename, purpose: 'batch' });
  }

  async #create(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = creation.safeParse(await json(request));
    const input = asked.success ? asked.data.input_file_id : '';
    const file = this.#files.get(input);
    if (file === undefined) {
      sendError(response, 400, 'Not a batch of a file that was uploaded');
      return;
    }
    const lines = linesOrNone(file);
    const make = () => {
      const job = this.#house.open({ api: 'openAi', requests: lines, request }, (rules) =>
        checked(lines, rules),
      );
      this.#inputs.set(job.id, input);
      return job;
    };
    if (this.#house.refuses('create', lines, response, make)) return;
    sendJson(response, 200, this.#batchOf(make()));
  }

  #list(response: ServerResponse): void {
    const data = this.#house.jobsOf('openAi').map((job) => this.#batchOf(job));
    sendJson(response, 200, { object: 'list', data: data.reverse(), has_more: false });
  }

  #look(id: string, response: ServerResponse): void {
    const job = this.#found(id, response);
    if (!job || this.#house.refuses('look', job.requests, response)) return;
    job.look();
    sendJson(response, 200, this.#batchOf(job));
  }

  #cancel(id: string, response: ServerResponse): void {
    const job = this.#found(id, response);
    if (!job || this.#house.refuses('cancel', job.requests, response)) return;
    if (job.hasEnded) {
      sendError(response, 409, `Cannot cancel a batch with status '${job.state}'.`);
      return;
    }
    job.cancel();
    sendJson(response, 200, this.#batchOf(job));
  }

  #send(fileId: string, response: ServerResponse): void {
    const [kind = '', jobId = ''] = fileId.split('-of-');
    const job = this.#found(jobId, response);
    if (!job || this.#house.refuses('results', job.requests, response)) return;
    const { output, errors } = this.#filesOf(job);
    const lines = kind === 'output' ? output : errors;
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    response.end(lines.map((line) => `${line}\n`).join(''));
  }

  #found(id: string, response: ServerResponse): Job | undefined {
    const job = this.#house.find('openAi', id);
    if (!job) sendError(response, 404, `No batch found with id '${id}'.`);
    return job;
  }

  #filesOf(job: Job): JobFiles {
    const known = this.#left.get(job.id);
    if (known || !['completed', 'expired', 'cancelled'].includes(job.state)) return known ?? NO_FILES;
    const files = openAiFiles(job, this.#house.respond);
    this.#left.set(job.id, files);
    return files;
  }

  /** https://platform.openai.com/docs/api-reference/batch/object */
  #batchOf(job: Job): object {
    const { id, state, requests, rules, createdAt } = job;
    const { output, errors } = this.#filesOf(job);
    const created = Math.floor(createdAt / 1000);
    return {
      id,
      object: 'batch',
      endpoint: '/v1/chat/completions',
      errors:
        state === 'failed' ? { object: 'list', data: (rules.faults ?? ['It failed']).map(faultOf) } : null,
      input_file_id: this.#inputs.get(id),
      completion_window: '24h',
      status: statusOf(state),
      output_file_id: output.length > 0 ? `output-of-${id}` : null,
      error_file_id: errors.length > 0 ? `errors-of-${id}` : null,
      created_at: created,
      expires_at: created + DAY_S,
      request_counts: {
        total: requests.length,
        completed: output.length,
        failed: state === 'completed' ? errors.length : 0,
      },
    };
  }
}

function linesOrNone(file: string): JobLine[] {
  try {
    return openAiLines(file);
  } catch {
    return [];
  }
}

/** A file with faults makes a job that fails. */
function checked(lines: readonly JobLine[], rules: JobRules): JobRules {
  const twice = doubled(lines);
  if (lines.length === 0) return { ...rules, ending: 'failed', faults: ['The input file is not valid.'] };
  if (twice === undefined) return rules;
  return { ...rules, ending: 'failed', faults: [`The custom_id '${twice}' is used more than once.`] };
}

function faultOf(message: string): object {
  return { code: 'invalid_request', message, param: null, line: null };
}

function statusOf(state: Job['state']): string {
  switch (state) {
    case 'waiting':
      return 'validating';
    case 'running':
      return 'in_progress';
    default:
      return state;
  }
}
