import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failedItem, nodeErrorFor, type ParameterLabels } from './nodeError';

/**
 * Runs `work` for each incoming item and keeps every result linked to its item. A failed item fails alone when the
 * node's On Error setting lets the workflow go on, and n8n then sends it to the output that the setting names.
 *
 * @throws {NodeOperationError} for the first failed item when the setting is to stop
 */
export async function forEachItem(
  context: IExecuteFunctions,
  labels: ParameterLabels,
  work: (item: INodeExecutionData, itemIndex: number) => Promise<INodeExecutionData['json']>,
): Promise<INodeExecutionData[]> {
  const results: INodeExecutionData[] = [];
  for (const [itemIndex, item] of context.getInputData().entries()) {
    const pairedItem = { item: itemIndex };
    try {
      const json = await work(item, itemIndex);
      results.push({ json, pairedItem, ...(item.binary ? { binary: item.binary } : {}) });
    } catch (thrown) {
      const error = nodeErrorFor(context.getNode(), thrown, { itemIndex, labels });
      if (!context.continueOnFail() || context.getExecutionCancelSignal()?.aborted) throw error;
      results.push({ json: { ...failedItem(error, thrown) }, pairedItem });
    }
  }
  return results;
}
