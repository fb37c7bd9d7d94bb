import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { forEachItemInOrder, type Step } from '../shared/inOrder';
import { itemJson, objectIn } from '../shared/itemJson';
import { outcomeOf } from '../shared/outcome';
import { RunStore } from '../shared/tenants/runStore';
import { checkTexts } from './check';
import { labels } from './labels';
import { RunNotes } from './notes';
import { readOperation } from './operations';
import { readOptions } from './options';
import { FAIL, numberOfOutputs, PASS } from './outputs';
import { redactTexts } from './redact';
import { restoreTexts } from './restore';
import type { ItemTask } from './task';
import { readTexts } from './texts';
import { Turns } from './turns';

const BY_HAND =
  'This is a run by hand: it reads the same profiles as production, but values to restore are kept apart and not saved by n8n.';

/** Does the chosen operation for each incoming item. */
export async function guardItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  // An operation that cannot be read fails item by item: n8n lets all items pass when the node itself fails.
  const operation = outcomeOf(() => context.getNodeParameter('operation', 0, undefined));
  const outputs = numberOfOutputs(operation.done ? operation.result : undefined);
  const store = new RunStore(context);
  const notes = new RunNotes();
  const turns = new Turns({ endAtFailure: !context.continueOnFail() });
  const results = await forEachItemInOrder(context, {
    labels,
    outputs,
    // What could not be checked has not passed.
    failedOutput: outputs - 1,
    prepare: (item, itemIndex) => {
      const options = readOptions(context, itemIndex);
      const texts = readTexts(context, itemIndex, item.json);
      return Promise.resolve(stepFor({ context, itemIndex, item, texts, options, store, notes, turns }));
    },
  });
  context.addExecutionHints(...(await store.hints(BY_HAND)), ...notes.hints);
  return results;
}

function stepFor(task: ItemTask): Step {
  const operation = readOperation(task.context, task.itemIndex);
  switch (operation) {
    case 'check':
      return async () => {
        const { report, isSafe } = await task.turns.take(() => checkTexts(task));
        const json = withReport(task, { ...valuesOf(task), ...report }, task.item.json);
        return [{ json, output: isSafe ? PASS : FAIL }];
      };
    case 'redact':
      return async () => {
        const { json, report } = await redactTexts(task);
        return [{ json: withReport(task, { ...valuesOf(task), ...report }, json), output: PASS }];
      };
    case 'restore':
      return async () => {
        const { json, report } = await restoreTexts(task);
        return [{ json: withReport(task, report, json), output: PASS }];
      };
  }
}

/** What comes between Redact and Restore, be it another Redact, must not lose what Restore needs. */
function valuesOf({ item, options }: ItemTask): IDataObject {
  if (!options.includeInputFields) return {};
  const { map, conversationId } = objectIn(item.json, 'guardrails');
  return {
    ...(map === undefined ? {} : { map }),
    ...(conversationId === undefined ? {} : { conversationId }),
  };
}

function withReport({ options }: ItemTask, guardrails: IDataObject, json: IDataObject): IDataObject {
  return itemJson({ guardrails }, json, options.includeInputFields);
}
