import { textOf, type ChatRequest, type ToolDefinition } from '../chatModel';
import { conversation } from './conversation';

/** The body of `POST /messages` (Anthropic API reference, "Create a Message"). */
export function requestBody(
  { model, maxOutputTokens }: { model: string; maxOutputTokens: number },
  { messages, tools }: Pick<ChatRequest, 'messages' | 'tools'>,
): object {
  const instructions = messages.filter(({ role }) => role === 'system').map(({ content }) => textOf(content));
  return {
    model,
    max_tokens: maxOutputTokens,
    ...(instructions.length > 0 ? { system: instructions.join('\n\n') } : {}),
    messages: conversation(messages),
    ...(tools?.length ? { tools: tools.map(wireTool) } : {}),
  };
}

function wireTool({ name, description, parameters }: ToolDefinition): object {
  return { name, description, input_schema: parameters };
}
