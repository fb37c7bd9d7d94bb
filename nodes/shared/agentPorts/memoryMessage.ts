import type { ChatMessage, ContentPart, MessageContent, ToolCall } from '../../../core';
import { listIn } from '../connectedModels/reply';
import { asRecord, isRecord, recordIn, stringIn } from '../shape';

/**
 * The messages of a memory of n8n, which are LangChain's, the oldest first. What a window of messages has cut apart is
 * left out: providers refuse a result without its call, and a call without its result.
 */
export function memoryMessages(given: readonly unknown[]): ChatMessage[] {
  return withWholeCalls(given.flatMap((message) => chatMessage(asRecord(message)) ?? []));
}

/** @returns undefined for a kind that no model takes */
function chatMessage(message: Record<string, unknown>): ChatMessage | undefined {
  const content = contentOf(message['content']);
  switch (kindOf(message)) {
    case 'human':
      return { role: 'user', content };
    case 'system':
      return { role: 'system', content };
    case 'ai': {
      const toolCalls = listIn(message, 'tool_calls').map(asRecord).map(toolCall);
      return { role: 'assistant', content, ...(toolCalls.length > 0 ? { toolCalls } : {}) };
    }
    case 'tool':
      return { role: 'tool', content, toolCallId: stringIn(message, 'tool_call_id') ?? '' };
    default:
      return undefined;
  }
}

/** LangChain 1 says `type`; `getType()` of 0.3 and `_getType()` before it say the same. */
function kindOf(message: Record<string, unknown>): unknown {
  if (typeof message['type'] === 'string') return message['type'];
  const getType = [message['getType'], message['_getType']].find((method) => typeof method === 'function');
  return getType ? (Reflect.apply(getType, message, []) as unknown) : undefined;
}

function contentOf(content: unknown): MessageContent {
  if (!Array.isArray(content)) return typeof content === 'string' ? content : '';
  const parts = content.flatMap(contentPart);
  return parts.every((part) => part.type === 'text') ? parts.map(({ text }) => text).join('') : parts;
}

function contentPart(part: unknown): ContentPart[] {
  if (typeof part === 'string') return [{ type: 'text', text: part }];
  const { type, text, image_url: image } = asRecord(part);
  if (type === 'text' && typeof text === 'string') return [{ type, text }];
  const url = isRecord(image) ? image['url'] : image;
  return type === 'image_url' && typeof url === 'string' ? [{ type: 'image', url }] : [];
}

function toolCall(call: Record<string, unknown>): ToolCall {
  const args = call['args'];
  return {
    id: stringIn(call, 'id') ?? '',
    name: stringIn(call, 'name') ?? '',
    arguments: typeof args === 'string' ? args : JSON.stringify(recordIn(call, 'args')),
  };
}

function withWholeCalls(messages: readonly ChatMessage[]): ChatMessage[] {
  const whole: ChatMessage[] = [];
  for (let index = 0; index < messages.length; index += 1) {
    const message = messages[index];
    if (!message || message.role === 'tool') continue;
    if (message.role !== 'assistant' || !message.toolCalls) {
      whole.push(message);
      continue;
    }
    const results = resultsAfter(messages, index);
    const answered = new Set(results.map(({ toolCallId }) => toolCallId));
    if (message.toolCalls.every(({ id }) => answered.has(id))) whole.push(message, ...results);
  }
  return whole;
}

type ToolResult = Extract<ChatMessage, { role: 'tool' }>;

function resultsAfter(messages: readonly ChatMessage[], index: number): ToolResult[] {
  const results: ToolResult[] = [];
  for (const message of messages.slice(index + 1)) {
    if (message.role !== 'tool') break;
    results.push(message);
  }
  return results;
}
