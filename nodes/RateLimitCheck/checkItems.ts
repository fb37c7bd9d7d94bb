import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { forEachItemInOrder, type Step } from '../shared/inOrder';
import { itemJson, objectIn } from '../shared/itemJson';
import { RunStore } from '../shared/tenants/runStore';
import { prepareCost, prepareRelease, prepareReset, prepareUsage, type Bookkeeping } from './bookkeeping';
import { prepareCheck } from './check';
import { RunNotes } from './notes';
import { readOperation } from './operations';
import { readOptions } from './options';
import { ALLOWED, waysOut, type Ways } from './outputs';
import type { ItemTask } from './task';

/** What the panel calls the parameters that core checks. */
const labels = new Map([
  ['userId', 'User ID'],
  ['tier', 'Tier'],
  ['reservationId', 'Reservation ID'],
]);

const BY_HAND =
  'This is a run by hand: what it counts is kept apart from production, and is not saved by n8n.';

/** Does the chosen operation for each incoming item. */
export async function checkItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const ways = waysOut(context.getNodeParameter('operation', 0, undefined), context.getNode());
  const store = new RunStore(context);
  const notes = new RunNotes();
  const outputs = await forEachItemInOrder(context, {
    labels,
    outputs: ways.count,
    failedOutput: ways.limited,
    prepare: async (item, itemIndex) => {
      const options = readOptions(context, itemIndex);
      return stepFor({ context, item, itemIndex, options, store, notes }, ways);
    },
  });
  context.addExecutionHints(...(await store.hints(BY_HAND)), ...notes.hints);
  return outputs;
}

async function stepFor(task: ItemTask, ways: Ways): Promise<Step> {
  const operation = readOperation(task.context, task.itemIndex);
  switch (operation) {
    case 'checkAndCount':
    case 'checkOnly':
      return checked(task, ways, await prepareCheck(task, operation));
    case 'getUsage':
      return added(task, await prepareUsage(task));
    case 'recordCost':
      return added(task, await prepareCost(task));
    case 'release':
      return added(task, await prepareRelease(task));
    case 'resetUser':
      return added(task, await prepareReset(task));
  }
}

function checked(task: ItemTask, ways: Ways, check: Awaited<ReturnType<typeof prepareCheck>>): Step {
  return async () => {
    const { report, allowed } = await check();
    return [{ json: jsonWith(task, report), output: allowed ? ALLOWED : ways.limited }];
  };
}

/** What a check said before stays: the answer of a webhook needs its headers. */
function added(task: ItemTask, work: Bookkeeping): Step {
  const before = task.options.includeInputFields ? objectIn(task.item.json, 'rateLimit') : {};
  return async () => [{ json: jsonWith(task, { ...before, ...(await work()) }), output: ALLOWED }];
}

function jsonWith({ item, options }: ItemTask, rateLimit: IDataObject): IDataObject {
  return itemJson({ rateLimit }, item.json, options.includeInputFields);
}
