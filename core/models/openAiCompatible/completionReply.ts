import { z } from 'zod/v3';
import type { ChatReply, FinishReason, TokenUsage, ToolCall } from '../chatModel';
import { ChatModelError } from '../chatModelError';

const tokens = z.number().int().nonnegative();

/**
 * Of an answer, or a part of one. Odd ones are no reason to throw it away.
 *
 * @internal
 */
export const logprobs = z
  .object({ content: z.array(z.object({ logprob: z.number() })).nullish() })
  .nullish()
  .catch(undefined);

const completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({
          content: z.string().nullish(),
          refusal: z.string().nullish(),
          tool_calls: z
            .array(
              z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) }),
            )
            .nullish(),
        }),
        finish_reason: z.string().nullish(),
        logprobs,
      }),
    )
    .min(1, 'at least one choice'),
  usage: z
    .object({
      prompt_tokens: tokens,
      completion_tokens: tokens,
      prompt_tokens_details: z
        .object({ cached_tokens: tokens.nullish(), cache_write_tokens: tokens.nullish() })
        .nullish(),
    })
    .nullish()
    // An answer that was paid for is not thrown away, because its token count is odd.
    .catch(undefined),
});

type Completion = z.infer<typeof completion>;

/**
 * Reads a chat completion as OpenAI, LiteLLM, OpenRouter, vLLM and Ollama send it.
 *
 * @throws {ChatModelError} `bad_reply` when it is not one
 */
export function completionReply(body: unknown): ChatReply {
  const parsed = completion.safeParse(body);
  if (!parsed.success) throw notACompletion(parsed.error);
  const [choice] = parsed.data.choices;
  if (!choice) throw notACompletion(parsed.error);
  const usage = readUsage(parsed.data.usage);
  const givenLogprobs = choice.logprobs?.content?.map((token) => token.logprob);
  return {
    text: choice.message.content ?? choice.message.refusal ?? '',
    toolCalls: (choice.message.tool_calls ?? []).map(readToolCall),
    finishReason: readFinishReason(choice.finish_reason),
    ...(usage ? { usage } : {}),
    ...(givenLogprobs?.length ? { logprobs: givenLogprobs } : {}),
  };
}

function notACompletion(cause: unknown): ChatModelError {
  return new ChatModelError('The model answered with something that is not a chat completion', {
    fault: 'bad_reply',
    cause,
  });
}

function readToolCall(call: { id: string; function: { name: string; arguments: string } }): ToolCall {
  return { id: call.id, name: call.function.name, arguments: call.function.arguments };
}

function readUsage(usage: Completion['usage']): TokenUsage | undefined {
  if (!usage) return undefined;
  const { cached_tokens: cachedInputTokens, cache_write_tokens: cacheWriteInputTokens } =
    usage.prompt_tokens_details ?? {};
  return {
    inputTokens: usage.prompt_tokens,
    outputTokens: usage.completion_tokens,
    ...(cachedInputTokens ? { cachedInputTokens } : {}),
    ...(cacheWriteInputTokens ? { cacheWriteInputTokens } : {}),
  };
}

/** Maps what providers write in `finish_reason`, OpenAI's older `function_call` included. */
export function readFinishReason(reason: string | null | undefined): FinishReason {
  switch (reason) {
    case 'stop':
    case 'length':
    case 'tool_calls':
    case 'content_filter':
      return reason;
    case 'function_call':
      return 'tool_calls';
    default:
      return 'unknown';
  }
}
