import { z } from 'zod/v3';
import { ChatModelError } from '../../chatModelError';
import type { JobReply } from '../../jobs/chatJobs';
import { cancelled, expired, jobReply, unreadable, type JobOutcome } from '../../jobs/jobReply';
import type { ResultRow } from '../../jobs/resultRows';
import { refusalOf } from '../../provider/refusal';
import { messageReply } from '../messageReply';

const result = z.object({
  result: z.discriminatedUnion('type', [
    z.object({ type: z.literal('succeeded'), message: z.unknown() }),
    z.object({ type: z.literal('errored'), error: z.unknown() }),
    z.object({ type: z.literal('canceled') }),
    z.object({ type: z.literal('expired') }),
  ]),
});

type Result = z.infer<typeof result>['result'];

/** Reads a row of the results of a batch (Anthropic API reference, "Retrieve Message Batch results"). */
export function resultReply({ customId, row }: ResultRow): JobReply {
  return jobReply(customId, () => {
    const parsed = result.safeParse(row);
    return parsed.success
      ? outcomeOf(parsed.data.result)
      : { kind: 'failed', error: unreadable(parsed.error) };
  });
}

function outcomeOf(given: Result): JobOutcome {
  switch (given.type) {
    case 'succeeded':
      return { kind: 'answered', reply: messageReply(given.message) };
    case 'errored':
      return { kind: 'failed', error: faultOf(given.error) };
    case 'canceled':
      return cancelled();
    case 'expired':
      return expired();
  }
}

function faultOf(error: unknown): ChatModelError {
  const { message, fault = 'server' } = refusalOf(error);
  const said = message === undefined ? '' : `: ${message}`;
  return new ChatModelError(`The model gave no answer${said}`, { fault });
}
