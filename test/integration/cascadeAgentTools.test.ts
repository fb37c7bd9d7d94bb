import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { nodeAsTool, supplyingNode } from './support/agentPortNodes';
import {
  AGENT,
  answersIn,
  answersOf,
  errorOf,
  hintsOf,
  runCascade,
  type CascadeCase,
  type SubNode,
} from './support/cascadeWorkflow';
import { compiledNode } from './support/compiledNode';
import { calling, QUESTION, recorded, REFUSAL, reply, resultsIn, type Calls } from './support/modelScripts';
import { outputsOf } from './support/runWorkflow';
import type { ModelScript } from './support/testNodes';

const PRICED = ['gpt-4o-mini', 'gpt-4o'];

/** A tool of LangChain's kind, which looks a word up. */
const lookup = (name: string, invoke: (args: { word: string }) => Promise<unknown>): SubNode => ({
  type: supplyingNode(name, 'ai_tool', {
    name,
    description: 'Looks a word up',
    schema: { type: 'object', properties: { word: { type: 'string' } }, required: ['word'] },
    invoke,
  }),
  output: 'ai_tool',
});

/** Calls tools first, and answers with what they gave. */
const usingTools =
  (...calls: Calls): ModelScript =>
  (call) => {
    const results = resultsIn(call);
    return Promise.resolve(
      results.length === 0 ? calling(...calls) : reply(`They say: ${results.join(', ')}.`),
    );
  };

const asking = (given: Partial<CascadeCase>): CascadeCase => ({
  items: [{ query: QUESTION }],
  models: PRICED,
  script: usingTools(['atlas', { word: 'France' }]),
  ...given,
});

const stepsOf = (json: Record<string, unknown> | undefined) => json?.['intermediateSteps'];

