import { describe, expect, it } from '@jest/globals';
import type { ChatStreamPart } from '../../../../core';
import { ConnectedModel } from '../../../../nodes/shared/connectedModels/connectedModel';
import { collected } from '../../../support/collected';

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

async function* chunks(...texts: (string | Promise<string>)[]): AsyncGenerator {
  for (const text of texts) yield { content: await text };
}

const textsOf = (parts: readonly ChatStreamPart[]) =>
  parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));

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
    expect(model.calls).toEqual([[[{ role: 'user', content: 'Hi' }], { signal, callbacks: [] }]]);
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

  it('streams, and answers in one piece when the model does not', async () => {
    const whole = new ConnectedModel(
      runnable(() => ({ content: 'Tokyo.' })),
      OPEN_AI,
    );
    const streaming = new ConnectedModel(
      { ...runnable(() => undefined), stream: () => Promise.resolve(chunks('To', 'kyo.')) },
      OPEN_AI,
    );
    expect(textsOf(await collected(whole.stream({ messages })))).toEqual(['Tokyo.']);
    expect(textsOf(await collected(streaming.stream({ messages })))).toEqual(['To', 'kyo.']);
  });

  it.each(['before', 'after'])('reads what a stream throws %s its first chunk', async (when) => {
    async function* failing(): AsyncGenerator {
      if (when === 'after') yield { content: 'To' };
      await Promise.reject(Object.assign(new Error('slow down'), { status: 429 }));
    }
    const model = { ...runnable(() => undefined), stream: () => Promise.resolve(failing()) };
    const reading = collected(new ConnectedModel(model, OPEN_AI).stream({ messages }));
    await expect(reading).rejects.toMatchObject({ name: 'ChatModelError', fault: 'rate_limit' });
  });

  it('hangs up when nobody reads on, also while the model is silent', async () => {
    let told: AbortSignal | undefined;
    const model = {
      ...runnable(() => undefined),
      stream: (_messages: unknown, { signal }: { signal: AbortSignal }) => {
        told = signal;
        return Promise.resolve(chunks('To', new Promise<string>(() => undefined)));
      },
    };
    for await (const part of new ConnectedModel(model, OPEN_AI).stream({ messages })) {
      expect(part).toEqual({ type: 'text', text: 'To' });
      break;
    }
    expect(told?.aborted).toBe(true);
  });

  it("asks for log-probabilities without touching the user's model", async () => {
    class Completions {
      logprobs = false;
    }
    class Model {
      readonly asked: boolean[] = [];
      readonly completions = new Completions();
      invoke(): Promise<object> {
        this.asked.push(this.completions.logprobs);
        return Promise.resolve({ content: 'Tokyo.' });
      }
    }
    const model = new Model();
    const chat = new ConnectedModel(model, OPEN_AI);
    await chat.complete({ messages, logprobs: true });
    await chat.complete({ messages });
    expect(model.asked).toEqual([true, false]);
    expect(model.completions.logprobs).toBe(false);
    const other = new ConnectedModel(
      runnable(() => ({ content: 'Tokyo.' })),
      OPEN_AI,
    );
    expect((await other.complete({ messages, logprobs: true })).text).toBe('Tokyo.');
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
