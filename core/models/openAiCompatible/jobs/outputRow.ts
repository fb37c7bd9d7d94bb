import { z } from 'zod/v3';
import { ChatModelError } from '../../chatModelError';
import type { JobReply } from '../../jobs/chatJobs';
import { cancelled, expired, jobReply, unreadable, type JobOutcome } from '../../jobs/jobReply';
import type { ResultRow } from '../../jobs/resultRows';
import { refused, requireAnswer } from '../../provider/providerCall';
import { quoteProvider } from '../../provider/quoteProvider';
import { faultNamed } from '../../provider/refusal';
import { completionReply } from '../completionReply';

const output = z.object({
  response: z.object({ status_code: z.number().int(), body: z.unknown() }).nullish(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
});

type Output = z.infer<typeof output>;

/** Reads a row of the results of a batch (OpenAI API reference, "The request output object"). */
export function outputReply({ customId, row }: ResultRow, now: number): JobReply {
  return jobReply(customId, () => {
    const parsed = output.safeParse(row);
    return parsed.success ? outcomeOf(parsed.data, now) : { kind: 'failed', error: unreadable(parsed.error) };
  });
}

function outcomeOf({ response, error }: Output, now: number): JobOutcome {
  if (response) return answerOf(response, now);
  switch (error?.code) {
    case undefined:
    case null:
      return { kind: 'failed', error: unreadable() };
    case 'batch_expired':
      return expired();
    case 'batch_cancelled':
      return cancelled();
    default:
      return { kind: 'failed', error: namedFault(error?.code ?? '', error?.message) };
  }
}

function answerOf({ status_code: status, body }: NonNullable<Output['response']>, now: number): JobOutcome {
  if (status >= 200 && status < 300) return { kind: 'answered', reply: completionReply(requireAnswer(body)) };
  return { kind: 'failed', error: refused({ status, body, header: () => undefined }, body, now) };
}

function namedFault(code: string, message: string | null | undefined): ChatModelError {
  return new ChatModelError(`The model gave no answer: ${quoteProvider(message ?? code)}`, {
    fault: code === 'request_timeout' ? 'timeout' : (faultNamed(code) ?? 'server'),
  });
}
