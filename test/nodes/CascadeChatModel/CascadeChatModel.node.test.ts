import { describe, expect, it } from '@jest/globals';
import type { ISupplyDataFunctions } from 'n8n-workflow';
import { presetNames } from '../../../core';
import { CascadeChatModel } from '../../../nodes/CascadeChatModel/CascadeChatModel.node';
import { subNodeInputsExpression } from '../../../nodes/shared/cascade/modelInputs';
import { evaluate } from '../../support/evaluate';
import { nodeContext } from '../../support/nodeContext';

const node = new CascadeChatModel();
const { description } = node;

describe('the node', () => {
  it('is a chat model, and takes chat models or none', () => {
    expect(description.outputs).toEqual(['ai_languageModel']);
    expect(description.inputs).toBe(subNodeInputsExpression);
  });

  it('asks for a credential only when models are asked by name', () => {
    expect(description.credentials).toEqual([
      { name: 'cascadeLlmApi', required: true, displayOptions: { show: { modelSource: ['api'] } } },
    ]);
    expect(description.properties.find(({ name }) => name === 'modelSource')?.default).toBe('connected');
  });

  it.each(presetNames)('has the preset %s in its subtitle', (preset) => {
    const offered = description.properties.find(({ name }) => name === 'preset')?.options ?? [];
    const chosen = offered.find((option) => 'value' in option && option.value === preset);
    expect(evaluate(description.subtitle ?? '', { $parameter: { preset } })).toBe(chosen?.name);
  });

  it('offers what the preset sets as options, none of which is set', () => {
    const options = description.properties.find(({ name }) => name === 'options');
    expect(options?.default).toEqual({});
    const offered = (options?.options ?? []).map(({ name }) => name);
    expect(offered).toEqual(expect.arrayContaining(['qualityThreshold', 'timeoutSeconds', 'modelPrices']));
  });

  it('has light and dark icons', () => {
    expect(description.icon).toEqual({
      light: 'file:cascadeChatModel.svg',
      dark: 'file:cascadeChatModel.dark.svg',
    });
  });
});

it('says what to do when n8n lacks the SDK, as it does here', async () => {
  const context = nodeContext({ parameters: { preset: 'balanced', numberOfModels: 2 } });
  await expect(node.supplyData.call(context as unknown as ISupplyDataFunctions, 0)).rejects.toMatchObject({
    message: 'This version of n8n is too old for the Cascade Chat Model',
    description: expect.stringContaining('Update n8n'),
  });
});
