import type { AINodeConnectionType } from 'n8n-workflow';
import type { ModelContext } from '../modelContext';

/**
 * What the sub-nodes of a type supply: n8n gives a list, the one where only one may be connected, or nothing.
 *
 * @throws what a sub-node throws while it sets itself up
 */
export async function supplied(
  context: ModelContext,
  type: AINodeConnectionType,
  itemIndex: number,
): Promise<readonly unknown[]> {
  const given: unknown = await context.getInputConnectionData(type, itemIndex);
  if (given === undefined || given === null) return [];
  return Array.isArray(given) ? (given as unknown[]) : [given];
}
