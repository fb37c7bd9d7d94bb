import type { IDataObject } from 'n8n-workflow';
import type { JobEntry } from '../../../core';
import type { OpenJob } from './openJob';

type Reported = Pick<OpenJob, 'jobId' | 'jobs' | 'isCancelled'>;

/**
 * How a job looks. `running`: a provider may still answer. `cancelling`: it was told to end. `ready`: all jobs of the pass
 * have ended, and Get Results can go on: to the next pass, or to the results.
 */
export function jobReport({ jobId, jobs, isCancelled }: Reported): IDataObject {
  const { queries, startedAt } = jobs.record;
  const { pass, total, answered, failed } = jobs.progress;
  const underWay = isCancelled ? 'cancelling' : 'running';
  return {
    id: jobId,
    status: jobs.isUnderWay ? underWay : 'ready',
    queries,
    submittedAt: new Date(startedAt).toISOString(),
    pass,
    requests: total,
    answered,
    failed,
    providerJobs: jobs.record.jobs.map((job) => providerJob(job, underWay)),
  };
}

function providerJob({ pass, id, model, state, requests }: JobEntry, underWay: string): IDataObject {
  return { pass, model, id, status: state === 'running' ? underWay : state, requests };
}
