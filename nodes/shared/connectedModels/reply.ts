import {
  ChatModelError,
  type ChatReply,
  type FinishReason,
  type TokenUsage,
  type ToolCall,
} from '../../../core';
import { asRecord, countIn, isRecord, numberIn, recordIn, stringIn } from '../shape';

/**
 * Reads the message that a chat model of n8n answers with.
 *
 * @throws {ChatModelError} `bad_reply` when it is not a message
 */
export function replyOf(message: unknown): ChatReply {
  if (!isRecord(message)) {
    throw new ChatModelError('The model answered with something that is not a message', {
      fault: 'bad_reply',
    });
  }
  const metadata = recordIn(message, 'response_metadata');
  const usage = usageOf(recordIn(message, 'usage_metadata'));
  const logprobs = logprobsOf(metadata);
  return {
    text: textOf(message),
    toolCalls: [...listIn(message, 'tool_calls'), ...listIn(message, 'invalid_tool_calls')].map(toolCallOf),
    finishReason: finishReasonOf({ ...recordIn(message, 'additional_kwargs'), ...metadata }),
    ...(usage ? { usage } : {}),
    ...(logprobs ? { logprobs } : {}),
  };
}

/** The content is a text, or a list of parts (Anthropic, OpenAI's Responses API). */
function textOf(message: Record<string, unknown>): string {
  const { content } = message;
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .flatMap((part: unknown) => {
      if (typeof part === 'string') return [part];
      const { type, text } = asRecord(part);
      return type === 'text' && typeof text === 'string' ? [text] : [];
    })
    .join('');
}

function usageOf(metadata: Record<string, unknown>): TokenUsage | undefined {
  const inputTokens = countIn(metadata, 'input_tokens');
  const outputTokens = countIn(metadata, 'output_tokens');
  // A provider that reports nothing is shown as zeros by some model classes.
  if (inputTokens === undefined || outputTokens === undefined || inputTokens + outputTokens === 0)
    return undefined;
  const details = recordIn(metadata, 'input_token_details');
  const cachedInputTokens = countIn(details, 'cache_read');
  const cacheWriteInputTokens = countIn(details, 'cache_creation');
  return {
    inputTokens,
    outputTokens,
    ...(cachedInputTokens ? { cachedInputTokens } : {}),
    ...(cacheWriteInputTokens ? { cacheWriteInputTokens } : {}),
  };
}

/** What providers call the end of an answer, by the reason it stands for. */
const finishReasons: ReadonlyMap<string, FinishReason> = new Map([
  ['stop', 'stop'],
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['completed', 'stop'],
  ['length', 'length'],
  ['max_tokens', 'length'],
  ['max_output_tokens', 'length'],
  ['model_length', 'length'],
  ['tool_calls', 'tool_calls'],
  ['tool_use', 'tool_calls'],
  ['function_call', 'tool_calls'],
  ['content_filter', 'content_filter'],
  ['content_filtered', 'content_filter'],
  ['guardrail_intervened', 'content_filter'],
  ['refusal', 'content_filter'],
  ['safety', 'content_filter'],
  ['prohibited_content', 'content_filter'],
]);

/**
 * OpenAI says `finish_reason`, Anthropic `stop_reason`, Bedrock `stopReason`, Gemini `finishReason`, Ollama
 * `done_reason`, where a message is streamed also beside the metadata; the Responses API has a `status`, and the reason in `incomplete_details` when that is `incomplete`.
 */
function finishReasonOf(metadata: Record<string, unknown>): FinishReason {
  const said = [
    stringIn(recordIn(metadata, 'incomplete_details'), 'reason'),
    stringIn(metadata, 'finish_reason'),
    stringIn(metadata, 'stop_reason'),
    stringIn(metadata, 'stopReason'),
    stringIn(metadata, 'finishReason'),
    stringIn(metadata, 'done_reason'),
    stringIn(metadata, 'status'),
  ].find((reason) => reason !== undefined);
  return finishReasons.get(said?.toLowerCase() ?? '') ?? 'unknown';
}

function logprobsOf(metadata: Record<string, unknown>): number[] | undefined {
  const values = listIn(recordIn(metadata, 'logprobs'), 'content').flatMap(
    (token) => numberIn(asRecord(token), 'logprob') ?? [],
  );
  return values.length > 0 ? values : undefined;
}

/** Arguments that parse arrive as an object; those that do not, as the text that the model wrote. */
function toolCallOf(call: unknown): ToolCall {
  const { id, name, args } = asRecord(call);
  return {
    id: typeof id === 'string' ? id : '',
    name: typeof name === 'string' ? name : '',
    arguments: typeof args === 'string' ? args : JSON.stringify(args ?? {}),
  };
}

export function listIn(record: Record<string, unknown>, name: string): unknown[] {
  const value = record[name];
  return Array.isArray(value) ? value : [];
}
