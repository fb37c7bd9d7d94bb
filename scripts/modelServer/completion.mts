import type { Reply, ToolCall } from './behaviour.mts';
import type { ChatRequest } from './request.mts';

/** The answer of `POST /v1/chat/completions`: https://platform.openai.com/docs/api-reference/chat/object */
export function completionOf(request: ChatRequest, reply: Reply): object {
  const toolCalls = reply.toolCalls?.map(toolCallOf);
  return {
    ...envelope('chat.completion', request.model),
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: contentOf(reply), refusal: null, tool_calls: toolCalls },
        logprobs: logProbabilities(request, reply),
        finish_reason: finishReasonOf(reply),
      },
    ],
    usage: usageOf(reply),
  };
}

/** The same answer as the chunks of a stream: https://platform.openai.com/docs/api-reference/chat-streaming */
export function chunksOf(request: ChatRequest, reply: Reply): readonly object[] {
  const head = envelope('chat.completion.chunk', request.model);
  const chunk = (delta: object, finishReason: string | null = null, logprobs?: object | null): object => ({
    ...head,
    choices: [{ index: 0, delta, finish_reason: finishReason, logprobs }],
  });
  const words = reply.text.match(/\s*\S+\s*/g) ?? [];
  const toolCalls = (reply.toolCalls ?? []).flatMap(piecesOf);
  const chunks = [
    chunk({ role: 'assistant', content: contentOf(reply) === null ? null : '' }),
    ...words.map((content) => chunk({ content })),
    ...toolCalls.map((piece) => chunk({ tool_calls: [piece] })),
    chunk({}, finishReasonOf(reply), logProbabilities(request, reply)),
  ];
  if (request.stream_options?.include_usage !== true || reply.usage === undefined) return chunks;
  return [...chunks, { ...head, choices: [], usage: usageOf(reply) }];
}

export function envelope(object: string, model: string): object {
  return { id: 'chatcmpl-local', object, created: Math.floor(Date.now() / 1000), model };
}

function contentOf({ text, toolCalls }: Reply): string | null {
  return text === '' && toolCalls !== undefined ? null : text;
}

function finishReasonOf({ finishReason, toolCalls }: Reply): string {
  return finishReason ?? (toolCalls === undefined ? 'stop' : 'tool_calls');
}

function toolCallOf({ id, name, arguments: text }: ToolCall): object {
  return { id, type: 'function', function: { name, arguments: text } };
}

/** Who is called comes first, the arguments follow in two halves. */
function piecesOf({ id, name, arguments: text }: ToolCall, index: number): readonly object[] {
  const half = Math.ceil(text.length / 2);
  return [
    { index, ...toolCallOf({ id, name, arguments: '' }) },
    { index, function: { arguments: text.slice(0, half) } },
    { index, function: { arguments: text.slice(half) } },
  ];
}

function usageOf({ usage }: Reply): object | undefined {
  if (usage === undefined) return undefined;
  const { inputTokens, outputTokens } = usage;
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
  };
}

function logProbabilities(request: ChatRequest, { logprobs }: Reply): object | null {
  if (request.logprobs !== true || logprobs === undefined) return null;
  return {
    content: logprobs.map(({ token, logprob }) => ({ token, logprob, bytes: null, top_logprobs: [] })),
  };
}
