import { textOf, type ChatRequest, type ToolDefinition } from '../chatModel';
import { conversation } from './conversation';

/**
 * Anthropic requires a limit. No Claude model allows less than this, which is the most that Claude 3 Haiku writes:
 * https://docs.anthropic.com/en/docs/about-claude/models/overview
 */
export const MAX_OUTPUT_TOKENS = 4096;

/** Other providers go up to 2. */
const HIGHEST_TEMPERATURE = 1;

/** The body of `POST /messages` (Anthropic API reference, "Create a Message"). */
export function requestBody(
  { model, maxOutputTokens }: { model: string; maxOutputTokens: number },
  { messages, tools, temperature }: Pick<ChatRequest, 'messages' | 'tools' | 'temperature'>,
): object {
  const instructions = messages.filter(({ role }) => role === 'system').map(({ content }) => textOf(content));
  return {
    model,
    max_tokens: maxOutputTokens,
    ...(instructions.length > 0 ? { system: instructions.join('\n\n') } : {}),
    messages: conversation(messages),
    ...(tools?.length ? { tools: tools.map(wireTool) } : {}),
    ...(temperature === undefined ? {} : { temperature: Math.min(temperature, HIGHEST_TEMPERATURE) }),
  };
}

function wireTool({ name, description, parameters }: ToolDefinition): object {
  return { name, description, input_schema: parameters };
}
