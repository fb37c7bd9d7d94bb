import { chatCompletionMessage, type ChatMessage } from '../../../core';

/** A message in the form that every chat model of n8n accepts: that of OpenAI, with a list of tool calls always. */
export function runnableMessage(message: ChatMessage): object {
  const written = chatCompletionMessage(message);
  return message.role === 'assistant' ? { tool_calls: [], ...written } : written;
}
