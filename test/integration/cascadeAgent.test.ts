import { describe, expect, it } from '@jest/globals';
import { PRESETS, presetNames } from '../../core';
import { AGENT, answersOf, errorOf, runCascade, type CascadeCase } from './support/cascadeWorkflow';
import { failing, QUESTION, queryOf, recorded, REFUSAL, reply, saying } from './support/modelScripts';
import { outputsOf } from './support/runWorkflow';
import type { ModelCall } from './support/testNodes';

describe('Cascade Agent in the n8n engine', () => {
  it('answers with an accepted draft and asks nobody else', async () => {
    const asked: string[] = [];
    const [item] = await answersOf({
      items: [{ query: QUESTION, customer: 7 }],
      script: ({ model }) => {
        asked.push(model);
        return Promise.resolve(reply('Paris.'));
      },
    });
    expect(asked).toEqual(['small']);
    expect(item?.pairedItem).toEqual({ item: 0 });
    expect(item?.json).toMatchObject({
      query: QUESTION,
      customer: 7,
      output: 'Paris.',
      cascade: { modelUsed: 'small', escalated: false, direct: false, reason: 'accepted: no fault found' },
    });
  });

  it('escalates a refused draft, says why and tells both attempts', async () => {
    const [item] = await answersOf({
      items: [{ query: QUESTION }],
      script: saying({ small: REFUSAL, large: 'Paris.' }),
    });
    expect(item?.json).toMatchObject({
      output: 'Paris.',
      cascade: {
        modelUsed: 'large',
        escalated: true,
        reason: 'escalated: the draft refuses to answer',
        attempts: [
          {
            model: 'small',
            role: 'drafter',
            accepted: false,
            inputTokens: 1000,
            outputTokens: 100,
            error: null,
          },
          { model: 'large', role: 'verifier', accepted: true, confidence: null, error: null },
        ],
      },
    });
  });

  it('tells cost and savings from the reported tokens and the bundled prices', async () => {
    const [item] = await answersOf({
      items: [{ query: QUESTION }],
      models: ['gpt-4o-mini', 'gpt-4o'],
      script: saying({ 'gpt-4o-mini': 'Paris.' }),
    });
    expect(item?.json['cascade']).toMatchObject({
      costUsd: 0.00021,
      baselineCostUsd: 0.0035,
      savedUsd: 0.00329,
      savedPercent: 94,
    });
  });

  it("leaves the cost of a model without a price unknown, and takes the user's price", async () => {
    const given: CascadeCase = { items: [{ query: QUESTION }], script: saying({ small: 'Paris.' }) };
    const [unknown] = await answersOf(given);
    expect(unknown?.json['cascade']).toMatchObject({ costUsd: null, baselineCostUsd: null, savedUsd: null });

    const prices = [
      { model: 'small', inputPerMillion: 1, outputPerMillion: 2 },
      { model: 'large', inputPerMillion: 10, outputPerMillion: 20 },
    ];
    const [known] = await answersOf({ ...given, parameters: { options: { modelPrices: { prices } } } });
    expect(known?.json['cascade']).toMatchObject({
      costUsd: 0.0012,
      baselineCostUsd: 0.012,
      savedPercent: 90,
    });
  });

  it.each([2, 3, 4, 5])('asks %i models in the order of their inputs', async (count) => {
    const models = ['e', 'c', 'a', 'd', 'b'].slice(0, count);
    const asked: string[] = [];
    const [item] = await answersOf({
      items: [{ query: QUESTION }],
      models,
      script: ({ model }) => {
        asked.push(model);
        return Promise.resolve(reply(model === models.at(-1) ? 'Paris.' : REFUSAL));
      },
    });
    expect(asked).toEqual(models);
    expect(item?.json).toMatchObject({ output: 'Paris.', cascade: { modelUsed: models.at(-1) } });
  });

  it('sends the system message before the query', async () => {
    const calls: ModelCall[] = [];
    await answersOf({
      items: [{ query: QUESTION }],
      parameters: { options: { systemMessage: 'Answer in one word.' } },
      script: (call) => {
        calls.push(call);
        return Promise.resolve(reply('Paris.'));
      },
    });
    expect(calls[0]?.messages).toEqual([
      { role: 'system', content: 'Answer in one word.' },
      { role: 'user', content: QUESTION },
    ]);
  });

  it('takes the query of a Chat Trigger', async () => {
    const [item] = await answersOf({
      items: [{ chatInput: QUESTION }],
      parameters: { promptType: 'auto', text: '={{ $json.chatInput }}' },
      script: (call) => Promise.resolve(reply(queryOf(call) === QUESTION ? 'Paris.' : '?')),
    });
    expect(item?.json['output']).toBe('Paris.');
  });

  it('gives each item its own threshold through an expression', async () => {
    const items = await answersOf({
      items: [
        { query: QUESTION, threshold: 0.2 },
        { query: QUESTION, threshold: 0.99 },
      ],
      parameters: { options: { qualityThreshold: '={{ $json.threshold }}' } },
      script: saying({ small: 'Paris.', large: 'Paris, of course.' }),
    });
    expect(items.map(({ json }) => json['output'])).toEqual(['Paris.', 'Paris, of course.']);
    expect(items.map(({ json }) => json['cascade'])).toMatchObject([
      { modelUsed: 'small', threshold: 0.2 },
      { modelUsed: 'large', threshold: 0.99, escalated: true },
    ]);
  });

  it('leaves the input fields out when told so', async () => {
    const [item] = await answersOf({
      items: [{ query: QUESTION }],
      parameters: { options: { includeInputFields: false } },
      script: saying({ small: 'Paris.' }),
    });
    expect(Object.keys(item?.json ?? {})).toEqual(['output', 'cascade']);
  });

  it('moves on from a model that hangs once its time is over', async () => {
    const [item] = await answersOf({
      items: [{ query: QUESTION }],
      parameters: { options: { timeoutSeconds: 0.2, retries: 0 } },
      script: ({ model }) =>
        model === 'small' ? new Promise(() => undefined) : Promise.resolve(reply('Paris.')),
    });
    expect(item?.json).toMatchObject({
      output: 'Paris.',
      cascade: { attempts: [{ error: 'The model gave no answer within 0.2 s' }, { accepted: true }] },
    });
  });
});

