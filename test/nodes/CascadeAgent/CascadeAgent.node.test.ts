import { describe, expect, it } from '@jest/globals';
import { NodeOperationError } from 'n8n-workflow';
import { CascadeAgent } from '../../../nodes/CascadeAgent/CascadeAgent.node';
import type { ContextOptions, WiredModel } from '../../support/nodeContext';
import { tenantContext } from '../../support/tenantContext';

const QUERY = 'What is the capital of Japan?';
const REFUSAL = "I'm sorry, but I can't help with that.";
const OLLAMA = '@n8n/n8n-nodes-langchain.lmChatOllama';
const balanced = { text: QUERY, preset: 'balanced', numberOfModels: 2 };

/** A user whose profile comes with the item. */
const forAnn = { profileFrom: 'item', userId: 'ann', profile: { user_id: 'ann', tier: 'PRO' } };

const usage_metadata = { input_tokens: 1000, output_tokens: 100 };

/** A chat model that answers every query with the same text. */
function saying(input: number, content: string, model = 'gpt-4o-mini', type?: string): WiredModel {
  const invoke = () => Promise.resolve({ content, usage_metadata });
  return { input, name: `Model ${String(input)}`, model: { model, invoke }, ...(type ? { type } : {}) };
}

async function resultsOf(options: ContextOptions) {
  const context = tenantContext({ type: 'cascadeAgent', parameters: balanced, ...options });
  const [results] = await new CascadeAgent().execute.call(context);
  return results ?? [];
}

describe('the Cascade Agent', () => {
  it('answers with the draft of the first input, whatever the order n8n gives the models in', async () => {
    const models = [saying(0, 'Tokyo.'), saying(1, 'The capital is Tokyo.', 'gpt-4o')];
    const items = [{ json: { id: 7, output: 'old' } }];
    const [result] = await resultsOf({ models, items });
    expect(result?.pairedItem).toEqual({ item: 0 });
    expect(result?.json).toMatchObject({
      id: 7,
      output: 'Tokyo.',
      cascade: { modelUsed: 'gpt-4o-mini', escalated: false, costUsd: 0.00021, baselineCostUsd: 0.0035 },
    });
  });

  it('asks the last input when the draft is bad', async () => {
    const [result] = await resultsOf({ models: [saying(0, REFUSAL), saying(1, 'Tokyo.', 'gpt-4o')] });
    expect(result?.json).toMatchObject({
      output: 'Tokyo.',
      cascade: { modelUsed: 'gpt-4o', escalated: true, reason: 'escalated: the draft refuses to answer' },
    });
  });

  it('leaves the incoming fields out when told to', async () => {
    const parameters = { ...balanced, options: { includeInputFields: false } };
    const models = [saying(0, 'Tokyo.'), saying(1, 'Tokyo.')];
    const [result] = await resultsOf({ models, parameters, items: [{ json: { id: 7 } }] });
    expect(Object.keys(result?.json ?? {}).sort()).toEqual(['cascade', 'output']);
  });

  it('does not take the price of a namesake for a model of one’s own machine', async () => {
    const models = [saying(0, 'Tokyo.', 'gpt-4o-mini', OLLAMA), saying(1, 'Tokyo.', 'gpt-4o')];
    const [result] = await resultsOf({ models });
    expect(result?.json['cascade']).toMatchObject({
      modelUsed: 'gpt-4o-mini',
      costUsd: null,
      savedUsd: null,
    });
  });

  it('prefers the price that the user gives for a model', async () => {
    const prices = [{ model: 'my-llama', inputPerMillion: 1, outputPerMillion: 0 }];
    const parameters = { ...balanced, options: { modelPrices: { prices } } };
    const models = [saying(0, 'Tokyo.', 'my-llama', OLLAMA), saying(1, 'Tokyo.', 'gpt-4o')];
    const [result] = await resultsOf({ models, parameters });
    expect(result?.json['cascade']).toMatchObject({ costUsd: 0.001 });
  });

  it('reads the parameters of each item', async () => {
    const parameters = [
      { ...balanced, options: { qualityThreshold: 0 } },
      { ...balanced, options: { qualityThreshold: 1 } },
    ];
    const items = [{ json: {} }, { json: {} }];
    const results = await resultsOf({
      models: [saying(0, 'Draft.'), saying(1, 'Final.')],
      parameters,
      items,
    });
    expect(results.map(({ json }) => json['output'])).toEqual(['Draft.', 'Final.']);
  });
});

