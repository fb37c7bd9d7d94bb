import { asError } from '../../errors/asError';
import type { ChatReply, ChatStreamPart } from '../../models/chatModel';
import { ChatModelError } from '../../models/chatModelError';
import type { Clock } from '../../time/clock';
import { withTimeLimit } from '../../time/withTimeLimit';
import type { Call } from './call';

/** What was heard of a model that was asked. */
export type Hearing =
  | { readonly ended: 'whole'; readonly reply: ChatReply }
  | {
      /** `late`, `left`: it may still be writing, but nobody waits for it, for want of time or for another reason. */
      readonly ended: 'failed' | 'late' | 'left';
      readonly error: Error;
      /** The text that came until then. */
      readonly heard: string;
      /** The whole answer, when it came but could not be passed on. */
      readonly unused: ChatReply | undefined;
    };

interface Patience {
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Asks a model, as long as the patience lasts, and passes its text on as it comes. */
export async function hear(call: Call, patience: Patience): Promise<Hearing> {
  const { delivery } = call;
  const said: Said = { pieces: [], reply: undefined };
  let isLate = false;
  const late = (timeoutMs: number) => {
    isLate = true;
    delivery?.timeIsOver();
    return noAnswer(timeoutMs);
  };
  return withTimeLimit({ ...patience, late }, async (limit) => replyTo(call, limit, said)).then(
    (reply) => ({ ended: 'whole', reply }),
    (cause: unknown) => {
      const isLeft = patience.signal?.aborted === true || delivery?.refusal !== undefined;
      const ended = isLeft ? 'left' : isLate ? 'late' : 'failed';
      const error = delivery?.refusal ?? asError(cause);
      return { ended, error, heard: said.pieces.join(''), unused: said.reply };
    },
  );
}

/** What a model has said so far. */
interface Said {
  readonly pieces: string[];
  /** Once it is whole. */
  reply: ChatReply | undefined;
}

async function replyTo(call: Call, limit: AbortSignal, said: Said): Promise<ChatReply> {
  const { model, prompt, options, delivery } = call;
  const { pieces } = said;
  const { messages, tools } = prompt;
  const request = { messages, ...(tools.length > 0 ? { tools } : {}), ...options, signal: limit };
  const reply =
    delivery && model.chat.stream
      ? await streamed(model.chat.stream(request), { delivery, limit, pieces })
      : await model.chat.complete(request);
  said.reply = reply;
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
