import { z } from 'zod/v3';
import { ChatModelError } from '../../chatModelError';
import type { ChatJob } from '../../jobs/chatJobs';
import { quoteProvider } from '../../provider/quoteProvider';

const count = z.number().int().nonnegative().catch(0);

const batch = z.object({
  id: z.string().min(1),
  status: z.string(),
  input_file_id: z.string().nullish().catch(undefined),
  output_file_id: z.string().nullish().catch(undefined),
  error_file_id: z.string().nullish().catch(undefined),
  request_counts: z.object({ total: count, completed: count, failed: count }).nullish().catch(undefined),
  expires_at: z.number().nullish().catch(undefined),
  errors: z
    .object({ data: z.array(z.object({ message: z.string(), line: z.number().nullish() })) })
    .nullish()
    .catch(undefined),
});

type Batch = z.infer<typeof batch>;

/** A job and the files at the provider that belong to it. */
export interface OpenAiBatch {
  readonly job: ChatJob;
  readonly inputFileId: string | undefined;
  /** The rows of the requests that were answered, and of those that were not. */
  readonly resultFileIds: readonly string[];
}

/**
 * Reads a batch (OpenAI API reference, "The batch object") as OpenAI, LiteLLM, Groq and others send it.
 *
 * @throws {ChatModelError} `bad_reply` when it is none
 */
export function readBatch(body: unknown): OpenAiBatch {
  const parsed = batch.safeParse(body);
  if (!parsed.success) {
    throw new ChatModelError('The provider answered with something that is not a batch', {
      fault: 'bad_reply',
      cause: parsed.error,
    });
  }
  const { input_file_id: input, output_file_id: output, error_file_id: errors } = parsed.data;
  return {
    job: jobOf(parsed.data),
    inputFileId: input ?? undefined,
    resultFileIds: [output, errors].flatMap((id) => (id ? [id] : [])),
  };
}

/** Gateways may list hundreds of thousands: one for each line. */
const MOST_FAULTS = 10;

function jobOf({ id, status, request_counts: counts, errors, expires_at: expiresAt }: Batch): ChatJob {
  return {
    id,
    ...progressOf(status),
    counts: { total: counts?.total ?? 0, answered: counts?.completed ?? 0, failed: counts?.failed ?? 0 },
    faults: (errors?.data ?? []).slice(0, MOST_FAULTS).map(inWords),
    expiresAt: typeof expiresAt === 'number' ? expiresAt * 1000 : undefined,
  };
}

/** Together writes it in capitals. One that nobody has heard of is no end. */
function progressOf(status: string): Pick<ChatJob, 'state' | 'ended'> {
  const known = status.toLowerCase();
  switch (known) {
    case 'completed':
    case 'failed':
    case 'expired':
    case 'cancelled':
      return { state: 'ended', ended: known };
    case 'validating':
      return { state: 'waiting', ended: undefined };
    case 'cancelling':
      return { state: 'cancelling', ended: undefined };
    default:
      return { state: 'running', ended: undefined };
  }
}

function inWords({ message, line }: { message: string; line?: number | null | undefined }): string {
  const words = quoteProvider(message);
  return typeof line === 'number' ? `Line ${String(line)}: ${words}` : words;
}
