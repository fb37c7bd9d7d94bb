import type { INodeExecutionData } from 'n8n-workflow';
import { withAdmission } from '../../core';
import { admissionOf } from '../shared/queries/admissionOf';
import { readCounting } from '../shared/queries/queryParameters';
import { readUser } from '../shared/queries/user';
import type { BatchRun } from './batchRun';

/**
 * Gives back what a Rate Limit Check before has reserved for queries that came to no model: those that were not run, that
 * share an answer, whose answer is known from an earlier run, or with which something is wrong.
 */
export async function giveBackUnused(run: BatchRun): Promise<void> {
  for (const [itemIndex, item] of run.context.getInputData().entries()) {
    if (run.isAdmitted(itemIndex)) continue;
    // What is wrong with an item was told when it was run.
    await giveBack(run, itemIndex, item).catch(() => undefined);
  }
}

async function giveBack(run: BatchRun, itemIndex: number, item: INodeExecutionData): Promise<void> {
  const { context, store } = run;
  const user = await readUser(context, itemIndex, () => store.profiles());
  const parameters = readCounting(context, itemIndex);
  const admission = await admissionOf(store, { item, user, parameters });
  if (admission?.reservationId === undefined) return;
  await withAdmission(admission, () => Promise.reject(new Error('Nothing was asked')));
}
