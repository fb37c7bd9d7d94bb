import { describe, expect, it } from '@jest/globals';
import { z } from 'zod/v3';
import { connectedTools } from '../../../../nodes/shared/agentPorts/connectedTools';
import { supplying } from './support/supplying';

const { signal } = new AbortController();

/** A tool as n8n supplies it. */
const tool = (name: string, more: object = {}) => ({
  name,
  description: `What ${name} does`,
  schema: z.object({ city: z.string().describe('Where') }),
  metadata: { sourceNodeName: `Node of ${name}` },
  invoke: (args: unknown) => Promise.resolve(`${name}: ${JSON.stringify(args)}`),
  ...more,
});

const toolsOf = (given: unknown, options = {}) => connectedTools(supplying({ ai_tool: given }), 0, options);

describe('a connected tool', () => {
  it('is offered with its name, its description and the JSON Schema of its arguments', async () => {
    const [weather] = await toolsOf([tool('weather')]);
    expect(weather?.definition).toEqual({
      name: 'weather',
      description: 'What weather does',
      parameters: {
        type: 'object',
        properties: { city: { type: 'string', description: 'Where' } },
        required: ['city'],
      },
    });
  });

  it.each<[unknown, string]>([
    ['Sunny', 'Sunny'],
    [{ sky: 'blue' }, '{"sky":"blue"}'],
    [[{ type: 'text', text: 'Sunny' }], '[{"type":"text","text":"Sunny"}]'],
    [17, '17'],
    [null, 'null'],
    [undefined, ''],
  ])('that gives %j is read as a text', async (result, text) => {
    const [weather] = await toolsOf([tool('weather', { invoke: () => Promise.resolve(result) })]);
    expect(await weather?.run({ city: 'Paris' }, { signal })).toBe(text);
  });

  it('is run with its arguments and the signal, as a method of its own', async () => {
    const calls: unknown[] = [];
    const weather = {
      ...tool('weather'),
      invoke(this: { name: string }, ...given: unknown[]) {
        calls.push([this.name, ...given]);
        return Promise.resolve('');
      },
    };
    const [connected] = await toolsOf(weather);
    await connected?.run({ city: 'Paris' }, { signal });
    expect(calls).toEqual([['weather', { city: 'Paris' }, { signal }]]);
  });

  it('that throws does so to whoever runs it', async () => {
    const [weather] = await toolsOf([
      tool('weather', { invoke: () => Promise.reject(new Error('No city')) }),
    ]);
    await expect(weather?.run({}, { signal })).rejects.toThrow('No city');
  });

  it('may be part of a toolkit', async () => {
    const toolkit = { tools: [tool('a'), tool('b')] };
    const other = { getTools: () => [tool('c')] };
    const names = (await toolsOf([toolkit, other, tool('d')])).map(({ definition }) => definition.name);
    expect(names).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([undefined, null, []])('need not be there: %j', async (given) => {
    expect(await toolsOf(given)).toEqual([]);
  });

  it.each([[[{ name: 'weather' }]], [[{ invoke: () => Promise.resolve('') }]], [['weather']]])(
    'is refused when it is none: %j',
    async (given) => {
      await expect(toolsOf(given)).rejects.toThrow('A connected sub-node is not a tool');
    },
  );

  it('has a name of its own', async () => {
    const work = toolsOf([tool('a'), { tools: [tool('b'), tool('a')] }]);
    await expect(work).rejects.toMatchObject({
      message: 'Two connected tools are called "a"',
      context: { itemIndex: 0 },
    });
  });

  it('that waits for a person is refused, because it would do nothing', async () => {
    const metadata = { sourceNodeName: 'Approval', gatedToolNodeName: 'Pay' };
    await expect(toolsOf([{ tools: [tool('pay', { metadata })] }])).rejects.toThrow(
      'The tool "pay" waits for a person\'s approval',
    );
  });
});

describe('the verifier answers', () => {
  it('after a tool that is named, by its own name or that of its node', async () => {
    const tools = await toolsOf([tool('a'), tool('b'), tool('c')], {
      verifyAfter: ['a', 'Node of c'],
      timeoutMs: 5,
    });
    expect(tools.map(({ verifyAfter, timeoutMs }) => [verifyAfter, timeoutMs])).toEqual([
      [true, 5],
      [false, 5],
      [true, 5],
    ]);
  });

  it.each([
    [[tool('a')], 'Parameter "verifyAfter" is "x", but must be one of a, Node of a'],
    [[], 'Parameter "verifyAfter" is "x", but must be left out without a connected tool'],
  ])('after no tool that is not connected', async (given, message) => {
    await expect(toolsOf(given, { verifyAfter: ['x'] })).rejects.toThrow(message);
  });
});
