import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { InvalidParameterError } from '../../core';
import { forEachItem } from '../shared/forEachItem';
import { nodeErrorFor } from '../shared/nodeError';
import { asRecord } from '../shared/shape';
import { AgentRun } from './agentRun';
import { answerItem } from './answerItem';
import { labels } from './parameters';

const DEFAULT_AT_ONCE = 5;
const MOST_AT_ONCE = 100;
const allowed = `a whole number from 1 to ${String(MOST_AT_ONCE)}`;

/**
 * Answers the query of each incoming item.
 *
 * @throws {NodeOperationError} for the first failed item, unless the node is to go on
 */
export async function answerItems(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const run = new AgentRun(context);
  const answered = await forEachItem(
    context,
    { labels, atOnce: run.hasMemory ? 1 : readItemsAtOnce(context) },
    (item, itemIndex, signal) => answerItem({ run, item, itemIndex, signal }),
  );
  context.addExecutionHints(...(await run.hints()));
  return answered;
}

/** How many items are answered at once cannot differ from item to item: the first one says it. */
function readItemsAtOnce(context: IExecuteFunctions): number {
  const given = asRecord(context.getNodeParameter('options', 0, {}))['itemsAtOnce'] ?? DEFAULT_AT_ONCE;
  if (typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= MOST_AT_ONCE)
    return given;
  const error = new InvalidParameterError('Items at Once', given, allowed);
  throw nodeErrorFor(context.getNode(), error, { itemIndex: 0, labels });
}
