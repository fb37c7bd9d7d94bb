import type { ChatMessage, MessageContent, ToolCall } from '../../../core';

/** A message in the form that every chat model of n8n accepts: a role and a content. */
export function runnableMessage(message: ChatMessage): object {
  const content = contentOf(message.content);
  switch (message.role) {
    case 'tool':
      return { role: 'tool', content, tool_call_id: message.toolCallId };
    case 'assistant':
      return { role: 'assistant', content, tool_calls: (message.toolCalls ?? []).map(callOf) };
    default:
      return { role: message.role, content };
  }
}

function contentOf(content: MessageContent): unknown {
  if (typeof content === 'string') return content;
  return content.map((part) =>
    part.type === 'text'
      ? { type: 'text', text: part.text }
      : { type: 'image_url', image_url: { url: part.url } },
  );
}

function callOf({ id, name, arguments: written }: ToolCall): object {
  return { id, type: 'function', function: { name, arguments: written } };
}
