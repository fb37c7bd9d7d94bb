import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { JobsResult, JobsStep } from '../../../core';
import { leavingOf } from '../report';
import { giveBackUnused } from '../unused';
import { forEachJob, type NamedJob } from './forEachJob';
import { jobReport } from './jobReport';
import { jobSummary } from './jobSummary';

/**
 * Goes on with each job. One that is still worked on leaves by Summary alone; so does one whose rejected drafts have just
 * been submitted to the next model. One that is done leaves by Results, Failed and Summary, as often as it is asked for.
 */
export async function getResults(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return await forEachJob(context, async (job) => {
    const step = await goOn(job, context.getExecutionCancelSignal());
    if (step.state === 'finished') return await collected(context, job, step.result);
    const json = { job: jobReport(job) };
    return [[], [], [{ json, pairedItem: { item: job.itemIndex } }]];
  });
}

async function goOn({ jobs, isCancelled }: NamedJob, signal: AbortSignal | undefined): Promise<JobsStep> {
  if (!isCancelled) return await jobs.advance(signal);
  await jobs.look(signal);
  if (jobs.isUnderWay) return { state: 'waiting' };
  return { state: 'finished', result: await jobs.collect('aborted', signal) };
}

async function collected(
  context: IExecuteFunctions,
  opened: NamedJob,
  { items, stoppedBecause }: JobsResult,
): Promise<INodeExecutionData[][]> {
  const { store, jobId, stored, run, itemIndex } = opened;
  await giveBackUnused(run);
  await store.finishBatch(jobId);
  const known = items.flatMap((item) => item ?? []);
  const outcomes = known.map((item) => ({
    item,
    incoming: { json: stored.queries[item.index]?.json ?? {} },
    pairedWith: itemIndex,
  }));
  const { results, failed } = leavingOf(context, outcomes, stored.returns);
  for (const item of known) run.note(item);
  context.addExecutionHints(...(await run.hints()));
  const json = {
    job: { ...jobReport(opened), status: 'done' },
    batch: jobSummary(known, stoppedBecause),
  };
  return [results, failed, [{ json, pairedItem: { item: itemIndex } }]];
}
