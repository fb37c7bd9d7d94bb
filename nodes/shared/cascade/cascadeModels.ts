import { NodeOperationError } from 'n8n-workflow';
import type { CascadeModel, ModelPrice } from '../../../core';
import { apiModels } from '../apiModels/apiModels';
import { ConnectedModel } from '../connectedModels/connectedModel';
import { suppliedModels, wiredInputs, type SuppliedModel } from '../connectedModels/subNodes';
import type { ModelContext } from '../modelContext';
import { modelInputNames } from './modelInputs';
import { readModelSource } from './modelSource';

interface Wanted {
  readonly itemIndex: number;
  /** The user's own, by model name. */
  readonly prices: ReadonlyMap<string, ModelPrice>;
}

/**
 * The models of one item's cascade, cheapest first.
 *
 * @throws {InvalidParameterError} when the parameters do not say which
 * @throws {NodeOperationError} when an input has no model, or the API no credential
 */
export async function cascadeModels(context: ModelContext, wanted: Wanted): Promise<CascadeModel[]> {
  const source = readModelSource(context, wanted.itemIndex);
  const models =
    source.kind === 'api'
      ? await apiModels(context, { ...wanted, names: source.names })
      : await connectedModels(context, source.count, wanted);
  return models.map((model) => ({ ...model, circuit: circuitOf(context, model) }));
}

/** Another node may ask the same model with another key: what fails there may work here. */
function circuitOf(context: ModelContext, { name }: CascadeModel): string {
  return JSON.stringify([context.getWorkflow().id, context.getNode().name, name]);
}

async function connectedModels(
  context: ModelContext,
  count: number,
  { itemIndex, prices }: Wanted,
): Promise<CascadeModel[]> {
  const inputs = modelInputNames(count);
  requireModelAtEach(context, inputs, itemIndex);
  const supplied = await suppliedModels(context, itemIndex);
  return supplied.filter(({ input }) => input < inputs.length).map((supply) => cascadeModel(supply, prices));
}

function cascadeModel({ node, model }: SuppliedModel, prices: ReadonlyMap<string, ModelPrice>): CascadeModel {
  const chat = new ConnectedModel(model, node.type);
  const name = chat.modelName ?? node.name;
  return { name, chat, price: prices.get(name) };
}

function requireModelAtEach(context: ModelContext, inputs: readonly string[], itemIndex: number): void {
  const wired = wiredInputs(context);
  const empty = inputs.filter((_, index) => !wired.has(index));
  if (empty.length === 0) return;
  const names = empty.map((name) => `"${name}"`).join(' and ');
  throw new NodeOperationError(context.getNode(), `No chat model is connected to ${names}`, {
    itemIndex,
    description: `A cascade of ${String(inputs.length)} models needs an enabled chat model at each of its inputs. Connect one, or lower Number of Models.`,
  });
}
