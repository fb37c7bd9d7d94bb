import type { JobLimits, JobRequest } from '../../../models/jobs/chatJobs';
import type { JobModel } from './jobModels';
import type { Missing } from './replayedModels';

/** Requests for one job. */
export interface JobBundle {
  readonly model: JobModel;
  readonly pass: number;
  /** The places of the first and the last query that they belong to. */
  readonly first: number;
  readonly last: number;
  readonly requests: readonly JobRequest[];
}

interface Open {
  readonly model: JobModel;
  readonly pass: number;
  readonly first: number;
  last: number;
  bytes: number;
  readonly requests: JobRequest[];
}

/** Gathers the requests of queries, in their order, into jobs of the size that the provider takes. */
export class JobBundles {
  readonly #open = new Map<string, Open>();
  readonly #submit: (bundle: JobBundle) => Promise<void>;

  /** @param submit takes a bundle as soon as it is full */
  constructor(submit: (bundle: JobBundle) => Promise<void>) {
    this.#submit = submit;
  }

  /** The requests of one query stay together. */
  async add(
    index: number,
    { model, pass, requests }: Missing,
    limits: JobLimits,
    bytes: number,
  ): Promise<void> {
    const key = `${String(pass)} ${model.key}`;
    const open = this.#open.get(key);
    if (open && !hasRoom(open, limits, requests.length, bytes)) await this.#close(key, open);
    const bundle = this.#open.get(key) ?? { model, pass, first: index, last: index, bytes: 0, requests: [] };
    bundle.requests.push(...requests);
    bundle.bytes += bytes;
    bundle.last = index;
    this.#open.set(key, bundle);
  }

  /** Submits what is left. */
  async end(): Promise<void> {
    for (const [key, open] of this.#open) await this.#close(key, open);
  }

  async #close(key: string, bundle: Open): Promise<void> {
    this.#open.delete(key);
    await this.#submit(bundle);
  }
}

function hasRoom(
  { requests, bytes }: Open,
  limits: JobLimits,
  moreRequests: number,
  moreBytes: number,
): boolean {
  return requests.length + moreRequests <= limits.requests && bytes + moreBytes <= limits.bytes;
}
