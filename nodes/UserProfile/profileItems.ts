import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { forEachItemInOrder, type Step } from '../shared/inOrder';
import { itemJson } from '../shared/itemJson';
import { asRecord } from '../shared/shape';
import { RunStore } from '../shared/tenants/runStore';
import { readOperation, type Operation } from './operations';
import { prepareExport, prepareGet, prepareList } from './readOperations';
import type { ItemTask, Work } from './task';
import { prepareChangeTier, prepareDelete, prepareImport, prepareUpsert } from './writeOperations';

/** What the panel calls the parameters that core checks. */
const labels = new Map([
  ['userId', 'User ID'],
  ['tier', 'Tier'],
]);

const BY_HAND =
  'This is a run by hand: profiles are those of production, and changes are saved with its next run. Usage is kept apart: that of production is neither read nor erased.';

const operations: Readonly<Record<Operation, (task: ItemTask) => Promise<Work>>> = {
  changeTier: prepareChangeTier,
  upsert: prepareUpsert,
  delete: prepareDelete,
  export: prepareExport,
  get: prepareGet,
  getAll: prepareList,
  import: prepareImport,
};

/** Does the chosen operation for each incoming item. */
export async function profileItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const store = new RunStore(context);
  const outputs = await forEachItemInOrder(context, {
    labels,
    outputs: 1,
    failedOutput: 0,
    // One bad row must not keep the others out.
    finishFirst: context.getNodeParameter('operation', 0, undefined) === 'import',
    prepare: (item, itemIndex) => stepFor({ context, itemIndex, store }, item),
  });
  context.addExecutionHints(...(await store.hints(BY_HAND)));
  return outputs;
}

async function stepFor(task: ItemTask, item: INodeExecutionData): Promise<Step> {
  const { context, itemIndex } = task;
  const options = asRecord(context.getNodeParameter('options', itemIndex, {}));
  const includeInputFields = options['includeInputFields'] !== false;
  const work = await operations[readOperation(context, itemIndex)](task);
  return async () =>
    (await work()).map((profile) => ({
      json: itemJson({ profile }, item.json, includeInputFields),
      output: 0,
    }));
}