describe('one Cascade Agent node and its presets', () => {
  it.each(presetNames)('%s answers a plain question with the draft', async (preset) => {
    const { script, calls } = recorded(async ({ model }) => {
      // The draft is there first, as it is with a smaller model.
      if (model === 'large') await new Promise((resolve) => setTimeout(resolve, 50));
      return reply('Paris.');
    });
    const [item] = await answersOf({ items: [{ query: QUESTION }], parameters: { preset }, script });
    expect(calls[0]?.model).toBe('small');
    expect(item?.json).toMatchObject({
      output: 'Paris.',
      cascade: { modelUsed: 'small', escalated: false, threshold: PRESETS[preset].threshold },
    });
  });

  it.each(presetNames)('%s does not give out a refusal', async (preset) => {
    const script = saying({ small: REFUSAL, large: 'Paris, on the Seine.' });
    const [item] = await answersOf({ items: [{ query: QUESTION }], parameters: { preset }, script });
    expect(item?.json['output']).toBe('Paris, on the Seine.');
  });

  it('takes the preset of each item from an expression', async () => {
    const items = presetNames.map((preset) => ({ query: QUESTION, preset }));
    const parameters = { preset: '={{ $json.preset }}' };
    const answers = await answersOf({ items, parameters, script: saying({ small: 'Paris.' }) });
    expect(answers.map(({ json }) => json['cascade'])).toMatchObject(
      presetNames.map((preset) => ({ threshold: PRESETS[preset].threshold })),
    );
  });
});

describe('Cascade Agent when the user stops the execution', () => {
  it('hangs up on the models at once and asks nobody else', async () => {
    const asked: string[] = [];
    let pressStop: (() => void) | undefined;
    const stop = new Promise<void>((resolve) => {
      pressStop = resolve;
    });
    const hungUp = new Promise<void>((resolve) => {
      void runCascade({
        items: [{ query: QUESTION }, { query: QUESTION }],
        stop,
        onError: 'continueRegularOutput',
        script: ({ model, signal }) => {
          asked.push(model);
          signal?.addEventListener('abort', () => {
            resolve();
          });
          pressStop?.();
          return new Promise(() => undefined);
        },
      });
    });
    await hungUp;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).toEqual(['small', 'small']);
  });
});

