import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failedItem, nodeErrorFor } from '../shared/nodeError';
import { cancelJobs } from './jobs/cancel';
import { getJobs } from './jobs/get';
import { getResults } from './jobs/results';
import { submitJob } from './jobs/submit';
import { readOperation, type Operation } from './operations';
import { leavingAsFault } from './outputs';
import { runBatch } from './runBatch';
import { labels } from './settings';

const work: Readonly<Record<Operation, (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>>> = {
  run: runBatch,
  submit: submitJob,
  getJob: getJobs,
  getResults,
  cancel: cancelJobs,
};

/**
 * Does what the panel asks for. A fault of the whole node leaves as one item when the workflow is to go on: the incoming
 * items, which n8n would pass on instead, are no answers.
 *
 * @throws {NodeOperationError} for a fault of the whole node, when the workflow is to stop
 */
export async function operate(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const operation: unknown = context.getNodeParameter('operation', 0, 'run');
  return await attempt(context, operation).catch((thrown: unknown) => {
    const error = nodeErrorFor(context.getNode(), thrown, { itemIndex: 0, labels });
    if (!context.continueOnFail()) throw error;
    return leavingAsFault(operation, { json: { ...failedItem(error, thrown) }, pairedItem: { item: 0 } });
  });
}

async function attempt(context: IExecuteFunctions, operation: unknown): Promise<INodeExecutionData[][]> {
  return await work[readOperation(operation)](context);
}
