import type * as AiNodeSdk from '@n8n/ai-node-sdk';
import { NodeOperationError, type INode } from 'n8n-workflow';

/**
 * n8n's SDK for AI nodes, loaded when it is needed: an n8n without it still loads the other nodes of this package.
 *
 * @throws {NodeOperationError} when this n8n has none
 */
export function loadSdk(node: INode): Promise<typeof AiNodeSdk> {
  return import('@n8n/ai-node-sdk').catch(() => {
    throw new NodeOperationError(node, 'This version of n8n is too old for the Cascade Chat Model', {
      description:
        'It lacks @n8n/ai-node-sdk, which n8n 2.40 has. Update n8n, or use the Cascade Agent node, which does without.',
    });
  });
}
