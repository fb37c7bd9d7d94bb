import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { readUserId } from '../../../core';
import type { Show } from '../show';

/** The field that asks whose profile or usage it is about. */
export function userIdField(show: Show): INodeProperties {
  return {
    displayName: 'User ID',
    name: 'userId',
    type: 'string',
    required: true,
    default: '',
    placeholder: 'e.g. {{ $json.body.userId }}',
    displayOptions: { show },
    description: 'Whose profile and usage it is, as your application calls the user',
  };
}

/**
 * Applications often number their users: 42 is the same user as '42'.
 *
 * @throws {InvalidParameterError} for the parameter `userId`
 */
export function readUserIdField(context: IExecuteFunctions, itemIndex: number): string {
  const given: unknown = context.getNodeParameter('userId', itemIndex, undefined);
  return readUserId(Number.isSafeInteger(given) ? String(given) : given);
}
