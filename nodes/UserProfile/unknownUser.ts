import { NodeOperationError } from 'n8n-workflow';
import type { ItemTask } from './task';

export function unknownUser({ context, itemIndex }: ItemTask): NodeOperationError {
  return new NodeOperationError(context.getNode(), 'The user is unknown', {
    itemIndex,
    description: 'Nothing is stored under this user ID. Check it, and where the data is stored.',
  });
}
