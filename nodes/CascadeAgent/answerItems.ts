import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { CascadeAgent } from '../../core';
import { forEachItem } from '../shared/forEachItem';
import { itemJson } from '../shared/itemJson';
import { cascadeModels } from './cascadeModels';
import { labels, readParameters } from './parameters';

/** Answers the query of each incoming item. */
export function answerItems(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const signal = context.getExecutionCancelSignal();
  return forEachItem(context, labels, async (item, itemIndex) => {
    const { query, settings, prices, includeInputFields } = readParameters(context, itemIndex);
    const models = await cascadeModels(context, { itemIndex, prices });
    const { output, cascade } = await new CascadeAgent({ ...settings, models }).run(query, { signal });
    return itemJson({ output, cascade: { ...cascade } }, item.json, includeInputFields);
  });
}