describe('Cascade Agent with tools', () => {
  const atlas = lookup('atlas', ({ word }) => Promise.resolve(`${word} has Paris`));

  it('runs what the drafter calls, and answers with what it gave', async () => {
    const { script, calls } = recorded(usingTools(['atlas', { word: 'France' }]));
    const [item] = await answersOf(
      asking({ script, subNodes: { atlas }, parameters: { options: { returnSteps: true } } }),
    );
    expect(item?.json).toMatchObject({
      output: 'They say: France has Paris.',
      cascade: { modelUsed: 'gpt-4o-mini', escalated: false, costUsd: 0.00042 },
    });
    expect(stepsOf(item?.json)).toMatchObject([
      { iteration: 1, tool: 'atlas', args: { word: 'France' }, outcome: 'done', result: 'France has Paris' },
    ]);
    expect(calls.map(({ tools }) => tools)).toEqual([['atlas'], ['atlas']]);
  });

  it('says nothing of the steps unless it is asked to', async () => {
    const [item] = await answersOf(asking({ subNodes: { atlas } }));
    expect(item?.json).not.toHaveProperty('intermediateSteps');
  });

  it('runs the calls of one reply side by side', async () => {
    const waiting: (() => void)[] = [];
    const meet = () =>
      new Promise<string>((resolve) => {
        waiting.push(() => {
          resolve('met');
        });
        if (waiting.length === 2) for (const go of waiting) go();
      });
    const [item] = await answersOf(
      asking({
        script: usingTools(['one', { word: 'a' }], ['two', { word: 'b' }]),
        subNodes: { one: lookup('one', meet), two: lookup('two', meet) },
      }),
    );
    expect(item?.json['output']).toBe('They say: met, met.');
  });

  it('tells the model that a tool failed', async () => {
    const failing = lookup('atlas', () => Promise.reject(new Error('No such page')));
    const [item] = await answersOf(asking({ subNodes: { atlas: failing } }));
    expect(item?.json['output']).toBe('They say: Error: No such page.');
  });

  it('does not wait for a tool longer than the query has', async () => {
    const hanging = lookup('atlas', () => new Promise(() => undefined));
    const parameters = { options: { totalTimeoutSeconds: 1 } };
    const items = [{ query: QUESTION }, { query: 'Good morning!' }];
    const run = await runCascade(
      asking({
        items,
        parameters,
        subNodes: { atlas: hanging },
        onError: 'continueErrorOutput',
        script: (call) =>
          call.messages.at(-1)?.content === 'Good morning!'
            ? Promise.resolve(reply('Good morning to you.'))
            : usingTools(['atlas', { word: 'France' }])(call),
      }),
    );
    const [answered = [], failed = []] = outputsOf(run, AGENT);
    expect(answered.map(({ json }) => json['output'])).toEqual(['Good morning to you.']);
    expect(failed[0]?.json).toMatchObject({
      error: 'The run took longer than its 1 s',
      details: { costUsd: 0.00021, attempts: [{ model: 'gpt-4o-mini' }] },
    });
  });

  it('shows the models the beginning of 5 MB, and counts what that costs', async () => {
    const { script, calls } = recorded((call) =>
      Promise.resolve(resultsIn(call).length === 0 ? calling(['atlas', { word: 'all' }]) : reply('Much.')),
    );
    const huge = lookup('atlas', () => Promise.resolve('x'.repeat(5_000_000)));
    const [item] = await answersOf(asking({ script, subNodes: { atlas: huge } }));
    expect(item?.json).toMatchObject({ cascade: { costUsd: expect.any(Number) } });
    const [result = ''] = calls.flatMap(resultsIn);
    expect(result.length).toBeLessThan(101_000);
    expect(result).toMatch(/\[cut here: these are the first 100,000 of 5,000,000 characters\]$/);
  });

  it('runs a tool whose schema is none unchecked, and says so', async () => {
    const type = supplyingNode('atlas', 'ai_tool', {
      name: 'atlas',
      description: 'Looks a word up',
      schema: { type: 'object', properties: { word: { type: 'strin' } } },
      invoke: () => Promise.resolve('Paris'),
    });
    const [item] = await answersOf(
      asking({
        subNodes: { atlas: { type, output: 'ai_tool' } },
        parameters: { options: { returnTrace: true } },
      }),
    );
    expect(item?.json).toMatchObject({ output: 'They say: Paris.' });
    expect((item?.json['cascade'] as IDataObject)['trace']).toContainEqual(
      expect.objectContaining({ of: 'atlas', what: expect.stringContaining('its schema is invalid') }),
    );
  });

  it.each<[string, unknown]>([
    ['lacks an argument', { word: undefined }],
    ['has a wrong one', { word: 7 }],
    ['is no JSON', '{"word": "Fra'],
  ])('has the verifier write a call anew that %s', async (_, args) => {
    const { script, calls } = recorded(({ model, ...call }) =>
      usingTools(['atlas', model === 'gpt-4o' ? { word: 'France' } : args])({ model, ...call }),
    );
    const seen: unknown[] = [];
    const watched = lookup('atlas', (given) => {
      seen.push(given);
      return Promise.resolve('Paris');
    });
    const [item] = await answersOf(asking({ script, subNodes: { atlas: watched } }));
    expect(seen).toEqual([{ word: 'France' }]);
    expect(calls.map(({ model }) => model).slice(0, 2)).toEqual(['gpt-4o-mini', 'gpt-4o']);
    expect(item?.json['output']).toBe('They say: Paris.');
  });

  it('has the verifier answer after the tools that are named', async () => {
    const { script, calls } = recorded(usingTools(['atlas', { word: 'France' }]));
    const [item] = await answersOf(
      asking({ script, subNodes: { atlas }, parameters: { options: { verifyAfterTools: 'atlas' } } }),
    );
    expect(calls.map(({ model }) => model)).toEqual(['gpt-4o-mini', 'gpt-4o']);
    expect(item?.json).toMatchObject({ cascade: { modelUsed: 'gpt-4o' } });
  });

  it('ends after the turns that it may take, and tells what they cost', async () => {
    let turn = 0;
    const run = await runCascade(
      asking({
        script: () => Promise.resolve(calling(['atlas', { word: String(++turn) }])),
        subNodes: { atlas },
        parameters: { options: { maxIterations: 3 } },
        onError: 'continueErrorOutput',
      }),
    );
    expect(outputsOf(run, AGENT)[1]?.[0]?.json).toMatchObject({
      error: 'The run had no answer after 3 turns: the model still calls tools',
      details: { costUsd: 0.00063, attempts: [{}, {}, {}] },
    });
  });

  it('uses nodes that n8n makes tools of', async () => {
    const weather = nodeAsTool('weather', (city) => Promise.resolve(`Sun over ${city}`));
    const city = "={{ $fromAI('city', 'Where', 'string') }}";
    const [item] = await answersOf(
      asking({
        script: usingTools(['weather', { city: 'Paris' }]),
        subNodes: { weather: { type: weather, output: 'ai_tool', parameters: { city } } },
      }),
    );
    expect(item?.json['output']).toBe('They say: [{"answer":"Sun over Paris"}].');
  });
});

