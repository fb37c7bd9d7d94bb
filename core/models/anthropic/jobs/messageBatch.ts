import { z } from 'zod/v3';
import { ChatModelError } from '../../chatModelError';
import type { ChatJob, JobCounts } from '../../jobs/chatJobs';

const count = z.number().int().nonnegative().catch(0);

const batch = z.object({
  id: z.string().min(1),
  processing_status: z.string(),
  request_counts: z.object({
    processing: count,
    succeeded: count,
    errored: count,
    canceled: count,
    expired: count,
  }),
  expires_at: z.string().nullish().catch(undefined),
});

type Counts = z.infer<typeof batch>['request_counts'];

/**
 * Reads a batch (Anthropic API reference, "Retrieve a Message Batch").
 *
 * @throws {ChatModelError} `bad_reply` when it is none
 */
export function readMessageBatch(body: unknown): ChatJob {
  const parsed = batch.safeParse(body);
  if (!parsed.success) {
    throw new ChatModelError('The provider answered with something that is not a message batch', {
      fault: 'bad_reply',
      cause: parsed.error,
    });
  }
  const { id, processing_status: status, request_counts: counts, expires_at: expiresAt } = parsed.data;
  return {
    id,
    ...progressOf(status, counts),
    counts: countsOf(counts),
    faults: [],
    expiresAt: instantOf(expiresAt),
  };
}

/** A status that nobody has heard of is no end. */
function progressOf(status: string, { canceled, expired }: Counts): Pick<ChatJob, 'state' | 'ended'> {
  if (status !== 'ended') {
    return { state: status === 'canceling' ? 'cancelling' : 'running', ended: undefined };
  }
  if (canceled > 0) return { state: 'ended', ended: 'cancelled' };
  return { state: 'ended', ended: expired > 0 ? 'expired' : 'completed' };
}

function countsOf({ processing, succeeded, errored, canceled, expired }: Counts): JobCounts {
  const failed = errored + canceled + expired;
  return { total: processing + succeeded + failed, answered: succeeded, failed };
}

function instantOf(date: string | null | undefined): number | undefined {
  const instant = Date.parse(date ?? '');
  return Number.isNaN(instant) ? undefined : instant;
}
