import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { CascadeError, newBatchId, type JobEntry, type JobsStep, type Store } from '../../../core';
import { RunStore } from '../../shared/tenants/runStore';
import { requireApi, requireModels } from '../models';
import { readKeepTime } from '../settings';
import { jobReport } from './jobReport';
import { newJob, type OpenJob } from './openJob';
import { keepQueries } from './storedQueries';

/** A job may take a day, and somebody has to come for its results after that. */
const KEPT_MS = 72 * 3_600_000;

/**
 * Hands the queries of all incoming items to the provider: the drafts as the first job. Queries that cannot even be asked,
 * or whose user is over a limit, are in the results as failed.
 *
 * @returns what leaves by Job
 * @throws when the job cannot be submitted: then nothing of it is kept
 */
export async function submitJob(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  requireApi(context);
  await requireModels(context);
  const runStore = new RunStore(context);
  const store = await runStore.open();
  const jobId = newBatchId();
  const job = await submitted(context, runStore, jobId).catch(async (error: unknown) => {
    await forgotten(store, jobId);
    throw error;
  });
  context.addExecutionHints(...(await job.run.hints()));
  return [[{ json: { job: jobReport(job) }, pairedItem: { item: 0 } }]];
}

/** Whatever the store says to this: why the job failed is what counts. */
async function forgotten(store: Store, jobId: string): Promise<void> {
  const forget = async () => {
    await store.deleteBatch(jobId);
  };
  await forget().catch(() => undefined);
}

async function submitted(context: IExecuteFunctions, runStore: RunStore, jobId: string): Promise<OpenJob> {
  const store = await runStore.open();
  await keepQueries(context, { store, jobId, ttlMs: readKeepTime(context) ?? KEPT_MS });
  const job = await newJob(context, runStore, jobId);
  const { jobs } = job;
  const step = await jobs.advance(context.getExecutionCancelSignal()).catch(async (error: unknown) => {
    // Nobody will come for what is submitted by now.
    await jobs.cancel().catch(() => undefined);
    throw error;
  });
  requireTaken(job, step);
  return job;
}

/** @throws the provider's refusal, when it took none of the jobs */
function requireTaken({ jobs }: OpenJob, step: JobsStep): void {
  const { jobs: handedIn } = jobs.record;
  if (step.state !== 'finished' || handedIn.length === 0 || !handedIn.every(isRefused)) return;
  const refused = step.result.items.find((item) => isRefusal(item?.error));
  if (refused?.error) throw refused.error;
}

function isRefused({ state }: JobEntry): boolean {
  return state === 'refused' || state === 'unavailable';
}

function isRefusal(error: unknown): boolean {
  return CascadeError.is(error) && ['JOB_REFUSED', 'JOBS_UNAVAILABLE'].includes(error.code);
}
