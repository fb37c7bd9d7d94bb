import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { asError } from '../../core';
import { failedItem, nodeErrorFor, type ParameterLabels } from './nodeError';

type ItemJson = INodeExecutionData['json'];

/** @param signal says that nobody waits for the item any more */
export type ItemWork = (
  item: INodeExecutionData,
  itemIndex: number,
  signal: AbortSignal,
) => Promise<ItemJson>;

export interface EachItem {
  readonly labels: ParameterLabels;
  /** How many items are under way at the same time. */
  readonly atOnce: number;
}

/**
 * Runs `work` for each incoming item, several at once, and keeps every result linked to its item and in its order. A
 * failed item fails alone when the node's On Error setting lets the workflow go on, and n8n then sends it to the output
 * that the setting names. In an execution that is cancelled the items under way are ended and left out: were they an
 * error, n8n would take the execution for a failed one.
 *
 * @throws {NodeOperationError} for the first failed item when the setting is to stop; those under way are ended before
 */
export async function forEachItem(
  context: IExecuteFunctions,
  { labels, atOnce }: EachItem,
  work: ItemWork,
): Promise<INodeExecutionData[]> {
  const items = context.getInputData();
  const outcomes = new Map<number, PromiseSettledResult<ItemJson>>();
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...cancelSignals(context)]);
  const isOver = () => signal.aborted;
  const queue = items.entries();
  const workThrough = async () => {
    for (const [itemIndex, item] of queue) {
      if (isOver()) return;
      const outcome = await settled(() => work(item, itemIndex, signal));
      // What is left fails only because it was stopped.
      if (!isOver()) outcomes.set(itemIndex, outcome);
      if (outcome.status === 'rejected' && !context.continueOnFail()) stop.abort(asError(outcome.reason));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, workThrough));
  return resultsOf(context, labels, outcomes);
}

function cancelSignals(context: IExecuteFunctions): AbortSignal[] {
  const signal = context.getExecutionCancelSignal();
  return signal ? [signal] : [];
}

/** Async, so that work that throws at once fails like work that throws later. */
async function settled(work: () => Promise<ItemJson>): Promise<PromiseSettledResult<ItemJson>> {
  const [outcome] = await Promise.allSettled([(async () => await work())()]);
  return outcome;
}

function resultsOf(
  context: IExecuteFunctions,
  labels: ParameterLabels,
  outcomes: ReadonlyMap<number, PromiseSettledResult<ItemJson>>,
): INodeExecutionData[] {
  return context.getInputData().flatMap((item, itemIndex) => {
    const pairedItem = { item: itemIndex };
    const outcome = outcomes.get(itemIndex);
    if (outcome === undefined) return [];
    if (outcome.status === 'fulfilled') {
      return [{ json: outcome.value, pairedItem, ...(item.binary ? { binary: item.binary } : {}) }];
    }
    const error = nodeErrorFor(context.getNode(), outcome.reason, { itemIndex, labels });
    if (!context.continueOnFail()) throw error;
    return [{ json: { ...failedItem(error, outcome.reason) }, pairedItem }];
  });
}
