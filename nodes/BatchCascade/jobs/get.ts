import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { forEachJob } from './forEachJob';
import { jobReport } from './jobReport';

/** How far each job is. */
export async function getJobs(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return await forEachJob(context, async (job) => {
    await job.jobs.look(context.getExecutionCancelSignal());
    return [[{ json: { job: jobReport(job) }, pairedItem: { item: job.itemIndex } }]];
  });
}
