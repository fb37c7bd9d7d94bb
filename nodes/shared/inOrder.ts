import type { IDataObject, IExecuteFunctions, INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { asError, type Awaitable } from '../../core';
import { failedItem, nodeErrorFor, type ParameterLabels } from './nodeError';

/** What an item gives. */
interface ItemResult {
  readonly json: IDataObject;
  /** The output that it leaves by. */
  readonly output: number;
}

/** What is left to do for an item once everything about it is known. */
export type Step = () => Awaitable<readonly ItemResult[]>;

export interface ItemWork {
  readonly labels: ParameterLabels;
  /** How many outputs the node has. */
  readonly outputs: number;
  /** Where an item goes that fails while the workflow goes on. */
  readonly failedOutput: number;
  /** Whether the items after a failed one are still worked on before its error ends the workflow. */
  readonly finishFirst?: boolean;
  readonly prepare: (item: INodeExecutionData, itemIndex: number) => Promise<Step>;
}

type Outcome = PromiseSettledResult<readonly ItemResult[]>;

/** As much as is under way at once: a store behind a network is asked for all of them in one go. */
const AT_ONCE = 100;

/**
 * Works on many items at once and yet in their order: all of a batch are prepared, then their steps begin one after
 * the other, without waiting for the ones ahead. Every result stays linked to its item. A failed item fails alone when
 * the node's On Error setting lets the workflow go on.
 *
 * @throws {NodeOperationError} for the first failed item when the setting is to stop; no step after it was begun if it
 *   failed while it was prepared
 */
export async function forEachItemInOrder(
  context: IExecuteFunctions,
  work: ItemWork,
): Promise<INodeExecutionData[][]> {
  const goesOn = context.continueOnFail() || work.finishFirst === true;
  const items = context.getInputData();
  const outcomes: Outcome[] = [];
  for (let first = 0; first < items.length; first += AT_ONCE) {
    const batch = items.slice(first, first + AT_ONCE);
    const steps = await Promise.allSettled(
      // Async, so that an item that fails at once fails alone too: n8n would let all of them pass as they came.
      batch.map(async (item, offset) => await work.prepare(item, first + offset)),
    );
    outcomes.push(...(await Promise.allSettled((goesOn ? steps : untilFailure(steps)).map(begin))));
    if (!goesOn && outcomes.some(isFailure)) break;
  }
  return outputsOf(context, work, outcomes);
}

function untilFailure(steps: readonly PromiseSettledResult<Step>[]): readonly PromiseSettledResult<Step>[] {
  const failure = steps.findIndex(isFailure);
  return failure < 0 ? steps : steps.slice(0, failure + 1);
}

/** Async, so that a step that throws at once fails like one that throws later. */
async function begin(step: PromiseSettledResult<Step>): Promise<readonly ItemResult[]> {
  return step.status === 'fulfilled' ? step.value() : Promise.reject(asError(step.reason));
}

function isFailure(result: PromiseSettledResult<unknown>): result is PromiseRejectedResult {
  return result.status === 'rejected';
}

/** @throws {NodeOperationError} unless a failed item is to fail alone */
function outputsOf(
  context: IExecuteFunctions,
  work: ItemWork,
  outcomes: readonly Outcome[],
): INodeExecutionData[][] {
  const stops = !context.continueOnFail() || context.getExecutionCancelSignal()?.aborted === true;
  const failures = outcomes.filter(isFailure).length;
  const items = context.getInputData();
  const outputs = Array.from({ length: work.outputs }, (): INodeExecutionData[] => []);
  for (const [itemIndex, outcome] of outcomes.entries()) {
    const pairedItem = { item: itemIndex };
    if (outcome.status === 'fulfilled') {
      const binary = items[itemIndex]?.binary;
      for (const { json, output } of outcome.value) {
        outputs[output]?.push({ json, pairedItem, ...(binary ? { binary } : {}) });
      }
    } else {
      const error = nodeErrorFor(context.getNode(), outcome.reason, { itemIndex, labels: work.labels });
      if (stops) throw work.finishFirst ? amongOthers(error, failures, items.length) : error;
      outputs[work.failedOutput]?.push({ json: { ...failedItem(error, outcome.reason) }, pairedItem });
    }
  }
  return outputs;
}

/** Whoever reads the error of one item must know what became of the others. */
function amongOthers(error: NodeOperationError, failures: number, items: number): NodeOperationError {
  const others = `${String(items - failures)} of ${String(items)} items were done, ${String(failures)} failed.`;
  error.description = [others, error.description].filter(Boolean).join(' ');
  return error;
}
