import type { ChatReply, ChatRequest } from '../chatModel';
import type { ChatModelError } from '../chatModelError';

/** A request among the many of a job. */
export interface JobRequest {
  /** Tells it from the others of the job: 1 to 64 of the characters A-Z, a-z, 0-9, `-` and `_`. */
  readonly customId: string;
  readonly request: Omit<ChatRequest, 'signal'>;
}

/** How many requests of a job are in which state; as far as the provider says it. */
export interface JobCounts {
  readonly total: number;
  readonly answered: number;
  readonly failed: number;
}

/**
 * A job at a provider. `ended` says how: `completed` also when single requests failed, `failed` when none was worked on,
 * `expired` and `cancelled` with the replies that were there by then.
 */
export interface ChatJob {
  /** The provider's own. */
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'cancelling' | 'ended';
  /** Undefined until it has ended. */
  readonly ended: 'completed' | 'failed' | 'expired' | 'cancelled' | undefined;
  readonly counts: JobCounts;
  /** Why it failed, in the provider's words. */
  readonly faults: readonly string[];
  /** When the provider gives it up, in ms since the epoch; undefined when it does not say. */
  readonly expiresAt: number | undefined;
}

/** What became of one request of a job. */
export type JobReply =
  | { readonly customId: string; readonly kind: 'answered'; readonly reply: ChatReply }
  /** `expired`, `cancelled`: it was not worked on, and costs nothing. */
  | {
      readonly customId: string;
      readonly kind: 'failed' | 'expired' | 'cancelled';
      readonly error: ChatModelError;
    };

/** How much fits into one job. */
export interface JobLimits {
  readonly requests: number;
  /** Of the requests as they are sent. */
  readonly bytes: number;
}

/**
 * A model whose provider takes many requests as one job, and answers them within hours and for less. Nothing is tried
 * again here: `find`, `replies` and `cancel` may be repeated after any fault, `submit` after any but a
 * {@link JobInDoubtError}.
 */
export interface ChatJobs {
  readonly limits: JobLimits;
  /** The size of a request as it is sent, in bytes. */
  sizeOf(request: JobRequest): number;
  /**
   * @throws {JobsUnavailableError} when the provider has no such jobs
   * @throws {JobInDoubtError} when it may have taken the job, although it did not say so
   * @throws {ChatModelError} when it refuses this one, or cannot be reached: there is no job then
   * @throws {InvalidParameterError} for requests that are no job: none, too many, too large, a custom id twice
   */
  submit(requests: readonly JobRequest[], signal?: AbortSignal): Promise<ChatJob>;
  /** @throws {ChatModelError} when the provider does not know the job, or cannot be reached */
  find(jobId: string, signal?: AbortSignal): Promise<ChatJob>;
  /**
   * The replies of a job that has ended, in no order. A request has one at most: the first, should the provider give
   * several. Those that are missing were not worked on, or nobody can tell whose their rows are. There may be replies to
   * custom ids that nobody used.
   *
   * @throws {ChatModelError} when it has not ended, or they cannot be fetched, possibly after some
   */
  replies(jobId: string, signal?: AbortSignal): AsyncIterable<JobReply>;
  /**
   * Asks the provider to end the job: what is answered by then stays. One that has ended stays as it is.
   *
   * @throws {ChatModelError} when the provider does not know the job, or cannot be reached
   */
  cancel(jobId: string, signal?: AbortSignal): Promise<ChatJob>;
}