describe('what is wrong', () => {
  const both = [saying(0, 'Tokyo.'), saying(1, 'Tokyo.')];

  it.each<[string, ContextOptions]>([
    ['No chat model is connected to "Drafter" and "Verifier"', { models: [] }],
    ['No chat model is connected to "Verifier"', { models: [saying(0, 'Tokyo.')] }],
    ['No chat model is connected to "Drafter"', { models: [saying(1, 'Tokyo.')] }],
    [
      'No chat model is connected to "Verifier"',
      { models: both, parameters: { ...balanced, numberOfModels: 3 } },
    ],
    ['Parameter "Number of Models" is 6', { models: both, parameters: { ...balanced, numberOfModels: 6 } }],
    [
      'Parameter "Number of Models" is "2"',
      { models: both, parameters: { ...balanced, numberOfModels: '2' } },
    ],
    [
      'Parameter "Number of Models" is NaN',
      { models: both, parameters: { ...balanced, numberOfModels: NaN } },
    ],
    ['Parameter "Prompt (User Message)" is empty', { models: both, parameters: { ...balanced, text: '' } }],
    ['Parameter "Preset" is "cheap"', { models: both, parameters: { ...balanced, preset: 'cheap' } }],
    [
      'Parameter "Items at Once" is 0, but must be a whole number from 1 to 100',
      { models: both, parameters: { ...balanced, options: { itemsAtOnce: 0 } } },
    ],
    [
      'Parameter "Estimated Cost (USD)" is -1',
      {
        models: both,
        parameters: { ...balanced, ...forAnn, options: { estimatedCost: -1 } },
      },
    ],
    [
      'Parameter "Reservation ID" is "mine"',
      {
        models: both,
        parameters: { ...balanced, ...forAnn, options: { reservationId: 'mine' } },
      },
    ],
    [
      'Parameter "Verify After Tools" is "refund", but must be left out without a connected tool',
      { models: both, parameters: { ...balanced, options: { verifyAfterTools: 'refund' } } },
    ],
    [
      'Parameter "Max Iterations" is 0, but must be a whole number from 1 to 50',
      { models: both, parameters: { ...balanced, options: { maxIterations: 0 } } },
    ],
    [
      'Parameter "Custom Domains: 2" is',
      {
        models: both,
        parameters: {
          ...balanced,
          options: { customDomains: { domain: [{ name: 'a' }, { name: 'b', keywords: '!!' }] } },
        },
      },
    ],
    ['No model of the cascade gave an answer', { models: [saying(0, ''), saying(1, ' ')] }],
    ['not a chat model', { models: [{ input: 0, name: 'Odd', model: {} }, saying(1, 'Tokyo.')] }],
  ])('is said: %s', async (message, options) => {
    const failure = resultsOf(options);
    await expect(failure).rejects.toThrow(NodeOperationError);
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toMatchObject({ context: { itemIndex: 0 } });
  });

  it('fails its item alone when the workflow goes on, and tells what it cost', async () => {
    const parameters = [balanced, { ...balanced, text: 5 }, balanced];
    const items = [{ json: {} }, { json: {} }, { json: {} }];
    const results = await resultsOf({ models: both, parameters, items, continueOnFail: true });
    expect(results.map(({ json }) => json['output'])).toEqual(['Tokyo.', undefined, 'Tokyo.']);
    expect(results[1]).toEqual({
      json: { error: 'Parameter "Prompt (User Message)" is 5, but must be a text' },
      pairedItem: { item: 1 },
    });
    const [failed] = await resultsOf({
      models: [saying(0, ''), saying(1, '')],
      parameters: { ...balanced, options: { retries: 0 } },
      continueOnFail: true,
    });
    expect(failed?.json).toMatchObject({
      error: 'No model of the cascade gave an answer',
      details: { attempts: [{ role: 'drafter' }, { role: 'verifier' }], costUsd: 0.00042 },
    });
  });

  it('is not asked about once the execution is cancelled', async () => {
    const cancelSignal = AbortSignal.abort(new Error('cancelled'));
    const asked = { input: 0, name: 'Model 0', model: { invoke: () => Promise.reject(new Error('Asked')) } };
    const models = [asked, { ...asked, input: 1, name: 'Model 1' }];
    expect(await resultsOf({ models, cancelSignal })).toEqual([]);
  });
});
