import type { ChatRequest, ToolDefinition } from '../chatModel';
import { chatCompletionMessage } from './message';

/** The body of `POST /chat/completions` (OpenAI API reference, "Create chat completion"). */
export function requestBody(
  model: string,
  { messages, tools, logprobs, temperature }: Omit<ChatRequest, 'signal'>,
): object {
  return {
    model,
    messages: messages.map(chatCompletionMessage),
    ...(tools?.length ? { tools: tools.map(wireTool) } : {}),
    ...(logprobs ? { logprobs: true } : {}),
    ...(temperature === undefined ? {} : { temperature }),
  };
}

function wireTool(tool: ToolDefinition): object {
  return {
    type: 'function',
    function: { name: tool.name, description: tool.description, parameters: tool.parameters },
  };
}
