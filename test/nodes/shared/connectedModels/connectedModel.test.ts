import { describe, expect, it } from '@jest/globals';
import { ConnectedModel } from '../../../../nodes/shared/connectedModels/connectedModel';

const OPEN_AI = '@n8n/n8n-nodes-langchain.lmChatOpenAi';
const messages = [{ role: 'user', content: 'Hi' }] as const;
const tool = { name: 'search', description: 'Searches', parameters: { type: 'object' } };

/** A chat model by its shape, which keeps what it was called with. */
function runnable(answer: () => unknown) {
  const calls: unknown[][] = [];
  const invoke = (...given: unknown[]) => {
    calls.push(given);
    return Promise.resolve().then(answer);
  };
  return { calls, invoke };
}

describe('ConnectedModel', () => {
  it.each<[object, string | undefined]>([
    [{ model: 'gpt-4o-mini' }, 'gpt-4o-mini'],
    [{ modelName: 'gemini-2.5-flash' }, 'gemini-2.5-flash'],
    [{ model: 'a', modelName: 'b' }, 'a'],
    [{ model: { deep: true }, modelName: 'b' }, 'b'],
    [{ model: '' }, undefined],
    [{}, undefined],
  ])('knows the name in %j as %p', (names, modelName) => {
    const model = new ConnectedModel({ ...runnable(() => ({ content: 'Hi' })), ...names }, OPEN_AI);
    expect(model.modelName).toBe(modelName);
    expect(model.id).toBe(modelName);
  });

  it.each([
    ['lmChatGroq', 'groq/llama'],
    ['lmChatOllama', 'ollama/llama'],
    ['lmChatOpenRouter', 'openrouter/llama'],
    ['lmChatAnthropic', 'llama'],
    ['constructor', 'llama'],
  ])('is priced by its seller: %s', (type, id) => {
    const { invoke } = runnable(() => undefined);
    const model = new ConnectedModel({ invoke, model: 'llama' }, `@n8n/n8n-nodes-langchain.${type}`);
    expect(model).toMatchObject({ id, modelName: 'llama' });
  });

  it('passes messages and signal on, and reads the answer', async () => {
    const model = runnable(() => ({ content: 'Tokyo.' }));
    const { signal } = new AbortController();
    expect((await new ConnectedModel(model, OPEN_AI).complete({ messages, signal })).text).toBe('Tokyo.');
    expect(model.calls).toEqual([[[{ role: 'user', content: 'Hi' }], { signal }]]);
  });

  it('calls the model as its own method', async () => {
    class Model {
      readonly #text = 'mine';
      invoke(): Promise<object> {
        return Promise.resolve({ content: this.#text });
      }
    }
    expect((await new ConnectedModel(new Model(), OPEN_AI).complete({ messages })).text).toBe('mine');
  });

  it('binds tools', async () => {
    const bound = runnable(() => ({ content: 'Tokyo.' }));
    const offered: unknown[] = [];
    const model = {
      ...runnable(() => undefined),
      bindTools: (tools: unknown) => {
        offered.push(tools);
        return bound;
      },
    };
    await new ConnectedModel(model, OPEN_AI).complete({ messages, tools: [tool] });
    expect(offered).toEqual([[{ type: 'function', function: tool }]]);
    expect(bound.calls).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['cannot use tools', {}],
    ['did not accept the tools', { bindTools: () => undefined }],
  ])('says when a model %s', async (saying, more) => {
    const model = new ConnectedModel({ ...runnable(() => undefined), ...more }, OPEN_AI);
    await expect(model.complete({ messages, tools: [tool] })).rejects.toThrow(saying);
  });

  it('reads what a model throws', async () => {
    const model = runnable(() => {
      throw Object.assign(new Error('slow down'), { status: 429 });
    });
    await expect(new ConnectedModel(model, OPEN_AI).complete({ messages })).rejects.toMatchObject({
      fault: 'rate_limit',
      message: 'status 429: slow down',
    });
  });

  it('throws the reason of the signal rather than what the model makes of it', async () => {
    const reason = new Error('enough');
    const model = runnable(() => {
      throw new Error('Request was aborted.');
    });
    const asking = new ConnectedModel(model, OPEN_AI).complete({
      messages,
      signal: AbortSignal.abort(reason),
    });
    await expect(asking).rejects.toBe(reason);
  });

  it.each([undefined, null, 'model', {}, { invoke: 5 }])('refuses %j', (model) => {
    expect(() => new ConnectedModel(model, OPEN_AI)).toThrow('not a chat model');
  });
});
