import type { ChatMessage, ContentPart, MessageContent, ToolCall } from '../chatModel';

/** A message as the Messages API takes it: its content is a list of blocks. */
interface Turn {
  readonly role: 'user' | 'assistant';
  readonly content: readonly object[];
}

/**
 * The messages but for the instructions, which go elsewhere in the request. What follows in the same role becomes one
 * turn: the results of all tools that one turn called have to stand together in the next (Anthropic, "Tool use").
 */
export function conversation(messages: readonly ChatMessage[]): Turn[] {
  return messages.flatMap(turnOf).reduce<Turn[]>(joined, []);
}

function joined(turns: Turn[], next: Turn): Turn[] {
  const last = turns.at(-1);
  if (last?.role !== next.role) return [...turns, next];
  return [...turns.slice(0, -1), { role: next.role, content: [...last.content, ...next.content] }];
}

/** No turn for a message without content, which the API refuses. */
function turnOf(message: ChatMessage): Turn[] {
  if (message.role === 'system') return [];
  const content = blocksOf(message);
  return content.length === 0 ? [] : [{ role: message.role === 'assistant' ? 'assistant' : 'user', content }];
}

function blocksOf(message: ChatMessage): object[] {
  const content = contentBlocks(message.content);
  switch (message.role) {
    case 'tool':
      return [{ type: 'tool_result', tool_use_id: message.toolCallId, content }];
    case 'assistant':
      return [...content, ...(message.toolCalls ?? []).map(toolUse)];
    default:
      return content;
  }
}

function contentBlocks(content: MessageContent): object[] {
  const parts: readonly ContentPart[] =
    typeof content === 'string' ? [{ type: 'text', text: content }] : content;
  return parts.flatMap((part) => (part.type === 'image' ? [image(part.url)] : text(part.text)));
}

/** The API refuses empty text. */
function text(written: string): object[] {
  return written.trim() === '' ? [] : [{ type: 'text', text: written }];
}

const INLINE = /^data:([^;,]+);base64,/i;

function image(url: string): object {
  const [prefix, mediaType] = INLINE.exec(url) ?? [];
  const source =
    prefix === undefined
      ? { type: 'url', url }
      : { type: 'base64', media_type: mediaType, data: url.slice(prefix.length) };
  return { type: 'image', source };
}

function toolUse({ id, name, arguments: written }: ToolCall): object {
  return { type: 'tool_use', id, name, input: inputOf(written) };
}

/** The API takes an object and nothing else, so what is none is shown to the model as the text that it wrote. */
function inputOf(written: string): object {
  const input = parsed(written);
  return typeof input === 'object' && input !== null && !Array.isArray(input)
    ? input
    : { arguments: written };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
