import { ChatModelError } from '../../../models/chatModelError';
import type { ChatJob, ChatJobs, JobCounts } from '../../../models/jobs/chatJobs';
import type { Clock } from '../../../time/clock';
import { Breather } from './breather';
import { modelGone } from './jobFaults';
import type { JobKeeper } from './jobKeeper';
import type { JobModel, JobModels } from './jobModels';
import type { JobsBudget } from './jobsBudget';
import { isLive, modelKeyOf, type JobEntry } from './jobsRecord';
import type { ReplyTable } from './replyTable';
import { stateOf, wordsOf } from './submitBundle';

interface Parts {
  readonly keeper: JobKeeper;
  readonly models: JobModels;
  /** Has the query at this place show which models it asks. */
  readonly show: (index: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly clock: Clock;
}

/**
 * The jobs of a batch at the providers of its models. All methods throw `ChatModelError` when a provider cannot be asked,
 * `CascadeError` `JOB_MODEL_GONE` when no query asks the model of a job any more, and the reason of the signal.
 */
export class JobsAtProviders {
  readonly #parts: Parts;
  /** By the place of the job in the record. */
  readonly #counts = new Map<number, JobCounts>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** As they were when last looked at. */
  countsOf(place: number): JobCounts | undefined {
    return this.#counts.get(place);
  }

  /** Takes down which of them have ended. */
  async look(signal?: AbortSignal): Promise<void> {
    const { keeper } = this.#parts;
    for (const { place, id, jobs } of await this.#live(signal)) {
      const job = await jobs.find(id, signal).catch((error: unknown) => {
        signal?.throwIfAborted();
        return forgotten(id, error);
      });
      this.#counts.set(place, job.counts);
      const state = stateOf(job);
      if (state !== 'running') await keeper.update(place, { state }, wordsOf(job));
    }
  }

  async cancel(signal?: AbortSignal): Promise<void> {
    for (const { id, jobs } of await this.#live(signal)) await jobs.cancel(id, signal);
  }

  /** Adds what they have replied to the table, and what that cost to the budget. */
  async fetch(table: ReplyTable, budget: JobsBudget, signal?: AbortSignal): Promise<void> {
    const { keeper, clock } = this.#parts;
    const breather = new Breather(clock);
    for (const entry of keeper.jobs) {
      const { id, pass } = entry;
      if (id === null || !hasReplies(entry)) continue;
      const { model, jobs } = await this.#clientOf(entry, signal);
      for await (const reply of jobs.replies(id, signal)) {
        await breather.pause(signal);
        table.add(pass, reply);
        if (reply.kind === 'answered') budget.spend(model, reply.reply);
      }
    }
  }

  async #live(signal: AbortSignal | undefined): Promise<readonly Live[]> {
    const live: Live[] = [];
    for (const [place, entry] of this.#parts.keeper.jobs.entries()) {
      if (entry.id === null || !isLive(entry)) continue;
      live.push({ place, id: entry.id, jobs: (await this.#clientOf(entry, signal)).jobs });
    }
    return live;
  }

  async #clientOf(entry: JobEntry, signal: AbortSignal | undefined): Promise<Client> {
    const { models, show } = this.#parts;
    const known = clientIn(models, entry);
    if (known) return known;
    await show(entry.first, signal);
    const shown = clientIn(models, entry);
    if (shown) return shown;
    throw modelGone(entry);
  }
}

interface Client {
  readonly model: JobModel;
  readonly jobs: ChatJobs;
}

interface Live {
  readonly place: number;
  readonly id: string;
  readonly jobs: ChatJobs;
}

function clientIn(models: JobModels, entry: JobEntry): Client | undefined {
  const model = models.find(modelKeyOf(entry));
  return model?.jobs && { model, jobs: model.jobs };
}

function hasReplies({ state }: JobEntry): boolean {
  return state === 'completed' || state === 'expired' || state === 'cancelled';
}

/** A job that its provider does not know will never answer. */
function forgotten(id: string, error: unknown): ChatJob {
  if (!(error instanceof ChatModelError) || error.fault !== 'not_found') throw error;
  const counts = { total: 0, answered: 0, failed: 0 };
  return { id, state: 'ended', ended: 'failed', counts, faults: [error.message], expiresAt: undefined };
}
