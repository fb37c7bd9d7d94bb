import { z } from 'zod/v3';
import type { ChatStreamPart } from '../chatModel';
import { ChatModelError } from '../chatModelError';
import { endedEarly, eventJson } from '../provider/answerStream';
import { ToolCallPieces } from '../toolCallPieces';
import { messageReply } from './messageReply';

const counts = z.record(z.unknown()).nullish().catch(undefined);

/** The parts of all events that say something about the answer. */
const event = z.object({
  type: z.string(),
  index: z.number().optional(),
  message: z.object({ usage: counts }).optional(),
  content_block: z
    .object({
      type: z.string(),
      text: z.string().optional(),
      id: z.string().optional(),
      name: z.string().optional(),
      input: z.record(z.unknown()).optional(),
    })
    .optional(),
  delta: z
    .object({
      type: z.string().optional(),
      text: z.string().optional(),
      partial_json: z.string().optional(),
      stop_reason: z.string().nullish(),
    })
    .optional(),
  usage: counts,
});

type Event = z.infer<typeof event>;

/**
 * Reads the events of a streamed message (Anthropic API reference, "Streaming messages"). Put together, they are a
 * message, and read as one.
 *
 * @throws {ChatModelError} `bad_reply` when something is not an event, `network` when the stream ends before the answer
 */
export async function* messageStream(events: AsyncIterable<string>): AsyncGenerator<ChatStreamPart> {
  const message = new Message();
  for await (const data of events) {
    const next = readEvent(data);
    if (next.type === 'message_stop') break;
    const text = message.add(next);
    if (text !== '') yield { type: 'text', text };
  }
  yield { type: 'end', reply: messageReply(message.whole()) };
}

function readEvent(data: string): Event {
  const parsed = event.safeParse(eventJson(data));
  if (parsed.success) return parsed.data;
  throw new ChatModelError('The model sent an event that is not a part of a message', {
    fault: 'bad_reply',
    cause: parsed.error,
  });
}

/** A message as its events arrive. */
class Message {
  readonly #texts: string[] = [];
  readonly #toolCalls = new ToolCallPieces();
  /** The blocks, by index, that are calls of the caller's tools. */
  readonly #toolUses = new Set<number>();
  #stopReason: string | undefined;
  #usage: Readonly<Record<string, unknown>> | undefined;
  #began = false;

  /** @returns the text that is new */
  add({ type, index, message, content_block: block, delta, usage }: Event): string {
    if (type === 'message_start') this.#began = true;
    this.#count(message?.usage ?? usage);
    if (delta?.stop_reason) this.#stopReason = delta.stop_reason;
    if (block?.type === 'tool_use') this.#open(index, block);
    if (index !== undefined && this.#toolUses.has(index)) {
      this.#toolCalls.add({ index, arguments: delta?.partial_json });
    }
    const text = (block?.type === 'text' ? block.text : undefined) ?? textIn(delta);
    this.#texts.push(text);
    return text;
  }

  /** @throws {ChatModelError} when the end has not come */
  whole(): object {
    if (!this.#began) return {};
    if (this.#stopReason === undefined) throw endedEarly();
    const calls = this.#toolCalls.calls();
    return {
      content: [
        { type: 'text', text: this.#texts.join('') },
        ...calls.map(({ id, name, arguments: input }) => ({ type: 'tool_use', id, name, input })),
      ],
      stop_reason: this.#stopReason,
      usage: this.#usage,
    };
  }

  /** What a later event counts is the whole up to there; what it leaves out has not changed. */
  #count(usage: Readonly<Record<string, unknown>> | null | undefined): void {
    if (!usage) return;
    const counted = Object.entries(usage).filter(([, count]) => typeof count === 'number');
    this.#usage = { ...this.#usage, ...Object.fromEntries(counted) };
  }

  /** The arguments follow in pieces, unless the block brings them already. */
  #open(index: number | undefined, { id, name, input = {} }: NonNullable<Event['content_block']>): void {
    if (index !== undefined) this.#toolUses.add(index);
    const written = Object.keys(input).length > 0 ? JSON.stringify(input) : undefined;
    this.#toolCalls.add({ index, id, name, arguments: written });
  }
}

function textIn(delta: Event['delta']): string {
  return delta?.type === 'text_delta' ? (delta.text ?? '') : '';
}
