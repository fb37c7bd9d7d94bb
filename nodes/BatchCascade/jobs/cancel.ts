import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { forEachJob } from './forEachJob';
import { jobReport } from './jobReport';
import { keepCancelled } from './openJob';

/**
 * Ends each job at its provider, and sees to it that nothing more is submitted for it. What is answered by then can still
 * be collected.
 */
export async function cancelJobs(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return await forEachJob(context, async (job) => {
    await keepCancelled(job);
    await job.jobs.cancel(context.getExecutionCancelSignal());
    return [
      [{ json: { job: jobReport({ ...job, isCancelled: true }) }, pairedItem: { item: job.itemIndex } }],
    ];
  });
}
