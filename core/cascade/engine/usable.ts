import type { ChatReply } from '../../models/chatModel';
import { ChatModelError } from '../../models/chatModelError';
import type { Call } from './call';

/** What makes a reply useless; undefined when it says something. The last model's word stands as far as it goes. */
export function uselessness(reply: ChatReply, { role, prompt }: Call): ChatModelError | undefined {
  const { text, toolCalls, finishReason } = reply;
  const isFiltered = finishReason === 'content_filter';
  const saysSomething = text.trim() !== '' || (toolCalls.length > 0 && prompt.tools.length > 0);
  if (!saysSomething) return isFiltered ? filtered('left nothing of its answer') : nothingSaid();
  return isFiltered && role !== 'verifier' ? filtered('cut its answer off') : undefined;
}

function filtered(what: string): ChatModelError {
  return new ChatModelError(`The content filter of the model ${what}`, { fault: 'content_filter' });
}

function nothingSaid(): ChatModelError {
  return new ChatModelError('The model returned an empty answer', { fault: 'bad_reply' });
}
