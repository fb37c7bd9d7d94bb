import { ChatModelError, type ChatModelFault } from '../../models/chatModelError';

/** The faults that may be gone a moment later. */
const PASSING: ReadonlySet<ChatModelFault> = new Set<ChatModelFault>([
  'bad_reply',
  'network',
  'rate_limit',
  'server',
  'timeout',
]);

const FIRST_WAIT_MS = 500;
const LONGEST_BACKOFF_MS = 20_000;

export function mayPass(error: Error): error is ChatModelError {
  return error instanceof ChatModelError && PASSING.has(error.fault);
}

/**
 * Milliseconds to wait before a model is asked again: what its provider asks for, else a random time below a bound
 * that doubles, so that many who failed at once do not come back at once.
 *
 * @param retry 0 for the first
 * @param askedMs what the provider asks for
 * @param random from 0 to 1
 */
export function waitBefore(retry: number, askedMs: number | undefined, random: () => number): number {
  return askedMs ?? random() * Math.min(LONGEST_BACKOFF_MS, FIRST_WAIT_MS * 2 ** retry);
}
