import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { BatchItem, FailedItem, NotRunItem, StopReason, TenantResult } from '../../core';
import { itemJson } from '../shared/itemJson';
import { failedItem, nodeErrorFor } from '../shared/nodeError';
import { answerFields } from '../shared/queries/answerFields';
import { labels, type Returns } from './settings';

/** What leaves by Results and by Failed. */
export interface Leaving {
  readonly results: INodeExecutionData[];
  readonly failed: INodeExecutionData[];
}

/** An item of a batch, and what it came from. */
export interface Outcome {
  readonly item: BatchItem<TenantResult>;
  readonly incoming: INodeExecutionData;
  /** The place of the item that it is linked to. */
  readonly pairedWith: number;
}

/** The outcomes in their order, each linked to its item. */
export function leavingOf(
  context: IExecuteFunctions,
  outcomes: readonly Outcome[],
  returns: Returns,
): Leaving {
  const results: INodeExecutionData[] = [];
  const failed: INodeExecutionData[] = [];
  for (const { item, incoming, pairedWith } of outcomes) {
    const binary = returns.includesInputFields && incoming.binary ? { binary: incoming.binary } : {};
    const own =
      item.status === 'done' ? answerFields(item.value, incoming.json, returns) : faultOf(context, item);
    const json = itemJson({ ...own, batch: placeOf(item) }, incoming.json, returns.includesInputFields);
    (item.status === 'done' ? results : failed).push({ json, pairedItem: { item: pairedWith }, ...binary });
  }
  return { results, failed };
}

function faultOf(context: IExecuteFunctions, item: FailedItem | NotRunItem): IDataObject {
  if (item.status === 'not_run') return { error: `Not run: ${reasons[item.reason]}` };
  const error = nodeErrorFor(context.getNode(), item.error, { itemIndex: item.index, labels });
  return { ...failedItem(error, item.error) };
}

/** Why a query was never asked. */
const reasons: Readonly<Record<StopReason, string>> = {
  aborted: 'the batch was cancelled',
  cost: 'the batch has cost what it may',
  error: 'another query had failed, and the batch stops on the first error',
  provider: 'the provider had refused every call for longer than the batch waits',
  time: 'the time limit of the batch was over',
};

function placeOf(item: BatchItem<TenantResult>): IDataObject {
  const { index, status, attempts, latencyMs, costUsd } = item;
  return {
    index,
    status,
    ...(item.status === 'done' ? { source: item.source } : {}),
    ...(item.status === 'not_run' ? { reason: item.reason } : {}),
    attempts,
    latencyMs,
    costUsd,
  };
}
