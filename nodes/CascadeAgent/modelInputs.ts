import { NodeConnectionTypes, type INodeInputConfiguration } from 'n8n-workflow';
import { FEWEST_MODELS, MOST_MODELS } from '../../core';

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

function inputsFor(count: number): ('main' | INodeInputConfiguration)[] {
  const models = modelInputNames(count).map((displayName) => ({
    displayName,
    type: NodeConnectionTypes.AiLanguageModel,
    required: true,
    maxConnections: 1,
  }));
  return [NodeConnectionTypes.Main, ...models];
}

/** The inputs for each possible number of models, as a table: the editor evaluates this on every change. */
const inputsByCount = JSON.stringify(
  Object.fromEntries(modelCounts.map((count) => [count, inputsFor(count)])),
);

const connectedInputs = `(${inputsByCount})[$parameter.numberOfModels] ?? (${inputsByCount})[${String(FEWEST_MODELS)}]`;

/** Models that are asked by name have no inputs. */
export const inputsExpression =
  `={{ $parameter.modelSource === "api" ? ["main"] : ${connectedInputs} }}` as const;