describe('Cascade Agent Tool', () => {
  it('answers what an agent asks it, with models of its own', async () => {
    const question = { Prompt__User_Message_: 'Who wrote Candide?' };
    const { script, calls } = recorded((call) => {
      switch (call.model) {
        case 'cheap':
          return Promise.resolve(reply(REFUSAL));
        case 'wise':
          return Promise.resolve(reply('Voltaire.'));
        default:
          return usingTools(['expert', question])(call);
      }
    });
    const [item] = await answersOf(
      asking({
        script,
        parameters: { options: { returnSteps: true } },
        subNodes: {
          expert: {
            type: await compiledNode('CascadeAgentTool', 'CascadeAgent'),
            output: 'ai_tool',
            models: ['cheap', 'wise'],
            parameters: {
              numberOfModels: 2,
              preset: 'balanced',
              text: "={{ $fromAI('Prompt__User_Message_', 'The question', 'string') }}",
              options: { includeInputFields: false },
            },
          },
        },
      }),
    );
    expect(calls.map(({ model }) => model)).toEqual(['gpt-4o-mini', 'cheap', 'wise', 'gpt-4o-mini']);
    expect(calls[1]?.messages.at(-1)?.content).toBe('Who wrote Candide?');
    const [{ result } = { result: '' }] = stepsOf(item?.json) as { result: string }[];
    expect(JSON.parse(result)).toMatchObject([
      { output: 'Voltaire.', cascade: { modelUsed: 'wise', escalated: true } },
    ]);
  });
});

describe('Cascade Agent with a memory', () => {
  const memoryOf = (memory: object): CascadeCase['subNodes'] => ({
    memory: { type: supplyingNode('memory', 'ai_memory', memory), output: 'ai_memory' },
  });
  const silent = { loadMemoryVariables: () => Promise.resolve({}), saveContext: () => Promise.resolve() };

  it('has the models read what was said before, and keeps what is said now', async () => {
    const said: { type: string; content: string }[] = [];
    const memory = {
      loadMemoryVariables: () => Promise.resolve({ chat_history: [...said] }),
      saveContext: ({ input }: { input: string }, { output }: { output: string }) => {
        said.push({ type: 'human', content: input }, { type: 'ai', content: output });
        return Promise.resolve();
      },
    };
    const { script, calls } = recorded((call) =>
      Promise.resolve(reply(`Answer ${String(call.messages.length)}.`)),
    );
    const items = [{ query: 'First?' }, { query: 'Second?' }, { query: 'Third?' }];
    const answers = await answersOf(
      asking({ items, script, subNodes: memoryOf(memory), parameters: { options: { qualityThreshold: 0 } } }),
    );
    // One after the other, or the later ones would not know the earlier ones.
    expect(answers.map(({ json }) => json['output'])).toEqual(['Answer 1.', 'Answer 3.', 'Answer 5.']);
    expect(calls[2]?.messages.map(({ content }) => content)).toEqual([
      'First?',
      'Answer 1.',
      'Second?',
      'Answer 3.',
      'Third?',
    ]);
  });

  it('fails when it cannot be read: the answer would ignore what was said', async () => {
    const loadMemoryVariables = () => Promise.reject(new Error('Connection lost'));
    const { script, calls } = recorded(() => Promise.resolve(reply('Paris.')));
    const error = await errorOf(asking({ script, subNodes: memoryOf({ ...silent, loadMemoryVariables }) }));
    expect(error).toMatchObject({
      message: 'The connected memory could not be read',
      description: 'Connection lost',
    });
    expect(calls).toEqual([]);
  });

  it('gives the answer all the same when it cannot be kept, with a hint', async () => {
    const saveContext = () => Promise.reject(new Error('Disk full'));
    const run = await runCascade(
      asking({
        script: () => Promise.resolve(reply('Paris.')),
        subNodes: memoryOf({ ...silent, saveContext }),
      }),
    );
    expect(answersIn(run).map(({ json }) => json['output'])).toEqual(['Paris.']);
    expect(hintsOf(run).map(({ message }) => message)).toContain(
      'An answer could not be kept in the memory. Disk full',
    );
  });
});

