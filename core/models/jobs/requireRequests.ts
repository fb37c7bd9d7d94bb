import { InvalidParameterError } from '../../errors/invalidParameterError';
import type { JobLimits, JobRequest } from './chatJobs';

/** What OpenAI and Anthropic both take. */
const CUSTOM_ID = /^[\w-]{1,64}$/;

/**
 * Refuses what the provider would refuse, or what could not be told apart later.
 *
 * @throws {InvalidParameterError} for no requests, too many, or a custom id that is none or stands twice
 */
export function requireRequests(requests: readonly JobRequest[], { requests: most }: JobLimits): void {
  if (requests.length === 0 || requests.length > most) {
    throw new InvalidParameterError('requests', requests, `a list of 1 to ${String(most)} for one job`);
  }
  const seen = new Set<string>();
  for (const [index, { customId }] of requests.entries()) {
    const parameter = `requests.${String(index)}.customId`;
    if (!CUSTOM_ID.test(customId)) {
      throw new InvalidParameterError(parameter, customId, '1 to 64 of A-Z, a-z, 0-9, "-" and "_"');
    }
    if (seen.has(customId)) throw new InvalidParameterError(parameter, customId, 'another one than before');
    seen.add(customId);
  }
}

/** @throws {InvalidParameterError} when the requests are too large for one job */
export function requireSize(bytes: number, { bytes: most }: JobLimits): void {
  if (bytes <= most) return;
  throw new InvalidParameterError('requests', bytes, `at most ${String(most)} bytes for one job`);
}
