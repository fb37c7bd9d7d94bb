import type { RateQuota } from '../../http/rateQuota';
import type { ChatReply, ChatStreamPart } from '../chatModel';

/** A reply together with what its provider still allows. */
export function withQuota(reply: ChatReply, quota: RateQuota | undefined): ChatReply {
  return quota ? { ...reply, quota } : reply;
}

/** The same for a reply that arrives in pieces. */
export async function* streamWithQuota(
  parts: AsyncIterable<ChatStreamPart> | Iterable<ChatStreamPart>,
  quota: RateQuota | undefined,
): AsyncGenerator<ChatStreamPart> {
  for await (const part of parts) {
    yield part.type === 'end' ? { ...part, reply: withQuota(part.reply, quota) } : part;
  }
}
