import type { ChatReply, ChatStreamPart } from './chatModel';

/** The stream of an answer that came whole. */
export function inOnePiece(reply: ChatReply): ChatStreamPart[] {
  const end = { type: 'end', reply } as const;
  return reply.text === '' ? [end] : [{ type: 'text', text: reply.text }, end];
}
