import type { Reply } from '../behaviour.mts';
import type { ChatRequest } from '../request.mts';

const stopReasons = {
  stop: 'end_turn',
  length: 'max_tokens',
  tool_calls: 'tool_use',
  content_filter: 'refusal',
} as const;

/** The answer of `POST /v1/messages`: https://docs.anthropic.com/en/api/messages */
export function messageOf(
  { model }: ChatRequest,
  { text, toolCalls = [], usage, finishReason }: Reply,
): object {
  const reason = finishReason ?? (toolCalls.length > 0 ? 'tool_calls' : 'stop');
  return {
    id: 'msg_local',
    type: 'message',
    role: 'assistant',
    model,
    content: [
      { type: 'text', text },
      ...toolCalls.map(({ id, name, arguments: written }) => ({
        type: 'tool_use',
        id,
        name,
        input: JSON.parse(written) as unknown,
      })),
    ],
    stop_reason: stopReasons[reason],
    usage: { input_tokens: usage?.inputTokens ?? 0, output_tokens: usage?.outputTokens ?? 0 },
  };
}

/** An error as Anthropic words it: https://docs.anthropic.com/en/api/errors */
export function anthropicError(status: number, message: string): object {
  return { type: 'error', error: { type: errorTypes.get(status) ?? 'api_error', message } };
}

const errorTypes: ReadonlyMap<number, string> = new Map([
  [400, 'invalid_request_error'],
  [401, 'authentication_error'],
  [403, 'permission_error'],
  [404, 'not_found_error'],
  [413, 'request_too_large'],
  [429, 'rate_limit_error'],
  [504, 'timeout_error'],
  [529, 'overloaded_error'],
]);
