import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendError } from '../answer.mts';
import type { Responder } from '../behaviour.mts';
import { headersOf } from '../request.mts';
import { Job } from './job.mts';
import type { JobLine, JobRules, JobStep, SubmittedJob } from './jobRules.mts';

/** Decides what becomes of the job that consists of these requests. */
export type JobRuler = (requests: readonly JobLine[]) => JobRules;

/** Keeps the jobs of a server, whichever batch API they came through. */
export class JobHouse {
  /** Answers the single requests of a job. */
  readonly respond: Responder;
  readonly #rule: JobRuler;
  #jobs: Job[] = [];
  readonly #refused = new Map<JobStep, number>();

  constructor(respond: Responder, rule: JobRuler) {
    this.respond = respond;
    this.#rule = rule;
  }

  /** In the order in which they were submitted. */
  get jobs(): readonly Job[] {
    return this.#jobs;
  }

  jobsOf(api: SubmittedJob['api']): Job[] {
    return this.#jobs.filter((job) => job.api === api);
  }

  find(api: SubmittedJob['api'], id: string): Job | undefined {
    return this.#jobs.find((job) => job.api === api && job.id === id);
  }

  forget(): void {
    this.#jobs = [];
    this.#refused.clear();
  }

  open(
    { api, requests, request }: Pick<SubmittedJob, 'api' | 'requests'> & { request: IncomingMessage },
    check: (rules: JobRules) => JobRules = (rules) => rules,
  ): Job {
    const job = new Job({ api, requests, headers: headersOf(request.headers) }, check(this.#rule(requests)));
    this.#jobs.push(job);
    return job;
  }

  /**
   * Refuses a request, when the rules say so.
   * @param work what was asked for, and is done all the same when only the answer is to be lost
   * @returns whether it was refused, and answered
   */
  refuses(
    step: JobStep,
    requests: readonly JobLine[],
    response: ServerResponse,
    work?: () => unknown,
  ): boolean {
    const refusal = this.#rule(requests).refusals?.find(({ at }) => at === step);
    const before = this.#refused.get(step) ?? 0;
    if (!refusal || before >= (refusal.times ?? Infinity)) return false;
    this.#refused.set(step, before + 1);
    if (refusal.done === true) work?.();
    const { status, message, headers = {} } = refusal;
    if (status === 0) response.destroy();
    else if (message !== undefined) sendError(response, status, message, { headers });
    else
      response
        .writeHead(status, { ...headers, 'content-type': 'text/html' })
        .end('<html>No batches here</html>');
    return true;
  }
}
