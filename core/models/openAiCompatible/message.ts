import type { ChatMessage, MessageContent, ToolCall } from '../chatModel';

/** A message as OpenAI's chat completions take it, and everything that speaks like them. */
export function chatCompletionMessage(message: ChatMessage): object {
  const content = wireContent(message.content);
  switch (message.role) {
    case 'tool':
      return { role: 'tool', content, tool_call_id: message.toolCallId };
    case 'assistant':
      return { role: 'assistant', content, ...wireToolCalls(message.toolCalls ?? []) };
    default:
      return { role: message.role, content };
  }
}

function wireContent(content: MessageContent): unknown {
  if (typeof content === 'string') return content;
  return content.map((part) =>
    part.type === 'text'
      ? { type: 'text', text: part.text }
      : { type: 'image_url', image_url: { url: part.url } },
  );
}

/** The API refuses an empty list. */
function wireToolCalls(calls: readonly ToolCall[]): object {
  if (calls.length === 0) return {};
  return {
    tool_calls: calls.map((call) => ({
      id: call.id,
      type: 'function',
      function: { name: call.name, arguments: call.arguments },
    })),
  };
}
