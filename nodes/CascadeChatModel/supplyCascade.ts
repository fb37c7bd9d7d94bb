import type * as AiNodeSdk from '@n8n/ai-node-sdk';
import type { ISupplyDataFunctions, SupplyData } from 'n8n-workflow';
import { Cascade } from '../../core';
import { breakers } from '../shared/cascade/breakers';
import { readModelPrices } from '../shared/cascade/modelPrices';
import { readCustomDomains, readSettingsFields, settingLabels } from '../shared/cascade/readSettingsFields';
import { nodeErrorFor } from '../shared/nodeError';
import { asRecord } from '../shared/shape';
import { CascadeChat } from './cascadeChat';
import { withImages } from './images';
import { modelsByRun } from './modelsByRun';
import { RunLog, withoutLog } from './runLog';
import { loadSdk } from './sdk';

/** What the panel calls the parameters that core checks. */
const labels = new Map(settingLabels);

/**
 * The chat model that the node is for whatever it is connected to.
 *
 * @throws {NodeOperationError} when a parameter is wrong, a model is missing, or this n8n is too old
 */
export async function supplyCascade(context: ISupplyDataFunctions, itemIndex: number): Promise<SupplyData> {
  const sdk = await loadSdk(context.getNode());
  const chat = await cascadeChat(context, itemIndex, sdk).catch((thrown: unknown) => {
    throw nodeErrorFor(context.getNode(), thrown, { itemIndex, labels });
  });
  const supplied = sdk.supplyModel(withoutLog(context), chat);
  return { ...supplied, response: withImages(supplied.response) };
}

async function cascadeChat(
  context: ISupplyDataFunctions,
  itemIndex: number,
  { getParametersJsonSchema: schemaOf }: typeof AiNodeSdk,
): Promise<CascadeChat> {
  const options = asRecord(context.getNodeParameter('options', itemIndex, {}));
  const settings = readSettingsFields(context.getNodeParameter('preset', itemIndex), options);
  const domains = readCustomDomains(options['customDomains']);
  const prices = readModelPrices(options['modelPrices']);
  const { names, tracesItself, modelsOf } = await modelsByRun(context, { itemIndex, prices });
  return new CascadeChat({
    models: names,
    complete: async (request, run) =>
      await new Cascade({ models: await modelsOf(run), settings, domains, breakers }).complete(request),
    log: new RunLog(context, { itemIndex, labels, countsTokens: !tracesItself }),
    schemaOf,
    signal: context.getExecutionCancelSignal(),
  });
}
