import { ChatModelError, type ChatModelFault } from '../chatModelError';
import type { ChatJob } from './chatJobs';
import { JobInDoubtError } from './jobInDoubtError';
import { JobsUnavailableError } from './jobsUnavailableError';

/** Not found, method not allowed, not implemented. */
const NO_ENDPOINT: ReadonlySet<number | undefined> = new Set([404, 405, 501]);

/** With these, servers also say that they do not do what was asked. */
const REFUSED: ReadonlySet<number | undefined> = new Set([400, 403, 422, 500]);

/** The words for it of LiteLLM, Groq, Azure and others, for a provider, a plan or a model that has no batch API. */
const UNSUPPORTED =
  /\b(?:not|cannot|can't|doesn't|don't|isn't|aren't)\b[^.]{0,40}\b(?:support|available|enabled|implemented)|\bunsupported\b/i;
const ABOUT_JOBS = /batch|create_file/i;

/** What a step of a submission failed with, once it is clear whether there are jobs at this address at all. */
export function submissionFault(error: unknown): unknown {
  if (!(error instanceof ChatModelError)) return error;
  const { status, message } = error;
  const isMissing =
    NO_ENDPOINT.has(status) || (REFUSED.has(status) && ABOUT_JOBS.test(message) && UNSUPPORTED.test(message));
  return isMissing ? new JobsUnavailableError(message, error) : error;
}

/** The same for the step that makes the job, which may have been made although its answer is missing. */
export function creationFault(error: unknown): unknown {
  const fault = submissionFault(error);
  return fault instanceof ChatModelError && leavesDoubt(fault) ? new JobInDoubtError(fault) : fault;
}

const DOUBTFUL: ReadonlySet<ChatModelFault> = new Set(['network', 'server', 'timeout', 'bad_reply']);

/** Unavailable and, at Anthropic, overloaded: these refuse before any work. */
const TOO_BUSY: ReadonlySet<number | undefined> = new Set([503, 529]);

function leavesDoubt({ fault, status }: ChatModelError): boolean {
  return DOUBTFUL.has(fault) && !TOO_BUSY.has(status);
}

/**
 * Reads the answer to the step that makes the job.
 *
 * @throws {JobsUnavailableError} for a page for people, which servers send from addresses where they have nothing
 */
export function readCreated(body: unknown, read: (body: unknown) => ChatJob): ChatJob {
  if (isPage(body)) throw new JobsUnavailableError('it answers with a page for people');
  return read(body);
}

function isPage(body: unknown): boolean {
  return typeof body === 'string' && body.trimStart().startsWith('<');
}
