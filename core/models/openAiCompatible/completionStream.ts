import { z } from 'zod/v3';
import type { ChatStreamPart } from '../chatModel';
import { ChatModelError } from '../chatModelError';
import { endedEarly, eventJson } from '../provider/answerStream';
import { ToolCallPieces } from '../toolCallPieces';
import { completionReply, logprobs } from './completionReply';

const chunk = z.object({
  choices: z
    .array(
      z.object({
        index: z.number().nullish(),
        delta: z
          .object({
            content: z.string().nullish(),
            refusal: z.string().nullish(),
            tool_calls: z
              .array(
                z.object({
                  index: z.number().nullish(),
                  id: z.string().nullish(),
                  function: z
                    .object({ name: z.string().nullish(), arguments: z.string().nullish() })
                    .nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
        finish_reason: z.string().nullish(),
        logprobs,
      }),
    )
    .nullish(),
  usage: z.unknown(),
});

type Chunk = z.infer<typeof chunk>;

/** Stands at the end of a stream, in place of JSON. */
const DONE = '[DONE]';

/**
 * Reads the events of a streamed chat completion (OpenAI API reference, "Streaming"). Put together, its chunks are a
 * completion, and read as one.
 *
 * @throws {ChatModelError} `bad_reply` when an event is not a chunk, `network` when the stream ends before the answer
 */
export async function* completionStream(events: AsyncIterable<string>): AsyncGenerator<ChatStreamPart> {
  const completion = new Completion();
  for await (const data of events) {
    if (data.trim() === DONE) {
      completion.end();
      break;
    }
    const text = completion.add(readChunk(data));
    if (text !== '') yield { type: 'text', text };
  }
  yield { type: 'end', reply: completionReply(completion.whole()) };
}

function readChunk(data: string): Chunk {
  const parsed = chunk.safeParse(eventJson(data));
  if (parsed.success) return parsed.data;
  throw new ChatModelError('The model sent an event that is not a part of a chat completion', {
    fault: 'bad_reply',
    cause: parsed.error,
  });
}

/** A completion as its chunks arrive. */
class Completion {
  readonly #texts: string[] = [];
  readonly #toolCalls = new ToolCallPieces();
  readonly #logprobs: object[] = [];
  #finishReason: string | undefined;
  #usage: unknown;
  #began = false;
  #ended = false;

  /** @returns the text that is new */
  add({ choices, usage }: Chunk): string {
    this.#began = true;
    if (usage) this.#usage = usage;
    // Only one choice is asked for.
    const choice = choices?.find(({ index }) => (index ?? 0) === 0);
    if (!choice) return '';
    if (choice.finish_reason) this.#finishReason = choice.finish_reason;
    this.#logprobs.push(...(choice.logprobs?.content ?? []));
    for (const { index, id, function: called } of choice.delta?.tool_calls ?? []) {
      this.#toolCalls.add({
        index: index ?? undefined,
        id: id ?? undefined,
        name: called?.name ?? undefined,
        arguments: called?.arguments ?? undefined,
      });
    }
    const text = `${choice.delta?.content ?? ''}${choice.delta?.refusal ?? ''}`;
    this.#texts.push(text);
    return text;
  }

  end(): void {
    this.#ended = true;
  }

  /** @throws {ChatModelError} when the end has not come */
  whole(): object {
    if (!this.#began) return {};
    if (!this.#ended && this.#finishReason === undefined) throw endedEarly();
    const calls = this.#toolCalls.calls();
    return {
      choices: [
        {
          message: {
            content: this.#texts.join(''),
            tool_calls: calls.map(({ id, ...called }) => ({ id, function: called })),
          },
          finish_reason: this.#finishReason,
          logprobs: { content: this.#logprobs },
        },
      ],
      usage: this.#usage,
    };
  }
}
