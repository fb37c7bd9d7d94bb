import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import {
  FEWEST_MODELS,
  InvalidParameterError,
  MOST_MODELS,
  type CascadeModel,
  type ModelPrice,
} from '../../core';
import { ConnectedModel } from '../shared/connectedModels/connectedModel';
import { suppliedModels, wiredInputs, type SuppliedModel } from '../shared/connectedModels/subNodes';
import { modelInputNames } from './modelInputs';

/**
 * The connected chat models, cheapest first.
 *
 * @param prices the user's own, by model name
 * @throws {NodeOperationError} when an input has no model
 */
export async function cascadeModels(
  context: IExecuteFunctions,
  { itemIndex, prices }: { itemIndex: number; prices: ReadonlyMap<string, ModelPrice> },
): Promise<CascadeModel[]> {
  const inputs = modelInputNames(readNumberOfModels(context, itemIndex));
  requireModelAtEach(context, inputs, itemIndex);
  const supplied = await suppliedModels(context, itemIndex);
  return supplied.filter(({ input }) => input < inputs.length).map((supply) => cascadeModel(supply, prices));
}

function cascadeModel({ node, model }: SuppliedModel, prices: ReadonlyMap<string, ModelPrice>): CascadeModel {
  const chat = new ConnectedModel(model, node.type);
  const name = chat.modelName ?? node.name;
  const price = prices.get(name);
  return { name, chat, ...(price ? { price } : {}) };
}

function readNumberOfModels(context: IExecuteFunctions, itemIndex: number): number {
  const count: unknown = context.getNodeParameter('numberOfModels', itemIndex);
  if (typeof count === 'number' && Number.isInteger(count) && count >= FEWEST_MODELS && count <= MOST_MODELS)
    return count;
  const allowed = `a whole number from ${String(FEWEST_MODELS)} to ${String(MOST_MODELS)}`;
  throw new InvalidParameterError('Number of Models', count, allowed);
}

function requireModelAtEach(context: IExecuteFunctions, inputs: readonly string[], itemIndex: number): void {
  const wired = wiredInputs(context);
  const empty = inputs.filter((_, index) => !wired.has(index));
  if (empty.length === 0) return;
  const names = empty.map((name) => `"${name}"`).join(' and ');
  throw new NodeOperationError(context.getNode(), `No chat model is connected to ${names}`, {
    itemIndex,
    description: `A cascade of ${String(inputs.length)} models needs an enabled chat model at each of its inputs. Connect one, or lower Number of Models.`,
  });
}