describe('Cascade Agent with an output parser', () => {
  const parser: SubNode = {
    type: supplyingNode('parser', 'ai_outputParser', {
      getFormatInstructions: () => 'Answer with JSON.',
      parse: async (text: string) => await Promise.resolve(JSON.parse(text) as unknown),
    }),
    output: 'ai_outputParser',
  };
  const parsing = (script: ModelScript): CascadeCase =>
    asking({ script, subNodes: { parser }, parameters: { hasOutputParser: true } });

  it('gives what the parser makes of the answer', async () => {
    const { script, calls } = recorded(() => Promise.resolve(reply('{"city":"Paris"}')));
    const [item] = await answersOf(parsing(script));
    expect(item?.json['output']).toEqual({ city: 'Paris' });
    expect(calls[0]?.messages[0]).toEqual({ role: 'system', content: 'Answer with JSON.' });
  });

  it('escalates a draft that does not fit', async () => {
    const [item] = await answersOf(
      parsing(({ model }) => Promise.resolve(reply(model === 'gpt-4o' ? '{"city":"Paris"}' : 'Paris.'))),
    );
    expect(item?.json).toMatchObject({
      output: { city: 'Paris' },
      cascade: { escalated: true, reason: expect.stringContaining('does not fit the output parser') },
    });
  });

  it('fails when no answer fits, and tells what that cost', async () => {
    const run = await runCascade({
      ...parsing(() => Promise.resolve(reply('Paris.'))),
      onError: 'continueErrorOutput',
    });
    expect(outputsOf(run, AGENT)[1]?.[0]?.json).toMatchObject({
      error: expect.stringMatching(/^The answer does not fit the output parser: /),
      details: { costUsd: 0.00021 + 2 * 0.0035 },
    });
  });

  it('wants one when one is asked for', async () => {
    const error = await errorOf(asking({ parameters: { hasOutputParser: true } }));
    expect(error.message).toMatch(/Parser.*must be connected/);
  });
});

describe('Cascade Agent with images', () => {
  const PIXEL =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const binary = {
    photo: { data: PIXEL, mimeType: 'image/png' },
    note: { data: 'SGk=', mimeType: 'text/plain' },
  };

  it('shows the models the images of the item', async () => {
    const { script, calls } = recorded(() => Promise.resolve(reply('A red dot.')));
    const [item] = await answersOf(asking({ script, binary }));
    expect(calls[0]?.messages.at(-1)?.content).toEqual([
      { type: 'text', text: QUESTION },
      { type: 'image_url', image_url: { url: `data:image/png;base64,${PIXEL}` } },
    ]);
    expect(Object.keys(item?.binary ?? {})).toEqual(['photo', 'note']);
  });

  it('does not when told not to', async () => {
    const { script, calls } = recorded(() => Promise.resolve(reply('Paris.')));
    await answersOf(asking({ script, binary, parameters: { options: { passImages: false } } }));
    expect(calls[0]?.messages.at(-1)?.content).toBe(QUESTION);
  });
});
