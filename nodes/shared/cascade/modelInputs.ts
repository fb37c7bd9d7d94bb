import { NodeConnectionTypes, type INodeInputConfiguration } from 'n8n-workflow';
import { FEWEST_MODELS, MOST_MODELS } from '../../../core';

const modelCounts = Array.from(
  { length: MOST_MODELS - FEWEST_MODELS + 1 },
  (_, index) => FEWEST_MODELS + index,
);

/** What the inputs of a cascade of `count` models are called, cheapest first. The canvas has room for few letters. */
export function modelInputNames(count: number): string[] {
  const drafters = Array.from({ length: count - 1 }, (_, index) =>
    count === FEWEST_MODELS ? 'Drafter' : `Draft ${String(index + 1)}`,
  );
  return [...drafters, 'Verifier'];
}

function modelInputs(count: number): INodeInputConfiguration[] {
  return modelInputNames(count).map((displayName) => ({
    displayName,
    type: NodeConnectionTypes.AiLanguageModel,
    required: true,
    maxConnections: 1,
  }));
}

/**
 * The inputs of a node: `main` when it is given items, one for each model, and `further`, the text of an expression that
 * gives a list. Models that are asked by name have no inputs.
 */
export function inputsExpressionOf(main: readonly 'main'[], further = '[]'): `={{${string}}}` {
  // A table of all numbers of models: the editor evaluates this on every change.
  const byCount = JSON.stringify(Object.fromEntries(modelCounts.map((count) => [count, modelInputs(count)])));
  const connected = `((byCount) => byCount[$parameter.numberOfModels] ?? byCount[${String(FEWEST_MODELS)}])(${byCount})`;
  const models = `$parameter.modelSource === "api" ? [] : ${connected}`;
  return `={{ [...${JSON.stringify(main)}, ...(${models}), ...${further}] }}`;
}

/** The inputs of a sub-node, which is given no items. */
export const subNodeInputsExpression = inputsExpressionOf([]);
