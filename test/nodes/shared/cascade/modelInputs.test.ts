import { describe, expect, it } from '@jest/globals';
import {
  inputsExpressionOf,
  modelInputNames,
  subNodeInputsExpression,
} from '../../../../nodes/shared/cascade/modelInputs';
import { evaluate } from '../../../support/evaluate';

const named: [number, string[]][] = [
  [2, ['Drafter', 'Verifier']],
  [3, ['Draft 1', 'Draft 2', 'Verifier']],
  [4, ['Draft 1', 'Draft 2', 'Draft 3', 'Verifier']],
  [5, ['Draft 1', 'Draft 2', 'Draft 3', 'Draft 4', 'Verifier']],
];

const inputsExpression = inputsExpressionOf(['main']);

const inputsFor = (numberOfModels: unknown) => evaluate(inputsExpression, { $parameter: { numberOfModels } });

const modelInputs = (names: readonly string[]) => [
  'main',
  ...names.map((displayName) => ({
    displayName,
    type: 'ai_languageModel',
    required: true,
    maxConnections: 1,
  })),
];

describe('the inputs', () => {
  it.each(named)('of %i models, cheapest first, each for one model', (count, names) => {
    expect(modelInputNames(count)).toEqual(names);
    expect(inputsFor(count)).toEqual(modelInputs(names));
    expect(inputsFor(String(count))).toEqual(modelInputs(names));
  });

  it.each([undefined, null, 0, 1, 6, 2.5, '', 'two', '={{ 3 }}'])(
    'are those of two models while the number is %j',
    (numberOfModels) => {
      expect(inputsFor(numberOfModels)).toEqual(modelInputs(['Drafter', 'Verifier']));
    },
  );

  it('are those for items alone when models are asked by name', () => {
    const parameters = { modelSource: 'api', numberOfModels: 3 };
    expect(evaluate(inputsExpression, { $parameter: parameters })).toEqual(['main']);
    expect(evaluate(subNodeInputsExpression, { $parameter: parameters })).toEqual([]);
  });

  it.each(named)('of a sub-node are those of its %i models alone', (numberOfModels, names) => {
    const [, ...models] = modelInputs(names);
    expect(evaluate(subNodeInputsExpression, { $parameter: { numberOfModels } })).toEqual(models);
  });

  it('end with the further ones, which an expression may choose', () => {
    const further = "($parameter.hasMore ? ['ai_tool'] : [])";
    const inputs = inputsExpressionOf(['main'], further);
    const parameters = { modelSource: 'api', hasMore: true };
    expect(evaluate(inputs, { $parameter: parameters })).toEqual(['main', 'ai_tool']);
    expect(evaluate(inputs, { $parameter: { ...parameters, hasMore: false } })).toEqual(['main']);
  });
});
