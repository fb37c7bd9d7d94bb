import { z } from 'zod/v3';
import type { ChatReply, FinishReason, TokenUsage } from '../chatModel';
import { ChatModelError } from '../chatModelError';

const tokens = z.number().int().nonnegative();

const text = z.object({ type: z.literal('text'), text: z.string() });
const toolUse = z.object({
  type: z.literal('tool_use'),
  id: z.string(),
  name: z.string(),
  /** JSON text where the message was streamed. */
  input: z.union([z.record(z.unknown()), z.string()]),
});
/** Blocks that are no answer, such as `thinking`. */
const aside = z.object({ type: z.string().refine((type) => type !== 'text' && type !== 'tool_use') });

const message = z.object({
  content: z.array(z.union([text, toolUse, aside])),
  stop_reason: z.string().nullish(),
  usage: z
    .object({
      input_tokens: tokens,
      output_tokens: tokens,
      cache_read_input_tokens: tokens.nullish(),
      cache_creation_input_tokens: tokens.nullish(),
    })
    .nullish()
    // An answer that was paid for is not thrown away, because its token count is odd.
    .catch(undefined),
});

/** A call without arguments, which a stream leaves empty. */
const NO_ARGUMENTS = '{}';

type Block = z.infer<typeof message>['content'][number];
type Usage = z.infer<typeof message>['usage'];

/**
 * Reads what the Messages API answers with (Anthropic API reference, "Create a Message").
 *
 * @throws {ChatModelError} `bad_reply` when it is not a message
 */
export function messageReply(body: unknown): ChatReply {
  const parsed = message.safeParse(body);
  if (!parsed.success) {
    throw new ChatModelError('The model answered with something that is not a message', {
      fault: 'bad_reply',
      cause: parsed.error,
    });
  }
  const { content, stop_reason: stopReason, usage } = parsed.data;
  const counted = readUsage(usage);
  return {
    text: content.flatMap((block) => (isText(block) ? [block.text] : [])).join(''),
    toolCalls: content.filter(isToolUse).map(({ id, name, input }) => ({
      id,
      name,
      arguments: typeof input === 'string' ? input || NO_ARGUMENTS : JSON.stringify(input),
    })),
    finishReason: readStopReason(stopReason),
    ...(counted ? { usage: counted } : {}),
  };
}

function isText(block: Block): block is z.infer<typeof text> {
  return block.type === 'text';
}

function isToolUse(block: Block): block is z.infer<typeof toolUse> {
  return block.type === 'tool_use';
}

/** Anthropic's `input_tokens` leave out what was read from its cache and written to it. */
function readUsage(usage: Usage): TokenUsage | undefined {
  if (!usage) return undefined;
  const cachedInputTokens = usage.cache_read_input_tokens ?? 0;
  const cacheWriteInputTokens = usage.cache_creation_input_tokens ?? 0;
  return {
    inputTokens: usage.input_tokens + cachedInputTokens + cacheWriteInputTokens,
    outputTokens: usage.output_tokens,
    ...(cachedInputTokens > 0 ? { cachedInputTokens } : {}),
    ...(cacheWriteInputTokens > 0 ? { cacheWriteInputTokens } : {}),
  };
}

/** Anthropic API reference, "Handling stop reasons". */
function readStopReason(reason: string | null | undefined): FinishReason {
  switch (reason) {
    case 'end_turn':
    case 'stop_sequence':
      return 'stop';
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return 'length';
    case 'tool_use':
      return 'tool_calls';
    case 'refusal':
      return 'content_filter';
    default:
      return 'unknown';
  }
}
