import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { InvalidParameterError } from '../../../core';
import { failedItem, nodeErrorFor } from '../../shared/nodeError';
import { RunStore } from '../../shared/tenants/runStore';
import { requireApi } from '../models';
import { leavingAsFault } from '../outputs';
import { labels } from '../settings';
import { openJob, type OpenJob } from './openJob';

/** One of the jobs that the incoming items name. */
export interface NamedJob extends OpenJob {
  /** The place of the item that names it. */
  readonly itemIndex: number;
}

/** Gives what leaves by each output. */
type JobWork = (job: NamedJob) => Promise<INodeExecutionData[][]>;

/**
 * Does something with each job that the incoming items name, one after the other.
 *
 * @throws {NodeOperationError} for the first one that fails, unless the node is to go on
 */
export async function forEachJob(context: IExecuteFunctions, work: JobWork): Promise<INodeExecutionData[][]> {
  requireApi(context);
  const operation: unknown = context.getNodeParameter('operation', 0, undefined);
  const store = new RunStore(context);
  const all: INodeExecutionData[][] = [];
  for (const itemIndex of context.getInputData().keys()) {
    const leaving = await workOn(context, store, itemIndex, work).catch((thrown: unknown) => {
      const error = nodeErrorFor(context.getNode(), thrown, { itemIndex, labels });
      if (!context.continueOnFail()) throw error;
      const json = { ...failedItem(error, thrown) };
      return leavingAsFault(operation, { json, pairedItem: { item: itemIndex } });
    });
    for (const [output, items] of leaving.entries()) all[output] = [...(all[output] ?? []), ...items];
  }
  return all;
}

async function workOn(
  context: IExecuteFunctions,
  store: RunStore,
  itemIndex: number,
  work: JobWork,
): Promise<INodeExecutionData[][]> {
  const jobId = readJobId(context.getNodeParameter('jobId', itemIndex, undefined));
  const job = await openJob(context, store, jobId);
  return await work({ ...job, itemIndex });
}

function readJobId(given: unknown): string {
  if (typeof given === 'string' && given.trim() !== '') return given.trim();
  throw new InvalidParameterError('Job ID', given, 'the ID that Submit Job gave');
}
