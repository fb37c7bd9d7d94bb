import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { sendJson } from '../answer.mts';
import type { Job } from './job.mts';
import { anthropicRows, type AnthropicRow } from './jobAnswers.mts';
import type { JobHouse } from './jobHouse.mts';
import { anthropicLines, doubled } from './jobLines.mts';
import type { JobLine } from './jobRules.mts';
import { anthropicError } from './message.mts';

const DAY_MS = 86_400_000;

/** Anthropic's `/v1/messages/batches`: https://docs.anthropic.com/en/api/creating-message-batches */
export class AnthropicDesk {
  readonly #house: JobHouse;
  /** What the jobs that have ended left, by the job's id: no request is answered twice. */
  readonly #left = new Map<string, readonly AnthropicRow[]>();

  constructor(house: JobHouse) {
    this.#house = house;
  }

  /** @returns whether it is something that this desk serves */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const asked = `${request.method ?? ''} ${request.url ?? ''}`;
    const [, id, end] =
      /^(?:GET|POST) \/v1\/messages\/batches\/([^/]+)(\/cancel|\/results)?$/.exec(asked) ?? [];
    if (asked === 'POST /v1/messages/batches') await this.#create(request, response);
    else if (id === undefined) return false;
    else if (end === '/cancel') this.#cancel(id, response);
    else if (end === '/results') this.#send(id, response);
    else this.#look(id, response);
    return true;
  }

  async #create(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const lines = linesOrNone(await text(request));
    if (lines.length === 0 || doubled(lines) !== undefined || !request.headers['anthropic-version']) {
      sendJson(response, 400, anthropicError(400, 'requests: each needs a custom_id of its own, and params'));
      return;
    }
    const make = () => this.#house.open({ api: 'anthropic', requests: lines, request });
    if (this.#house.refuses('create', lines, response, make)) return;
    sendJson(response, 200, this.#batchOf(make()));
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
    job.cancel();
    sendJson(response, 200, this.#batchOf(job));
  }

  #send(id: string, response: ServerResponse): void {
    const job = this.#found(id, response);
    if (!job || this.#house.refuses('results', job.requests, response)) return;
    if (!job.hasEnded) {
      sendJson(response, 404, anthropicError(404, 'The results are not there yet'));
      return;
    }
    response.writeHead(200, { 'content-type': 'application/x-jsonl' });
    const lines = this.#rowsOf(job).map((row) => JSON.stringify(row));
    response.end((job.rules.rewrite?.(lines) ?? lines).map((line) => `${line}\n`).join(''));
  }

  #rowsOf(job: Job): readonly AnthropicRow[] {
    const known = this.#left.get(job.id);
    if (known || !job.hasEnded) return known ?? [];
    const rows = anthropicRows(job, this.#house.respond);
    this.#left.set(job.id, rows);
    return rows;
  }

  #found(id: string, response: ServerResponse): Job | undefined {
    const job = this.#house.find('anthropic', id);
    if (!job) sendJson(response, 404, anthropicError(404, `There is no batch ${id}`));
    return job;
  }

  /** https://docs.anthropic.com/en/api/retrieving-message-batches. No job fails there: it ends, however it went. */
  #batchOf(job: Job): object {
    const { id, requests, hasEnded, createdAt } = job;
    const rows = this.#rowsOf(job);
    const countOf = (type: AnthropicRow['result']['type']) =>
      rows.filter(({ result }) => result.type === type).length;
    return {
      id,
      type: 'message_batch',
      processing_status: statusOf(job),
      request_counts: {
        processing: requests.length - rows.length,
        succeeded: countOf('succeeded'),
        errored: countOf('errored'),
        canceled: countOf('canceled'),
        expired: countOf('expired'),
      },
      created_at: new Date(createdAt).toISOString(),
      expires_at: new Date(createdAt + DAY_MS).toISOString(),
      results_url: hasEnded ? `https://api.anthropic.com/v1/messages/batches/${id}/results` : null,
    };
  }
}

function statusOf({ state, hasEnded }: Job): string {
  if (hasEnded) return 'ended';
  return state === 'cancelling' ? 'canceling' : 'in_progress';
}

function linesOrNone(body: string): JobLine[] {
  try {
    return anthropicLines(body);
  } catch {
    return [];
  }
}
