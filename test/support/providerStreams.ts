import { messageEvents, type MessageEvent } from './messageEvents';

/** What a provider says, and whether it was cut off there. */
export interface Said {
  readonly text: string;
  readonly isCutOff: boolean;
  /** Called after the text. */
  readonly toolCall?: { readonly name: string; readonly arguments: object };
  /** Where the stream goes wrong before its last events: it ends as if all was said, or the connection is cut. */
  readonly breaks?: 'end' | 'reset';
}

/** 1000 input and 100 output tokens, whatever the provider calls them. */
export const INPUT = 1000;
export const OUTPUT = 100;

/** The events of each provider's stream, each as it is written to the wire, by the path of its API. */
export const streamFormats: readonly (readonly [path: RegExp, events: (said: Said) => readonly string[]])[] =
  [
    [/\/v1\/responses$/, (said) => openAiResponse(said).map(named)],
    [/\/v1\/chat\/completions$/, (said) => [...chatCompletion(said).map(plain), 'data: [DONE]\n\n']],
    [/\/v1\/messages$/, (said) => anthropicMessage(said).map(named)],
    [/:streamGenerateContent/, (said) => geminiContent(said).map(plain)],
    [/\/api\/chat$/, (said) => ollamaChat(said).map((line) => `${JSON.stringify(line)}\n`)],
  ];

const plain = (event: object) => `data: ${JSON.stringify(event)}\n\n`;
const named = (event: { type: string }) => `event: ${event.type}\n${plain(event)}`;

const wordsOf = (text: string): readonly string[] => text.match(/\s*\S+/g) ?? [];

function openAiResponse({ text, isCutOff, toolCall }: Said) {
  const response = { id: 'resp_1', object: 'response', created_at: 1, model: 'gpt-4o-mini' };
  const message = { type: 'message', id: 'msg_1', role: 'assistant', status: 'completed' };
  const part = { type: 'output_text', text, annotations: [] };
  const place = { item_id: 'msg_1', output_index: 0, content_index: 0 };
  const call = toolCall && {
    type: 'function_call',
    id: 'fc_1',
    call_id: 'call_1',
    name: toolCall.name,
    arguments: JSON.stringify(toolCall.arguments),
    status: 'completed',
  };
  const atCall = { item_id: 'fc_1', output_index: 1 };
  return [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } },
    { type: 'response.output_item.added', output_index: 0, item: { ...message, content: [] } },
    { type: 'response.content_part.added', ...place, part: { ...part, text: '' } },
    ...wordsOf(text).map((delta) => ({ type: 'response.output_text.delta', ...place, delta })),
    { type: 'response.output_text.done', ...place, text },
    { type: 'response.output_item.done', output_index: 0, item: { ...message, content: [part] } },
    ...(call
      ? [
          { type: 'response.output_item.added', output_index: 1, item: { ...call, arguments: '' } },
          { type: 'response.function_call_arguments.delta', ...atCall, delta: call.arguments },
          { type: 'response.function_call_arguments.done', ...atCall, arguments: call.arguments },
          { type: 'response.output_item.done', output_index: 1, item: call },
        ]
      : []),
    {
      type: isCutOff ? 'response.incomplete' : 'response.completed',
      response: {
        ...response,
        status: isCutOff ? 'incomplete' : 'completed',
        incomplete_details: isCutOff ? { reason: 'max_output_tokens' } : null,
        output: [{ ...message, content: [part] }, ...(call ? [call] : [])],
        usage: { input_tokens: INPUT, output_tokens: OUTPUT, total_tokens: INPUT + OUTPUT },
      },
    },
  ];
}

function chatCompletion({ text, isCutOff, toolCall }: Said): object[] {
  const head = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'openai/gpt-4o-mini' };
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    ...head,
    choices: [{ index: 0, delta, finish_reason }],
  });
  const called = (piece: object) => chunk({ tool_calls: [{ index: 0, ...piece }] });
  return [
    chunk({ role: 'assistant', content: '' }),
    ...wordsOf(text).map((content) => chunk({ content })),
    ...(toolCall
      ? [
          called({ id: 'call_1', type: 'function', function: { name: toolCall.name, arguments: '' } }),
          called({ function: { arguments: JSON.stringify(toolCall.arguments) } }),
        ]
      : []),
    chunk({}, isCutOff ? 'length' : toolCall ? 'tool_calls' : 'stop'),
    {
      ...head,
      choices: [],
      usage: { prompt_tokens: INPUT, completion_tokens: OUTPUT, total_tokens: INPUT + OUTPUT },
    },
  ];
}

function anthropicMessage({ text, isCutOff, toolCall }: Said): MessageEvent[] {
  return messageEvents({
    type: 'message',
    id: 'msg_1',
    role: 'assistant',
    model: 'claude-haiku-4-5',
    content: [
      { type: 'text', text },
      ...(toolCall
        ? [{ type: 'tool_use', id: 'call_1', name: toolCall.name, input: toolCall.arguments }]
        : []),
    ],
    stop_reason: isCutOff ? 'max_tokens' : toolCall ? 'tool_use' : 'end_turn',
    usage: { input_tokens: INPUT, output_tokens: OUTPUT },
  });
}

function geminiContent({ text, isCutOff, toolCall }: Said): object[] {
  const usageMetadata = {
    promptTokenCount: INPUT,
    candidatesTokenCount: OUTPUT,
    totalTokenCount: INPUT + OUTPUT,
  };
  const piece = (part: object, more: object = {}) => ({
    candidates: [{ index: 0, content: { role: 'model', parts: [part] }, ...more }],
  });
  return [
    ...wordsOf(text).map((word) => piece({ text: word })),
    ...(toolCall ? [piece({ functionCall: { name: toolCall.name, args: toolCall.arguments } })] : []),
    { ...piece({ text: '' }, { finishReason: isCutOff ? 'MAX_TOKENS' : 'STOP' }), usageMetadata },
  ];
}

function ollamaChat({ text, isCutOff, toolCall }: Said): object[] {
  const line = (message: object, more: object = {}) => ({
    model: 'llama3.2',
    created_at: '2026-01-01T00:00:00Z',
    message: { role: 'assistant', content: '', ...message },
    done: false,
    ...more,
  });
  const done_reason = isCutOff ? 'length' : 'stop';
  return [
    ...wordsOf(text).map((content) => line({ content })),
    ...(toolCall ? [line({ tool_calls: [{ function: toolCall }] })] : []),
    line({}, { done: true, done_reason, prompt_eval_count: INPUT, eval_count: OUTPUT }),
  ];
}
