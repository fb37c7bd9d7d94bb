import { CascadeJobs, type CascadeJobsOptions } from '../../../../../core/cascade/batch/jobs/cascadeJobs';
import type { JobsResult } from '../../../../../core/cascade/batch/jobs/jobsResult';
import type { CascadeRun } from '../../../../../core/cascade/batch/cascadeRun';
import { CascadeAgent, type RunOptions } from '../../../../../core/cascade/cascadeAgent';
import type { CascadeModel } from '../../../../../core/cascade/engine/cascadeModel';
import type { CascadeSettings } from '../../../../../core/cascade/settings';
import type { Admission } from '../../../../../core/cascade/tenant/admission';
import {
  textOf,
  type ChatModel,
  type ChatReply,
  type ChatRequest,
} from '../../../../../core/models/chatModel';
import { ChatModelError } from '../../../../../core/models/chatModelError';
import type { ChatJob, ChatJobs, JobReply, JobRequest } from '../../../../../core/models/jobs/chatJobs';
import { FakeClock } from '../../../../support/fakeClock';
import { played } from '../../engine/stage';

/** What a provider does with one request of a job; `nothing`: its row is missing. */
export type Worked = ChatReply | ChatModelError | 'expired' | 'cancelled' | 'nothing';

export type Work = (request: JobRequest['request']) => Worked;

interface HeldJob {
  job: ChatJob;
  readonly requests: readonly JobRequest[];
  looks: number;
  /** Once it has ended. */
  replies: readonly JobReply[];
}

/** A provider of jobs in memory, which keeps what it was given. Replies come in another order than requests. */
class FakeJobs implements ChatJobs {
  limits = { requests: 1000, bytes: 1_000_000 };
  /** A job has ended when it is looked at so many times. */
  looksUntilDone = 2;
  /** What submissions throw, one after the other, before they are taken. */
  readonly refusals: Error[] = [];
  /** How jobs end, one after the other; completed after that. */
  readonly ends: NonNullable<ChatJob['ended']>[] = [];
  readonly cancelled: string[] = [];
  /** Requests of a job that were worked on before it was cancelled. */
  answeredWhenCancelled = 0;
  readonly held = new Map<string, HeldJob>();
  readonly #work: Work;

  constructor(work: Work) {
    this.#work = work;
  }

  get submitted(): readonly JobRequest[] {
    return [...this.held.values()].flatMap(({ requests }) => requests);
  }

  sizeOf(request: JobRequest): number {
    return Buffer.byteLength(JSON.stringify(request));
  }

  submit(requests: readonly JobRequest[]): Promise<ChatJob> {
    const refusal = this.refusals.shift();
    if (refusal) return Promise.reject(refusal);
    const id = `job-${String(this.held.size + 1)}`;
    const counts = { total: requests.length, answered: 0, failed: 0 };
    const job: ChatJob = {
      id,
      state: 'waiting',
      ended: undefined,
      counts,
      faults: [],
      expiresAt: undefined,
    };
    this.held.set(id, { job, requests, looks: 0, replies: [] });
    return Promise.resolve(job);
  }

  async find(jobId: string): Promise<ChatJob> {
    const held = await this.#held(jobId);
    held.looks += 1;
    if (held.looks >= this.looksUntilDone && held.job.state !== 'ended')
      this.#end(held, this.ends.shift() ?? 'completed');
    return held.job;
  }

  async *replies(jobId: string): AsyncGenerator<JobReply> {
    const { replies } = await this.#held(jobId);
    yield* replies.toReversed();
  }

  async cancel(jobId: string): Promise<ChatJob> {
    const held = await this.#held(jobId);
    this.cancelled.push(jobId);
    this.#end(held, 'cancelled');
    return held.job;
  }

  #end(held: HeldJob, ended: NonNullable<ChatJob['ended']>): void {
    held.replies = held.requests.flatMap(({ customId, request }, index) => {
      const isTooLate = ended === 'cancelled' && index >= this.answeredWhenCancelled;
      return replyOf(customId, isTooLate ? 'cancelled' : this.#work(request)) ?? [];
    });
    const faults = ended === 'failed' ? ['the file is not what it should be'] : [];
    const counts = { ...held.job.counts, answered: held.requests.length };
    held.job = { ...held.job, state: 'ended', ended, faults, counts };
  }

  #held(jobId: string): Promise<HeldJob> {
    const held = this.held.get(jobId);
    if (held) return Promise.resolve(held);
    return Promise.reject(new ChatModelError('There is no such job', { fault: 'not_found', status: 404 }));
  }
}

