import { describe, expect, it } from '@jest/globals';
import { connectedMemory } from '../../../../nodes/shared/agentPorts/connectedMemory';
import { FakeClock, settled } from '../../../support/fakeClock';
import { supplying } from './support/supplying';

/** A memory as n8n supplies it, around a list of LangChain's messages. */
function memoryOf(messages: readonly unknown[] = [], more: object = {}) {
  const saved: unknown[] = [];
  return {
    saved,
    loadMemoryVariables: () => Promise.resolve({ chat_history: messages }),
    saveContext: (...given: unknown[]) => {
      saved.push(given);
      return Promise.resolve();
    },
    ...more,
  };
}

const human = (content: unknown) => ({ type: 'human', content });
const ai = (content: string, ...ids: string[]) => ({
  type: 'ai',
  content,
  tool_calls: ids.map((id) => ({ id, name: 'find', args: { q: id }, type: 'tool_call' })),
});
const result = (id: string) => ({ type: 'tool', content: `Found ${id}`, tool_call_id: id });

async function connected(memory: unknown, options: object = {}) {
  const context = supplying({ ai_memory: memory });
  const found = await connectedMemory(context, 0, { clock: new FakeClock(), ...options });
  if (!found) throw new Error('No memory was found');
  return found;
}

const loaded = async (...messages: unknown[]) => (await connected(memoryOf(messages))).load();

describe('what a memory keeps', () => {
  it('is what was said, in order', async () => {
    expect(await loaded({ type: 'system', content: 'Be brief' }, human('Hi'), ai('Hello'))).toEqual([
      { role: 'system', content: 'Be brief' },
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello' },
    ]);
  });

  it('may have been written by tools', async () => {
    expect(await loaded(human('Hi'), ai('', 'x', 'y'), result('x'), result('y'), ai('Done'))).toEqual([
      { role: 'user', content: 'Hi' },
      {
        role: 'assistant',
        content: '',
        toolCalls: [
          { id: 'x', name: 'find', arguments: '{"q":"x"}' },
          { id: 'y', name: 'find', arguments: '{"q":"y"}' },
        ],
      },
      { role: 'tool', content: 'Found x', toolCallId: 'x' },
      { role: 'tool', content: 'Found y', toolCallId: 'y' },
      { role: 'assistant', content: 'Done' },
    ]);
  });

  it('is left out where a call and its result were cut apart', async () => {
    const rest = [{ role: 'user', content: 'Hi' }];
    expect(await loaded(result('x'), result('y'), human('Hi'))).toEqual(rest);
    expect(await loaded(human('Hi'), ai('', 'x'))).toEqual(rest);
    expect(await loaded(ai('', 'x', 'y'), result('x'), human('Hi'))).toEqual(rest);
  });

  it.each<[string, unknown, unknown]>([
    ['texts', [{ type: 'text', text: 'One ' }, 'two'], 'One two'],
    [
      'a text and an image',
      [
        { type: 'text', text: 'Look' },
        { type: 'image_url', image_url: { url: 'data:image/png;base64,AA' } },
      ],
      [
        { type: 'text', text: 'Look' },
        { type: 'image', url: 'data:image/png;base64,AA' },
      ],
    ],
    [
      'an image by its address',
      [{ type: 'image_url', image_url: 'https://x.co/a.png' }],
      [{ type: 'image', url: 'https://x.co/a.png' }],
    ],
    ['nothing that is known', 17, ''],
  ])('may be made of %s', async (_, content, expected) => {
    expect(await loaded(human(content))).toEqual([{ role: 'user', content: expected }]);
  });

  it('tells its kind by a method in older versions, and may be of a kind that models do not take', async () => {
    const message = { content: 'Hi', _getType: () => 'human' };
    expect(await loaded(message, { type: 'remove', content: '' }, {})).toEqual([
      { role: 'user', content: 'Hi' },
    ]);
  });

  it('may have another name', async () => {
    const memory = memoryOf([], {
      memoryKey: 'history',
      loadMemoryVariables: () => Promise.resolve({ history: [human('Hi')] }),
    });
    expect(await (await connected(memory)).load()).toHaveLength(1);
  });

  it('is nothing at first', async () => {
    const memory = memoryOf([], { loadMemoryVariables: () => Promise.resolve({}) });
    expect(await (await connected(memory)).load()).toEqual([]);
  });
});

describe('a memory', () => {
  it('need not be connected', async () => {
    expect(await connectedMemory(supplying({}), 0, { clock: new FakeClock() })).toBeUndefined();
  });

  it('is refused when it is none', async () => {
    await expect(connected({ load: 1 })).rejects.toThrow('The connected sub-node is not a memory');
  });

  it('keeps a query and its answer', async () => {
    const memory = memoryOf();
    expect(await (await connected(memory)).save('Hi', 'Hello')).toBeUndefined();
    expect(memory.saved).toEqual([[{ input: 'Hi' }, { output: 'Hello' }]]);
  });

  it('that cannot be read costs the item', async () => {
    const memory = memoryOf([], { loadMemoryVariables: () => Promise.reject(new Error('No connection')) });
    await expect((await connected(memory)).load()).rejects.toMatchObject({
      message: 'The connected memory could not be read',
      description: 'No connection',
      context: { itemIndex: 0 },
    });
  });

  it('that cannot keep an answer costs nobody the answer', async () => {
    const memory = memoryOf([], { saveContext: () => Promise.reject(new Error('Disk full')) });
    expect(await (await connected(memory)).save('Hi', 'Hello')).toMatchObject({
      type: 'warning',
      message: 'An answer could not be kept in the memory. Disk full',
    });
  });

  it('that hangs is not waited for', async () => {
    const clock = new FakeClock();
    const hangs = () => new Promise(() => undefined);
    const memory = await connected(memoryOf([], { loadMemoryVariables: hangs, saveContext: hangs }), {
      clock,
    });
    const loading = expect(memory.load()).rejects.toMatchObject({
      description: 'It did not answer within 30 s.',
    });
    const saving = memory.save('Hi', 'Hello');
    await settled();
    await clock.advance(30_000);
    await loading;
    expect((await saving)?.message).toMatch('It did not answer within 30 s.');
    expect(clock.sleepers).toBe(0);
  });

  it('is not waited for when the caller stops', async () => {
    const stop = new AbortController();
    const hangs = () => new Promise(() => undefined);
    const memory = await connected(memoryOf([], { loadMemoryVariables: hangs }), { signal: stop.signal });
    const loading = expect(memory.load()).rejects.toThrow('Stopped');
    stop.abort(new Error('Stopped'));
    await loading;
  });
});
