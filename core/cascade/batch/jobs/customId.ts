import { hash } from 'node:crypto';
import type { ChatRequest } from '../../../models/chatModel';
import type { JobRequest } from '../../../models/jobs/chatJobs';
import { canonicalJson } from '../../cache/canonicalJson';

/**
 * Names the requests of one query, so that the replies of a job find back to them: the same request has the same name
 * whenever, and in whatever process, the query is run again. At most 64 of the characters A-Z, a-z, 0-9 and `-`, `_`.
 */
export class CustomIds {
  readonly #index: number;
  readonly #made = new Map<string, number>();

  /** @param index the place of the query in its batch */
  constructor(index: number) {
    this.#index = index;
  }

  /** Equal requests of the same model are told apart by counting them. */
  next(model: string, request: JobRequest['request']): string {
    const digest = hash('sha256', canonicalJson([model, request]), 'base64url');
    const occurrence = this.#made.get(digest) ?? 0;
    this.#made.set(digest, occurrence + 1);
    return `${String(this.#index)}-${digest}-${String(occurrence)}`;
  }
}

/** A request as it goes into a job, which nobody can abort by itself. */
export function jobRequestOf({ messages, tools, logprobs, temperature }: ChatRequest): JobRequest['request'] {
  return {
    messages,
    ...(tools === undefined ? {} : { tools }),
    ...(logprobs === undefined ? {} : { logprobs }),
    ...(temperature === undefined ? {} : { temperature }),
  };
}
