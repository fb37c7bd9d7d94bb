import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod/v3';

const textPartSchema = z.object({ type: z.literal('text'), text: z.string() });
const otherPartSchema = z.object({ type: z.string() }).passthrough();

const messageSchema = z
  .object({
    role: z.string(),
    content: z.union([z.string(), z.array(z.union([textPartSchema, otherPartSchema])), z.null()]).optional(),
  })
  .passthrough();

/** The parts of an OpenAI chat completion request the server looks at; the others are kept as they came. */
export const chatRequestSchema = z
  .object({
    model: z.string(),
    messages: z.array(messageSchema),
    stream: z.boolean().nullish(),
    stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
    logprobs: z.boolean().nullish(),
  })
  .passthrough();

export type ChatMessage = z.output<typeof messageSchema>;
export type ChatRequest = z.output<typeof chatRequestSchema>;

/** A chat completion request as the server received it. */
export interface ModelRequest {
  readonly body: ChatRequest;
  /** Header names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** When it had arrived whole, epoch ms. */
  readonly receivedAt: number;
  /** Whether the caller hung up before the answer was complete. */
  readonly aborted: boolean;
}

/** The text of a message, whichever way it is given; parts that are not text are left out. */
export function textOf({ content }: ChatMessage): string {
  if (typeof content === 'string') return content;
  return (content ?? [])
    .map((part) => ('text' in part && typeof part.text === 'string' ? part.text : ''))
    .join('');
}

/** The text of the last message of a role; empty when there is none. */
export function lastTextOf(
  role: 'user' | 'system' | 'assistant' | 'tool',
  { messages }: ChatRequest,
): string {
  const message = messages.findLast((candidate) => candidate.role === role);
  return message === undefined ? '' : textOf(message);
}

/** By name in lower case. */
export function headersOf(headers: IncomingHttpHeaders): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
