import { randomUUID } from 'node:crypto';
import type { ChatModel, ChatReply, ChatRequest } from '../../../models/chatModel';
import type { JobReply, JobRequest } from '../../../models/jobs/chatJobs';
import { reasonOf } from '../../../time/abort';
import { billFor } from '../../engine/bill';
import type { CascadeModel } from '../../engine/cascadeModel';
import { promptOf } from '../../engine/prompt';
import { CustomIds, jobRequestOf } from './customId';
import { finalFault } from './finalFault';
import type { JobModel, JobModels } from './jobModels';
import { isWorkedOn, type ReplyTable } from './replyTable';

/** What one run of a query asks for that no job has replied to. */
export interface Missing {
  readonly model: JobModel;
  /** That a job with these requests belongs to: one more than the latest that the run depends on. */
  readonly pass: number;
  readonly requests: readonly JobRequest[];
  /** What the jobs said instead of a reply. */
  readonly instead: JobReply | undefined;
}

/** What a run has used of the table. */
export interface Used {
  /** US dollars; null when a price is unknown. */
  readonly costsUsd: readonly (number | null)[];
  /** Of the models whose replies it has used. */
  readonly models: ReadonlySet<string>;
}

interface Source {
  readonly table: ReplyTable;
  readonly models: JobModels;
  /** Told of the first request that the table has no reply to. */
  readonly onMissing: () => void;
  /** Aborts when the run is ended. */
  readonly ended: AbortSignal;
}

/** The models of one run of a query, which answer from the table of replies. */
export class ReplayedModels {
  readonly #source: Source;
  readonly #ids: CustomIds;
  readonly #costsUsd: (number | null)[] = [];
  readonly #used = new Set<string>();
  #latestPass = 0;
  #missing: Missing | undefined;

  /**
   * Failures count for this run alone. Whatever is known of models that are asked one at a time, and whatever other
   * runs have met with, must not change which requests this one makes, or they would not find their replies again.
   */
  readonly #circuit = `replay ${randomUUID()}`;

  constructor(index: number, source: Source) {
    this.#source = source;
    this.#ids = new CustomIds(index);
  }

  get missing(): Missing | undefined {
    return this.#missing;
  }

  get used(): Used {
    return { costsUsd: this.#costsUsd, models: this.#used };
  }

  replayed(model: CascadeModel): CascadeModel {
    const known = this.#source.models.known(model);
    const { price, listPrice } = known.cascadeModel;
    const { id } = model.chat;
    const chat: ChatModel = {
      ...(id === undefined ? {} : { id }),
      complete: (request) => this.#answer(known, request),
    };
    const circuit = `${this.#circuit} ${known.key}`;
    return { name: model.name, chat, price, listPrice, circuit, jobs: model.jobs };
  }

  async #answer(model: JobModel, asked: ChatRequest): Promise<ChatReply> {
    const request = jobRequestOf(asked);
    const customId = this.#ids.next(model.key, request);
    const known = this.#source.table.get(customId);
    if (!known || !isWorkedOn(known.reply)) {
      this.#note(model, { customId, request }, known?.reply);
      return await noReply(this.#source.ended);
    }
    const { pass, reply } = known;
    this.#latestPass = Math.max(this.#latestPass, pass);
    this.#used.add(model.key);
    if (reply.kind !== 'answered') throw finalFault(reply.error);
    this.#bill(model, request, reply.reply);
    return reply.reply;
  }

  #bill({ cascadeModel }: JobModel, { messages, tools }: JobRequest['request'], reply: ChatReply): void {
    this.#costsUsd.push(billFor(cascadeModel, promptOf(messages, tools), reply).costUsd);
  }

  /** Requests beside the first are those for further samples; a call of another model may turn out not to be needed. */
  #note(model: JobModel, request: JobRequest, instead: JobReply | undefined): void {
    const first = this.#missing;
    if (!first) {
      this.#missing = { model, pass: this.#latestPass + 1, requests: [request], instead };
      this.#source.onMissing();
    } else if (first.model.key === model.key) {
      this.#missing = { ...first, requests: [...first.requests, request] };
    }
  }
}

/** @throws when the run is ended */
async function noReply(ended: AbortSignal): Promise<never> {
  return await new Promise<never>((_, reject) => {
    const end = () => {
      reject(reasonOf(ended));
    };
    if (ended.aborted) end();
    else ended.addEventListener('abort', end, { once: true });
  });
}
