import type { ContentFile, Message, MessageContent } from '@n8n/ai-node-sdk';
import {
  CascadeError,
  type ChatMessage,
  type ContentPart,
  type MessageContent as Content,
  type ToolCall,
} from '../../core';
import { asRecord, stringIn } from '../shared/shape';

/**
 * A conversation as n8n's SDK gives it. What models thought and cited is left out: no other model could read it.
 *
 * @throws {CascadeError} for a file that is not an image
 */
export function chatMessages(messages: readonly Message[]): ChatMessage[] {
  return messages.flatMap(({ role, content }): ChatMessage[] => {
    switch (role) {
      case 'assistant':
        return [{ role, content: contentOf(content), toolCalls: content.flatMap(toolCallIn) }];
      case 'tool':
        return content.flatMap(toolResultIn);
      default:
        return [{ role, content: contentOf(content) }];
    }
  });
}

function toolCallIn(part: MessageContent): ToolCall[] {
  return part.type === 'tool-call'
    ? [{ id: part.toolCallId ?? '', name: part.toolName, arguments: part.input }]
    : [];
}

/** A result is a text, a list of contents, or whatever JSON the tool gave. */
function toolResultIn(part: MessageContent): ChatMessage[] {
  if (part.type !== 'tool-result') return [];
  const { result, toolCallId } = part;
  const content = isContents(result) ? contentOf(result) : textOfResult(result);
  return [{ role: 'tool', content, toolCallId }];
}

function isContents(result: unknown): result is MessageContent[] {
  return Array.isArray(result) && result.every((part: unknown) => asRecord(part)['type'] === 'text');
}

function textOfResult(result: unknown): string {
  return typeof result === 'string' ? result : JSON.stringify(result ?? null);
}

/** A text where there is nothing else, which is what every provider understands. */
function contentOf(content: readonly MessageContent[]): Content {
  const parts = content.flatMap(contentPart);
  const texts = parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
  return texts.length === parts.length ? texts.join('\n') : parts;
}

function contentPart(part: MessageContent): ContentPart[] {
  if (part.type === 'text') return [{ type: 'text', text: part.text }];
  if (part.type === 'file') return [{ type: 'image', url: imageUrl(part) }];
  return [];
}

function imageUrl({ mediaType, data, providerMetadata }: ContentFile): string {
  const url = stringIn(asRecord(providerMetadata), 'url') ?? (isUrl(data) ? data : undefined);
  if (url !== undefined) return url;
  if (mediaType?.startsWith('image/') && data !== undefined)
    return `data:${mediaType};base64,${typeof data === 'string' ? data : base64(data)}`;
  throw new CascadeError(`A cascade cannot be given a file of type ${mediaType ?? 'unknown'}`, {
    code: 'UNSUPPORTED_FILE',
    hint: 'Its models read texts and images. Have the file turned into a text before.',
  });
}

function isUrl(data: ContentFile['data']): data is string {
  return typeof data === 'string' && /^(?:https?|data):/.test(data);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
