import { expect, it } from '@jest/globals';
import type { ISupplyDataFunctions } from 'n8n-workflow';
import { modelsByRun } from '../../../nodes/CascadeChatModel/modelsByRun';
import { nodeContext } from '../../support/nodeContext';

const wanted = { itemIndex: 0, prices: new Map() };

/** A sub-node whose next run has an index, and the runs for which it has its models supplied. */
function contextAt(next: number, parameters: object) {
  const models = ['small', 'large'].map((name, input) => ({
    input,
    name,
    model: { model: name, invoke: () => Promise.resolve({}) },
  }));
  const plain = nodeContext({ parameters: { ...parameters }, models });
  const supplied: unknown[] = [];
  const context = Object.assign(Object.create(plain) as ISupplyDataFunctions, {
    getNextRunIndex: () => next,
    getInputConnectionData(this: { runIndex?: unknown }) {
      supplied.push(this.runIndex);
      return plain.getInputConnectionData('ai_languageModel', 0);
    },
  });
  return { context, supplied };
}

it('has the models supplied for the run that they answer in', async () => {
  const { context, supplied } = contextAt(2, { numberOfModels: 2 });
  const { names, modelsOf, tracesItself } = await modelsByRun(context, wanted);
  expect({ names, tracesItself }).toEqual({ names: ['small', 'large'], tracesItself: true });
  expect((await modelsOf(2)).map(({ name }) => name)).toEqual(['small', 'large']);
  expect(supplied).toEqual([2]);
  expect((await modelsOf(3)).map(({ name }) => name)).toEqual(['small', 'large']);
  expect(supplied).toEqual([2, 3]);
});

it('says at once which model is missing', async () => {
  const { context } = contextAt(0, { numberOfModels: 3 });
  await expect(modelsByRun(context, wanted)).rejects.toThrow('No chat model is connected to "Verifier"');
});
