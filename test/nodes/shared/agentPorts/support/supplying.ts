import type { IExecuteFunctions } from 'n8n-workflow';
import { nodeContext, type ContextOptions } from '../../../../support/nodeContext';

/** What a node sees of n8n whose sub-nodes supply what is given, by the type of their connection. */
export function supplying(
  supplies: Readonly<Record<string, unknown>>,
  options: ContextOptions = {},
): IExecuteFunctions {
  return Object.assign(nodeContext(options), {
    getInputConnectionData: (type: string) => Promise.resolve(supplies[type]),
  });
}