describe('Cascade Agent with bad input', () => {
  const good: CascadeCase = {
    items: [{ query: QUESTION }],
    script: saying({ small: 'Paris.', large: 'Paris.' }),
  };

  const faults: [name: string, fault: Partial<CascadeCase>, message: string | RegExp][] = [
    ['no model', { models: [null, null] }, 'No chat model is connected to "Drafter" and "Verifier"'],
    ['one model', { models: ['small', null] }, 'No chat model is connected to "Verifier"'],
    ['a disabled model', { disabled: ['small'] }, 'No chat model is connected to "Drafter"'],
    [
      'an unknown preset',
      { parameters: { preset: '={{ "fastest" }}' } },
      'Parameter "Preset" is "fastest", but must be one of balanced, costSaver, qualityFirst, lowLatency, localFirst',
    ],
    [
      'a threshold above 1',
      { parameters: { options: { qualityThreshold: 70 } } },
      'Parameter "Quality Threshold" is 70, but must be a number from 0 to 1',
    ],
    [
      'a threshold below 0',
      { parameters: { options: { qualityThreshold: -0.1 } } },
      'Parameter "Quality Threshold" is -0.1, but must be a number from 0 to 1',
    ],
    [
      'a threshold that is a text',
      { parameters: { options: { qualityThreshold: '={{ "high" }}' } } },
      'Parameter "Quality Threshold" is "high", but must be a number from 0 to 1',
    ],
    [
      'a timeout of zero',
      { parameters: { options: { timeoutSeconds: 0 } } },
      /^Parameter "Timeout per Model" is 0, but must be a number of seconds/,
    ],
    [
      'a price that is no number',
      { parameters: { options: { modelPrices: { prices: [{ model: 'small', inputPerMillion: 'free' }] } } } },
      /^Parameter "Model Prices: Input Price" is "free"/,
    ],
    [
      'a number of models that n8n does not offer',
      { parameters: { numberOfModels: 1 } },
      /^Parameter "Number of Models" is 1/,
    ],
    [
      'an unknown model source',
      { parameters: { modelSource: 'web' } },
      'Parameter "Model Source" is "web", but must be one of connected, api',
    ],
    [
      'no model name',
      { parameters: { modelSource: 'api' } },
      'Parameter "Models" is a list of 0, but must be a list of 2 to 5 model names',
    ],
    [
      'six model names',
      { parameters: { modelSource: 'api', models: ['a', 'b', 'c', 'd', 'e', 'f'] } },
      'Parameter "Models" is a list of 6, but must be a list of 2 to 5 model names',
    ],
    [
      'an empty model name',
      { parameters: { modelSource: 'api', models: ['small', ' '] } },
      'Parameter "Models: 2" is " ", but must be a model\'s name',
    ],
    [
      'a model name that is a number',
      { parameters: { modelSource: 'api', models: ['={{ 7 }}', 'large'] } },
      'Parameter "Models: 1" is 7, but must be a model\'s name',
    ],
    [
      'model names and no credential',
      { parameters: { modelSource: 'api', models: ['small', 'large'] } },
      'No Cascade LLM API credential is chosen',
    ],
    [
      'an empty text',
      { items: [{ query: '  ' }] },
      'Parameter "Prompt (User Message)" is "  ", but must be a text that is not empty',
    ],
    ['no text', { items: [{}] }, 'Parameter "Prompt (User Message)" is missing, but must be a text'],
    ['a number', { items: [{ query: 42 }] }, 'Parameter "Prompt (User Message)" is 42, but must be a text'],
    [
      'an object',
      { items: [{ query: { a: 1 } }] },
      'Parameter "Prompt (User Message)" is an object, but must be a text',
    ],
    ['models that say nothing', { script: saying({}) }, 'No model of the cascade gave an answer'],
    ['models that fail', { script: failing }, 'No model of the cascade gave an answer'],
  ];

  it.each(faults)('says what is wrong with %s, and for which item', async (_, fault, message) => {
    const error = await errorOf({ ...good, ...fault });
    expect(error.name).toBe('NodeOperationError');
    expect(error.message).toMatch(message);
    expect(error.context).toMatchObject({ itemIndex: 0 });
  });

  it('names each model and its fault when all fail', async () => {
    const error = await errorOf({ ...good, script: failing });
    expect(error.description).toBe('small: status 500: small is down; large: status 500: large is down');
  });

  const flawed: CascadeCase = {
    items: [
      { query: QUESTION, id: 1 },
      { query: '', id: 2 },
      { query: QUESTION, id: 3 },
    ],
    script: saying({ small: 'Paris.' }),
  };

  it('sends only the failed item to the error output', async () => {
    const run = await runCascade({ ...flawed, onError: 'continueErrorOutput' });
    const [answered = [], failed = []] = outputsOf(run, AGENT);
    expect(answered.map(({ json }) => json['id'])).toEqual([1, 3]);
    expect(answered.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
    expect(failed).toHaveLength(1);
    expect(failed[0]?.json['error']).toMatch(/^Parameter "Prompt \(User Message\)" is empty/);
    expect(failed[0]?.pairedItem).toMatchObject({ item: 1 });
  });

  it('keeps the failed item among the others when told to continue', async () => {
    const run = await runCascade({ ...flawed, onError: 'continueRegularOutput' });
    const [items = []] = outputsOf(run, AGENT);
    expect(items.map(({ json }) => json['output'] ?? json['error'])).toEqual([
      'Paris.',
      expect.stringMatching(/is empty/),
      'Paris.',
    ]);
  });

  it('tells what the attempts of a failed item cost', async () => {
    const run = await runCascade({
      ...good,
      models: ['gpt-4o-mini', 'gpt-4o'],
      parameters: { preset: 'qualityFirst', options: { retries: 0 } },
      onError: 'continueErrorOutput',
      script: (call) => (call.model === 'gpt-4o' ? failing(call) : Promise.resolve(reply(REFUSAL))),
    });
    expect(outputsOf(run, AGENT)[1]?.[0]?.json).toMatchObject({
      error: 'No model of the cascade gave an answer',
      details: {
        description:
          'gpt-4o-mini: its draft was rejected, the draft refuses to answer; gpt-4o: status 500: gpt-4o is down',
        costUsd: 0.00021,
        attempts: [
          { model: 'gpt-4o-mini', costUsd: 0.00021, error: null },
          { model: 'gpt-4o', costUsd: null, error: 'status 500: gpt-4o is down' },
        ],
      },
    });
  });
});
