import { asError } from '../../errors/asError';
import type { ChatReply, ChatStreamPart } from '../../models/chatModel';
import { ChatModelError } from '../../models/chatModelError';
import type { Clock } from '../../time/clock';
import { withTimeLimit } from '../../time/withTimeLimit';
import type { Call } from './call';

/** What was heard of a model that was asked. */
export type Hearing =
  | { readonly ended: 'whole'; readonly reply: ChatReply }
  | { readonly ended: 'failed'; readonly error: Error; readonly heard: string }
  /** It may still be writing, but nobody waits for it. */
  | { readonly ended: 'late' | 'left'; readonly error: Error; readonly heard: string };

interface Patience {
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Asks a model, as long as the patience lasts, and passes its text on as it comes. */
export async function hear(call: Call, patience: Patience): Promise<Hearing> {
  const pieces: string[] = [];
  let isLate = false;
  const late = (timeoutMs: number) => {
    isLate = true;
    return noAnswer(timeoutMs);
  };
  return withTimeLimit({ ...patience, late }, async (limit) => replyTo(call, limit, pieces)).then(
    (reply) => ({ ended: 'whole', reply }),
    (cause: unknown) => {
      const isLeft = patience.signal?.aborted === true || call.delivery?.isRefused === true;
      const ended = isLeft ? 'left' : isLate ? 'late' : 'failed';
      return { ended, error: asError(cause), heard: pieces.join('') };
    },
  );
}

async function replyTo(call: Call, limit: AbortSignal, pieces: string[]): Promise<ChatReply> {
  const { model, prompt, options, delivery } = call;
  const { messages, tools } = prompt;
  const request = { messages, ...(tools.length > 0 ? { tools } : {}), ...options, signal: limit };
  const reply =
    delivery && model.chat.stream
      ? await streamed(model.chat.stream(request), { delivery, limit, pieces })
      : await model.chat.complete(request);
  limit.throwIfAborted();
  await delivery?.piece(notYetHeard(reply.text, pieces));
  return reply;
}

interface Listener {
  readonly delivery: NonNullable<Call['delivery']>;
  readonly limit: AbortSignal;
  readonly pieces: string[];
}

async function streamed(
  parts: AsyncIterable<ChatStreamPart>,
  { delivery, limit, pieces }: Listener,
): Promise<ChatReply> {
  for await (const part of parts) {
    limit.throwIfAborted();
    if (part.type === 'end') return part.reply;
    pieces.push(part.text);
    await delivery.piece(part.text);
  }
  throw new ChatModelError('The answer of the model broke off', { fault: 'network' });
}

/** All of it from a model that does not stream, nothing as a rule from one that does. */
function notYetHeard(text: string, pieces: readonly string[]): string {
  const heard = pieces.join('');
  return text.startsWith(heard) ? text.slice(heard.length) : '';
}

function noAnswer(timeoutMs: number): ChatModelError {
  const seconds = String(Math.round(timeoutMs) / 1000);
  return new ChatModelError(`The model gave no answer within ${seconds} s`, { fault: 'timeout' });
}
