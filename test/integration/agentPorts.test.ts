import { describe, expect, it } from '@jest/globals';
import { StructuredToolkit } from 'n8n-core';
import type { IExecuteFunctions, INode, INodeType } from 'n8n-workflow';
import { systemClock } from '../../core';
import { connectedMemory } from '../../nodes/shared/agentPorts/connectedMemory';
import { connectedParser } from '../../nodes/shared/agentPorts/connectedParser';
import { connectedTools } from '../../nodes/shared/agentPorts/connectedTools';
import { nodeAsTool, probe, supplyingNode } from './support/agentPortNodes';
import { outputsOf, runWorkflow } from './support/runWorkflow';
import { ItemSource } from './support/testNodes';

const { signal } = new AbortController();

interface SubNode {
  readonly type: INodeType;
  readonly output: 'ai_tool' | 'ai_memory' | 'ai_outputParser';
  readonly parameters?: INode['parameters'];
}

/** What `work` finds at the ports of a node to which the sub-nodes are wired, by their names. */
async function probed(
  subNodes: Readonly<Record<string, SubNode>>,
  work: (context: IExecuteFunctions) => Promise<object>,
) {
  const node = (name: string, type: string, parameters: INode['parameters'] = {}): INode => ({
    id: name,
    name,
    type,
    typeVersion: 1,
    position: [0, 0],
    parameters,
  });
  const wire = (output: SubNode['output'] | 'main') => ({
    [output]: [[{ node: 'Probe', type: output, index: 0 }]],
  });
  const given = Object.entries(subNodes);
  const run = await runWorkflow({
    nodes: [
      node('Items', 'itemSource', { items: '[{}]' }),
      node('Probe', 'probe'),
      ...given.map(([name, { parameters }]) => node(name, name, parameters)),
    ],
    connections: {
      Items: wire('main'),
      ...Object.fromEntries(given.map(([name, { output }]) => [name, wire(output)])),
    },
    nodeTypes: new Map<string, INodeType>([
      ['itemSource', new ItemSource()],
      ['probe', probe(work)],
      ...given.map(([name, { type }]): [string, INodeType] => [name, type]),
    ]),
    startNode: 'Items',
  });
  if (run.data.resultData.error) throw run.data.resultData.error;
  return outputsOf(run, 'Probe')[0]?.[0]?.json;
}

const weather = (run: (city: string) => Promise<string>): SubNode => ({
  type: nodeAsTool('weather', run),
  output: 'ai_tool',
  parameters: { city: "={{ $fromAI('city', 'Where', 'string') }}" },
});

describe('the ports of an agent in the n8n engine', () => {
  it('reach a node that n8n has made a tool of', async () => {
    const found = await probed(
      { weather: weather((city) => Promise.resolve(`Sunny in ${city}`)) },
      async (context) => {
        const [tool] = await connectedTools(context, 0, { verifyAfter: ['weather'] });
        return { ...tool, text: await tool?.run({ city: 'Paris' }, { signal }) };
      },
    );
    expect(found).toMatchObject({
      definition: {
        name: 'weather',
        parameters: {
          type: 'object',
          properties: { city: { type: 'string', description: 'Where' } },
          required: ['city'],
        },
      },
      text: '[{"answer":"Sunny in Paris"}]',
      verifyAfter: true,
    });
  });

  it('tell what a tool fails with', async () => {
    const failing = weather(() => Promise.reject(new Error('No such city')));
    const found = await probed({ weather: failing }, async (context) => {
      const [tool] = await connectedTools(context, 0);
      const message = await tool?.run({ city: 'Paris' }, { signal }).catch(String);
      const wrong = await tool?.run({ city: 17 }, { signal }).catch(String);
      return { message, wrong };
    });
    expect(found?.['message']).toMatch('No such city');
    expect(found?.['wrong']).toMatch('did not match expected schema');
  });

  it('reach the tools of a toolkit beside others', async () => {
    const tool = (name: string) => ({
      name,
      description: '',
      schema: {},
      invoke: () => Promise.resolve(name),
    });
    const toolkit = new StructuredToolkit([tool('a'), tool('b')] as never);
    const subNodes = {
      toolkit: { type: supplyingNode('toolkit', 'ai_tool', toolkit), output: 'ai_tool' },
      single: { type: supplyingNode('single', 'ai_tool', tool('c')), output: 'ai_tool' },
    } as const;
    const found = await probed(subNodes, async (context) => {
      const tools = await connectedTools(context, 0, { verifyAfter: ['toolkit'] });
      return { tools: tools.map(({ definition, verifyAfter }) => [definition.name, verifyAfter]).sort() };
    });
    expect(found).toEqual({
      tools: [
        ['a', true],
        ['b', true],
        ['c', false],
      ],
    });
  });

  it('reach a memory and a parser', async () => {
    const memory = {
      loadMemoryVariables: () => Promise.resolve({ chat_history: [{ type: 'human', content: 'Hi' }] }),
      saveContext: () => Promise.resolve(),
    };
    const parser = {
      getFormatInstructions: () => 'Shout.',
      parse: (text: string) => Promise.resolve(text.toUpperCase()),
    };
    const subNodes = {
      memory: { type: supplyingNode('memory', 'ai_memory', memory), output: 'ai_memory' },
      parser: { type: supplyingNode('parser', 'ai_outputParser', parser), output: 'ai_outputParser' },
    } as const;
    const found = await probed(subNodes, async (context) => {
      const kept = await connectedMemory(context, 0, { clock: systemClock });
      const connected = await connectedParser(context, 0);
      return { history: await kept?.load(), parsed: await connected?.parse('hi') };
    });
    expect(found).toEqual({ history: [{ role: 'user', content: 'Hi' }], parsed: 'HI' });
  });

  it('are empty when nothing is connected', async () => {
    const found = await probed({}, async (context) => ({
      tools: await connectedTools(context, 0),
      memory: (await connectedMemory(context, 0, { clock: systemClock })) ?? null,
      parser: (await connectedParser(context, 0)) ?? null,
    }));
    expect(found).toEqual({ tools: [], memory: null, parser: null });
  });
});
