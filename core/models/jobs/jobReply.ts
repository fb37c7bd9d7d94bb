import type { ChatReply } from '../chatModel';
import { ChatModelError } from '../chatModelError';
import type { JobReply } from './chatJobs';

/** What became of one request, without which one it was. */
export type JobOutcome =
  | { readonly kind: 'answered'; readonly reply: ChatReply }
  | { readonly kind: 'failed' | 'expired' | 'cancelled'; readonly error: ChatModelError };

/** The outcome of a request, whose row may be anything. @param read throws what it failed with */
export function jobReply(customId: string, read: () => JobOutcome): JobReply {
  return { customId, ...outcomeOf(read) };
}

function outcomeOf(read: () => JobOutcome): JobOutcome {
  try {
    return read();
  } catch (cause) {
    return { kind: 'failed', error: cause instanceof ChatModelError ? cause : unreadable(cause) };
  }
}

export function unreadable(cause?: unknown): ChatModelError {
  return new ChatModelError('The row of this request in the results of the job cannot be read', {
    fault: 'bad_reply',
    cause,
  });
}

export function expired(): JobOutcome {
  return {
    kind: 'expired',
    error: new ChatModelError('The time of the job was over before this request had its turn', {
      fault: 'timeout',
    }),
  };
}

export function cancelled(): JobOutcome {
  return {
    kind: 'cancelled',
    error: new ChatModelError('The job was cancelled before this request had its turn', {
      fault: 'rejected',
    }),
  };
}