function replyOf(customId: string, worked: Worked): JobReply | undefined {
  if (worked === 'nothing') return undefined;
  if (worked instanceof ChatModelError) return { customId, kind: 'failed', error: worked };
  if (typeof worked === 'object') return { customId, kind: 'answered', reply: worked };
  return { customId, kind: worked, error: new ChatModelError(worked, { fault: 'timeout' }) };
}

export function answer(text: string, more: Partial<ChatReply> = {}): ChatReply {
  const usage = { inputTokens: 100, outputTokens: 20 };
  return { text, toolCalls: [], finishReason: 'stop', usage, ...more };
}

/** The text of the query, as a model gets it. */
export function askedIn({ messages }: Pick<ChatRequest, 'messages'>): string {
  const last = messages.findLast(({ role }) => role === 'user');
  return last ? textOf(last.content) : '';
}

/** A model that is asked by itself, and counts it. */
class SingleModel implements ChatModel {
  readonly asked: string[] = [];
  readonly #work: Work;

  constructor(work: Work) {
    this.#work = work;
  }

  complete(request: ChatRequest): Promise<ChatReply> {
    this.asked.push(askedIn(request));
    const worked = this.#work(request);
    if (typeof worked === 'object' && !(worked instanceof Error)) return Promise.resolve(worked);
    return Promise.reject(worked instanceof Error ? worked : new Error(worked));
  }
}

export interface JobStageOptions {
  readonly settings?: CascadeSettings;
  readonly admissionOf?: (index: number) => Admission;
  readonly run?: RunOptions;
}

/** Models with jobs, last the verifier, and runs of real agents that ask them. */
export function jobStage(works: readonly Work[], queries: readonly string[], options: JobStageOptions = {}) {
  const clock = new FakeClock();
  const jobs = works.map((work) => new FakeJobs(work));
  const singles = works.map((work) => new SingleModel(work));
  const models: CascadeModel[] = works.map((_, index) => ({
    name: `model ${String(index + 1)}`,
    chat: singles[index] ?? new SingleModel(() => 'nothing'),
    price: priceOf(index === works.length - 1 ? 10 : 1),
    jobs: jobs[index],
  }));
  const runs = queries.map((query, index): CascadeRun => async (context) => {
    const { signal, traffic, watch, onAttempt } = context;
    const admission = options.admissionOf && (await context.admission(options.admissionOf(index)));
    const agent = new CascadeAgent({
      ...options.settings,
      models: context.models(models),
      clock,
      random: () => 0.5,
    });
    return await agent.run(query, { ...options.run, signal, traffic, watch, onAttempt, admission });
  });
  return {
    clock,
    jobs,
    singles,
    models,
    runs,
    queries,
    play: <Result>(work: Promise<Result>) => played(clock, work),
  };
}

function priceOf(perMillion: number) {
  return { inputPerMillion: perMillion, outputPerMillion: perMillion };
}

export type JobStage = ReturnType<typeof jobStage>;

/** Sees the jobs through all passes. */
export async function finished(stage: JobStage, options: CascadeJobsOptions = {}): Promise<JobsResult> {
  const { runs, clock, play } = stage;
  const jobs = new CascadeJobs(runs, { clock, discount: 0.5, ...options });
  for (;;) {
    const step = await play(jobs.advance());
    if (step.state === 'finished') return step.result;
  }
}

const COUNTRIES = ['Japan', 'France', 'Italy', 'Spain'];
export const QUERIES = COUNTRIES.map((country) => `What is the capital of ${country}?`);
export const REFUSAL = "I'm sorry, but I can't help with that.";

const CAPITALS = new Map([
  ['Japan', 'The capital of Japan is Tokyo.'],
  ['France', 'The capital of France is Paris.'],
  ['Italy', 'The capital of Italy is Rome.'],
  ['Spain', 'The capital of Spain is Madrid.'],
]);

export function capital(query: string): string {
  const country = COUNTRIES.find((name) => query.includes(name)) ?? '';
  return CAPITALS.get(country) ?? '';
}

/** Answers every query of `QUERIES`. */
export const knows: Work = (request) => answer(capital(askedIn(request)));

/** Answers the first and the third. */
export const knowsHalf: Work = (request) =>
  /Japan|Italy/.test(askedIn(request)) ? knows(request) : answer(REFUSAL);

/** How many requests each of the jobs had, by model. */
export function sizes({ jobs }: JobStage): number[][] {
  return jobs.map(({ held }) => [...held.values()].map(({ requests }) => requests.length));
}

/** Whom the batch has asked one at a time, by model. */
export function asked({ singles }: JobStage): string[][] {
  return singles.map((single) => single.asked);
}
