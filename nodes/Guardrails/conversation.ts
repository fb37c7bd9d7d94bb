import type { IExecuteFunctions } from 'n8n-workflow';
import { readConversationId } from '../../core';

/**
 * Applications often number their conversations: 42 is the same one as '42'.
 *
 * @throws {InvalidParameterError} for the parameter `conversationId`
 */
export function readConversationIdField(context: IExecuteFunctions, itemIndex: number): string {
  const given: unknown = context.getNodeParameter('conversationId', itemIndex, undefined);
  return readConversationId(Number.isSafeInteger(given) ? String(given) : given);
}
