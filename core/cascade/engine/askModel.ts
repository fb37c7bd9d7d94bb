import { asError } from '../../errors/asError';
import type { ChatMessage, ChatReply } from '../../models/chatModel';
import { ChatModelError } from '../../models/chatModelError';
import type { Clock } from '../../time/clock';
import { withTimeLimit } from '../../time/withTimeLimit';
import type { CascadeStep } from './cascadeModel';

export interface Question {
  readonly messages: readonly ChatMessage[];
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
}

/** What came of asking one model. */
export type Turn = CascadeStep & { readonly latencyMs: number } & (
    | { readonly outcome: 'answered'; readonly reply: ChatReply }
    | { readonly outcome: 'failed'; readonly error: Error; readonly reply?: ChatReply }
  );

/**
 * Asks one model within its time. A failure is an outcome like any other, so that the cascade can move on.
 *
 * @throws the reason of the caller's signal when the caller aborts
 */
export async function askModel(step: CascadeStep, question: Question): Promise<Turn> {
  const { messages, clock, signal } = question;
  const started = clock.now();
  const turn = () => ({ ...step, latencyMs: clock.now() - started });
  try {
    const reply = await withTimeLimit({ ...question, late: noAnswer }, (limit) =>
      step.model.chat.complete({ messages, signal: limit }),
    );
    return reply.text.trim() === ''
      ? { ...turn(), outcome: 'failed', reply, error: nothingSaid(reply) }
      : { ...turn(), outcome: 'answered', reply };
  } catch (cause) {
    signal?.throwIfAborted();
    return { ...turn(), outcome: 'failed', error: asError(cause) };
  }
}

function noAnswer(timeoutMs: number): ChatModelError {
  const seconds = String(Math.round(timeoutMs) / 1000);
  return new ChatModelError(`The model gave no answer within ${seconds} s`, { fault: 'timeout' });
}

function nothingSaid({ finishReason }: ChatReply): ChatModelError {
  return finishReason === 'content_filter'
    ? new ChatModelError('The content filter of the model left nothing of its answer', {
        fault: 'content_filter',
      })
    : new ChatModelError('The model returned an empty answer', { fault: 'bad_reply' });
}
