import type { IExecuteFunctions } from 'n8n-workflow';
import { CascadeJobs, type JobsRecord, type Store } from '../../../core';
import type { RunStore } from '../../shared/tenants/runStore';
import { BatchRun } from '../batchRun';
import { queryRun } from '../queryRun';
import { storedContext } from './storedContext';
import { storedQueries, unknownJob, type StoredQueries } from './storedQueries';

const RECORD = 'jobs';
const CANCELLED = 'cancelled';

export interface OpenJob {
  readonly jobId: string;
  readonly store: Store;
  readonly jobs: CascadeJobs;
  readonly stored: StoredQueries;
  /** Whether somebody has cancelled it: then nothing more is submitted. */
  readonly isCancelled: boolean;
  /** What its queries have in common in this execution. */
  readonly run: BatchRun;
}

/** Goes on with a job that an earlier execution has submitted. @throws {CascadeError} `JOB_UNKNOWN` */
export async function openJob(
  context: IExecuteFunctions,
  runStore: RunStore,
  jobId: string,
): Promise<OpenJob> {
  const store = await runStore.open();
  const stored = await storedQueries(store, jobId);
  const [record, cancelled] = await store.batchEntries(jobId, [RECORD, CANCELLED]);
  if (record === undefined) throw unknownJob();
  const run = new BatchRun(storedContext(context, stored), runStore);
  const jobs = jobsOf(run, { store, jobId, stored, record: JSON.parse(record) });
  return { jobId, store, jobs, stored, run, isCancelled: cancelled !== undefined };
}

/** Begins a job whose queries are kept already. */
export async function newJob(
  context: IExecuteFunctions,
  runStore: RunStore,
  jobId: string,
): Promise<OpenJob> {
  const store = await runStore.open();
  const stored = await storedQueries(store, jobId);
  const run = new BatchRun(storedContext(context, stored), runStore);
  const jobs = jobsOf(run, { store, jobId, stored, record: undefined });
  return { jobId, store, jobs, stored, run, isCancelled: false };
}

/** Has whoever opens the job know that it is cancelled. */
export async function keepCancelled({ store, jobId, stored }: OpenJob): Promise<void> {
  await store.keepBatchEntries(jobId, [[CANCELLED, 'true']], stored.ttlMs);
}

function jobsOf(
  run: BatchRun,
  { store, jobId, stored, record }: Pick<OpenJob, 'store' | 'jobId' | 'stored'> & { record: unknown },
): CascadeJobs {
  const runs = stored.queries.map((_query, index) => queryRun(run, index, { countsEach: true }));
  return new CascadeJobs(runs, {
    record,
    discount: stored.discount,
    fallback: 'fail',
    onRecord: async (changed: JobsRecord) => {
      await store.keepBatchEntries(jobId, [[RECORD, JSON.stringify(changed)]], stored.ttlMs);
    },
  });
}
