import type { ChatMessage, ChatRequest, MessageContent, ToolDefinition } from '../chatModel';

/** The body of `POST /chat/completions` (OpenAI API reference, "Create chat completion"). */
export function requestBody(model: string, { messages, tools, logprobs }: ChatRequest): object {
  return {
    model,
    messages: messages.map(wireMessage),
    ...(tools?.length ? { tools: tools.map(wireTool) } : {}),
    ...(logprobs ? { logprobs: true } : {}),
  };
}

function wireMessage(message: ChatMessage): object {
  const content = wireContent(message.content);
  switch (message.role) {
    case 'tool':
      return { role: 'tool', content, tool_call_id: message.toolCallId };
    case 'assistant':
      return { role: 'assistant', content, ...wireToolCalls(message.toolCalls) };
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

function wireToolCalls(calls: (ChatMessage & { role: 'assistant' })['toolCalls']): object {
  if (!calls?.length) return {};
  return {
    tool_calls: calls.map((call) => ({
      id: call.id,
      type: 'function',
      function: { name: call.name, arguments: call.arguments },
    })),
  };
}

function wireTool(tool: ToolDefinition): object {
  return {
    type: 'function',
    function: { name: tool.name, description: tool.description, parameters: tool.parameters },
  };
}
