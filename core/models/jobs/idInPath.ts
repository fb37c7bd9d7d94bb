import { z } from 'zod/v3';
import { readParameter } from '../../errors/invalidParameterError';
import { saying } from '../../errors/saying';

/** Gateways put much into the ids of their jobs, such as LiteLLM the name of the model. */
const LONGEST_ID = 1024;
const allowed = `the id of a job, 1 to ${String(LONGEST_ID)} characters`;

const id = z
  .string(saying(allowed))
  .min(1, allowed)
  .max(LONGEST_ID, allowed)
  // A URL takes these for steps between folders, however they are written.
  .refine((given) => !/^\.{1,2}$/.test(given), allowed);

/**
 * An id as it stands in a path: one segment, whatever it looks like.
 *
 * @throws {InvalidParameterError} when it cannot be the id of a job, or of a file
 */
export function idInPath(given: string): string {
  return encodeURIComponent(readParameter('jobId', given, id));
}
