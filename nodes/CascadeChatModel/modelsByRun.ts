import type { ISupplyDataFunctions } from 'n8n-workflow';
import type { CascadeModel, ModelPrice } from '../../core';
import { cascadeModels } from '../shared/cascade/cascadeModels';
import { readModelSource } from '../shared/cascade/modelSource';

interface Wanted {
  readonly itemIndex: number;
  /** The user's own, by model name. */
  readonly prices: ReadonlyMap<string, ModelPrice>;
}

export interface ModelsByRun {
  /** Cheapest first. */
  readonly names: readonly string[];
  /** Whether the models write what they do, and the tokens of it, into runs of their own. */
  readonly tracesItself: boolean;
  /** The models that answer in a run of the node, by its index. */
  readonly modelsOf: (run: number) => Promise<CascadeModel[]>;
}

/**
 * The models of the node. n8n shows what a connected model does below the run for which it was supplied, so each run is
 * supplied with its own; the next one at once, which is the only one unless the caller asks again.
 *
 * @throws {InvalidParameterError} when the parameters do not say which
 * @throws {NodeOperationError} when an input has no model, or the API no credential
 */
export async function modelsByRun(context: ISupplyDataFunctions, wanted: Wanted): Promise<ModelsByRun> {
  const tracesItself = readModelSource(context, wanted.itemIndex).kind === 'connected';
  const next = context.getNextRunIndex();
  const models = await cascadeModels(atRun(context, next), wanted);
  return {
    names: models.map(({ name }) => name),
    tracesItself,
    modelsOf: async (run) =>
      run === next || !tracesItself ? models : await cascadeModels(atRun(context, run), wanted),
  };
}

/** The node as it is in one of its runs: n8n takes the index from this field (n8n-core 2.40, `SupplyDataContext`). */
function atRun(context: ISupplyDataFunctions, runIndex: number): ISupplyDataFunctions {
  return Object.assign(Object.create(context) as ISupplyDataFunctions, { runIndex });
}
