import {
  ChatModelError,
  ToolCallPieces,
  type ChatReply,
  type ChatStreamPart,
  type FinishReason,
  type TokenUsage,
  type ToolCall,
} from '../../../core';
import { asRecord, numberIn, recordIn, stringIn } from '../shape';
import { listIn, replyOf } from './reply';

/**
 * Reads the chunks of a message that a chat model of n8n streams. They are put together here rather than by their own
 * `concat`, which copies all that came before for each of them.
 *
 * @throws {ChatModelError} `bad_reply` when a chunk is not one, or there is none; `network` when it ends in the middle
 * @throws the reason of `signal` when it was aborted
 */
export async function* replyStream(
  chunks: AsyncIterable<unknown>,
  signal?: AbortSignal,
): AsyncGenerator<ChatStreamPart> {
  const message = new Message();
  for await (const chunk of chunks) {
    const text = message.add(chunk);
    if (text !== '') yield { type: 'text', text };
  }
  // Some classes end the stream without a word when they are told to stop.
  signal?.throwIfAborted();
  yield { type: 'end', reply: message.whole() };
}

/**
 * What kind of model a chunk comes from, which says what it means that a stream ends without a reason. Where LangChain's
 * classes name their provider they also pass the reason on, so that a stream without one was cut off on the way;
 * but that for OpenAI's Responses API passes none on when the answer reached its length limit.
 */
type Source = 'tellsItsEnd' | 'responses' | 'unknown';

function sourceOf(chunk: Record<string, unknown>): Source | undefined {
  const provider = stringIn(recordIn(chunk, 'response_metadata'), 'model_provider');
  if (provider === undefined) return undefined;
  return provider === 'openai' && Array.isArray(chunk['content']) ? 'responses' : 'tellsItsEnd';
}

/** A message as its chunks arrive. */
class Message {
  readonly #texts: string[] = [];
  readonly #toolCalls = new ToolCallPieces();
  readonly #wholeToolCalls: ToolCall[] = [];
  readonly #logprobs: number[] = [];
  #finishReason: FinishReason = 'unknown';
  #source: Source = 'unknown';
  #usage: TokenUsage | undefined;
  #began = false;

  /** @returns the text that is new */
  add(chunk: unknown): string {
    const { text, toolCalls, finishReason, usage, logprobs = [] } = replyOf(chunk);
    this.#began = true;
    this.#source = sourceOf(asRecord(chunk)) ?? this.#source;
    this.#texts.push(text);
    this.#addToolCalls(listIn(asRecord(chunk), 'tool_call_chunks'), toolCalls);
    this.#logprobs.push(...logprobs);
    if (finishReason !== 'unknown') this.#finishReason = finishReason;
    this.#usage = usage ? sumOf(this.#usage, usage) : this.#usage;
    return text;
  }

  /** @throws {ChatModelError} when nothing came */
  whole(): ChatReply {
    if (!this.#began) throw new ChatModelError('The model answered with nothing', { fault: 'bad_reply' });
    return {
      text: this.#texts.join(''),
      toolCalls: [...this.#toolCalls.calls().map(complete), ...this.#wholeToolCalls],
      finishReason: this.#end(),
      ...(this.#usage ? { usage: this.#usage } : {}),
      ...(this.#logprobs.length > 0 ? { logprobs: this.#logprobs } : {}),
    };
  }

  #end(): FinishReason {
    if (this.#finishReason !== 'unknown' || this.#source === 'unknown') return this.#finishReason;
    if (this.#source === 'responses') return 'length';
    throw new ChatModelError('The answer of the model ended in the middle', { fault: 'network' });
  }

  /** A model that does not stream gives its calls whole; of pieces, a chunk also shows what it makes of each alone. */
  #addToolCalls(pieces: readonly unknown[], whole: readonly ToolCall[]): void {
    if (pieces.length === 0) this.#wholeToolCalls.push(...whole);
    for (const piece of pieces.map(asRecord)) {
      this.#toolCalls.add({
        index: numberIn(piece, 'index'),
        id: stringIn(piece, 'id'),
        name: stringIn(piece, 'name'),
        arguments: stringIn(piece, 'args'),
      });
    }
  }
}

/** Of a call without arguments some models stream none. */
function complete({ arguments: written, ...call }: ToolCall): ToolCall {
  return { ...call, arguments: written || '{}' };
}

/** Each chunk counts what is new in it. */
function sumOf(before: TokenUsage | undefined, more: TokenUsage): TokenUsage {
  if (!before) return more;
  const cachedInputTokens = (before.cachedInputTokens ?? 0) + (more.cachedInputTokens ?? 0);
  const cacheWriteInputTokens = (before.cacheWriteInputTokens ?? 0) + (more.cacheWriteInputTokens ?? 0);
  return {
    inputTokens: before.inputTokens + more.inputTokens,
    outputTokens: before.outputTokens + more.outputTokens,
    ...(cachedInputTokens > 0 ? { cachedInputTokens } : {}),
    ...(cacheWriteInputTokens > 0 ? { cacheWriteInputTokens } : {}),
  };
}
