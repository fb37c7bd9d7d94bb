import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
  runCascadeBatch,
  type CascadeBatchConfig,
  type CascadeBatchResult,
  type RunOptions,
} from '../../core';
import { BatchRun } from './batchRun';
import { batchConfigOf } from './batchConfig';
import { requireModels } from './models';
import { asOneRequest, type BookedBatch } from './oneRequest';
import { Progress } from './progress';
import { queryRun } from './queryRun';
import { leavingOf } from './report';
import { readBatchSettings, readReturns, type BatchSettings } from './settings';
import { summaryOf } from './summary';
import { giveBackUnused } from './unused';

/**
 * Answers the queries of all incoming items.
 *
 * @returns what leaves by Results, Failed and Summary
 * @throws for a fault of the whole batch; a query that fails does so by itself
 */
export async function runBatch(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const settings = readBatchSettings(context);
  const returns = readReturns(context);
  await requireModels(context);
  const run = new BatchRun(context);
  const { batch, booking } = await answerAll(run, settings);
  if (settings.limitScope === 'query') await giveBackUnused(run);
  const items = context.getInputData();
  const outcomes = batch.items.map((item) => ({
    item,
    incoming: items[item.index] ?? { json: {} },
    pairedWith: item.index,
  }));
  const { results, failed } = leavingOf(context, outcomes, returns);
  tell(run, batch);
  context.addExecutionHints(...(await run.hints()));
  const summary = summaryOf(batch, { batchId: settings.batchId, booking });
  return [results, failed, [{ json: summary, pairedItem: { item: 0 } }]];
}

function tell(run: BatchRun, { items, fallback, checkpointFault }: CascadeBatchResult): void {
  for (const item of items) run.note(item);
  if (fallback !== null) run.warn(`The queries were asked one by one. ${fallback}`);
  if (checkpointFault) run.warn(`Not all answers could be kept for another run. ${checkpointFault.message}`);
}

async function answerAll(run: BatchRun, settings: BatchSettings): Promise<BookedBatch> {
  const progress = new Progress(run.context, run.context.getInputData().length);
  const config = await batchConfigOf(run, settings, progress);
  const answering =
    settings.limitScope === 'batch'
      ? asOneRequest(run, (onAttempt) => answerItems(run, config, { countsEach: false, onAttempt }))
      : answerItems(run, config, { countsEach: true }).then((batch) => ({ batch }));
  return await answering.finally(() => {
    progress.end();
  });
}

async function answerItems(
  run: BatchRun,
  config: CascadeBatchConfig,
  options: { readonly countsEach: boolean; readonly onAttempt?: RunOptions['onAttempt'] },
): Promise<CascadeBatchResult> {
  const runs = run.context.getInputData().map((_item, itemIndex) => queryRun(run, itemIndex, options));
  return await runCascadeBatch(runs, config);
}
