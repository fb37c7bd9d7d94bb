import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Http } from '../../../../core/http/http';
import type { ChatMessage } from '../../../../core/models/chatModel';
import { ChatModelError } from '../../../../core/models/chatModelError';
import { OpenAiCompatibleModel } from '../../../../core/models/openAiCompatible/openAiCompatibleModel';
import type { Behaviour, Break } from '../../../../scripts/modelServer/behaviour.mts';
import { ModelServer } from '../../../../scripts/modelServer/server.mts';
import { collected } from '../../../support/collected';
import { FakeClock } from '../../../support/fakeClock';
import { fetchHttp } from '../../../support/fetchHttp';

const messages: ChatMessage[] = [{ role: 'user', content: 'What is the capital of Japan?' }];

let server: ModelServer;
let behaviour: Behaviour;

beforeAll(async () => {
  server = await ModelServer.start(() => behaviour);
});
afterAll(() => server.stop());
beforeEach(() => {
  server.forgetRequests();
});

function modelThat(behaves: Behaviour): OpenAiCompatibleModel {
  behaviour = behaves;
  return new OpenAiCompatibleModel({ model: 'local-1', http: fetchHttp(server.url), clock: new FakeClock() });
}

describe('an answer', () => {
  it('brings text, usage and the reason it ended', async () => {
    const usage = { inputTokens: 12, outputTokens: 3 };
    const model = modelThat({ kind: 'reply', text: 'Tokyo.', usage });
    expect(model.id).toBe('local-1');
    expect(await model.complete({ messages })).toEqual({
      text: 'Tokyo.',
      toolCalls: [],
      finishReason: 'stop',
      usage,
    });
    expect(server.requests[0]?.body).toEqual({ model: 'local-1', messages });
  });

  it('has no usage when the provider reports none', async () => {
    const reply = await modelThat({ kind: 'reply', text: 'Tokyo.' }).complete({ messages });
    expect('usage' in reply).toBe(false);
  });

  it('brings log-probabilities only when asked for', async () => {
    const model = modelThat({
      kind: 'reply',
      text: 'Tokyo.',
      logprobs: [{ token: 'Tokyo.', logprob: -0.25 }],
    });
    expect((await model.complete({ messages, logprobs: true })).logprobs).toEqual([-0.25]);
    expect('logprobs' in (await model.complete({ messages }))).toBe(false);
  });

  it('brings calls of tools', async () => {
    const call = { id: 'call_1', name: 'weather', arguments: '{"city":"Tokyo"}' };
    const model = modelThat({ kind: 'reply', text: '', toolCalls: [call] });
    const tool = { name: 'weather', description: 'Tells the weather', parameters: { type: 'object' } };
    expect(await model.complete({ messages, tools: [tool] })).toMatchObject({
      text: '',
      toolCalls: [call],
      finishReason: 'tool_calls',
    });
    expect(server.requests[0]?.body).toMatchObject({ tools: [{ type: 'function', function: tool }] });
  });

  it.each(['length', 'content_filter'] as const)('that ended for %s says so', async (finishReason) => {
    const reply = await modelThat({ kind: 'reply', text: 'Tok', finishReason }).complete({ messages });
    expect(reply.finishReason).toBe(finishReason);
  });

  it('may be empty', async () => {
    expect((await modelThat({ kind: 'empty', missing: 'content' }).complete({ messages })).text).toBe('');
  });
});

describe('a failure', () => {
  it.each<[number, string]>([
    [400, 'rejected'],
    [401, 'authentication'],
    [403, 'authentication'],
    [404, 'not_found'],
    [429, 'rate_limit'],
    [500, 'server'],
    [503, 'server'],
  ])('of status %i is %s, with the words of the provider', async (status, fault) => {
    const model = modelThat({ kind: 'error', status, message: 'Because of this.' });
    await expect(model.complete({ messages })).rejects.toMatchObject({
      fault,
      status,
      message: `The model answered with status ${String(status)}: Because of this.`,
      retryAfterMs: undefined,
    });
    await expect(model.complete({ messages })).rejects.toThrow(ChatModelError);
  });

  it('tells how long to wait', async () => {
    const headers = { 'retry-after': '7' };
    const model = modelThat({ kind: 'error', status: 429, message: 'Slow down', headers });
    await expect(model.complete({ messages })).rejects.toMatchObject({ retryAfterMs: 7000 });
  });

  it.each<[string, Behaviour]>([
    ['breaks off', { kind: 'malformed' }],
    ['is a page for people', { kind: 'page' }],
    ['has no choice', { kind: 'empty', missing: 'choices' }],
  ])('is an answer that %s', async (_what, behaves) => {
    await expect(modelThat(behaves).complete({ messages })).rejects.toMatchObject({ fault: 'bad_reply' });
  });

  it('is a connection that breaks', async () => {
    await expect(modelThat({ kind: 'reset' }).complete({ messages })).rejects.toMatchObject({
      fault: 'network',
      message: 'The model could not be reached',
    });
  });

  it('is nobody listening', async () => {
    const model = new OpenAiCompatibleModel({ model: 'a', http: fetchHttp('http://127.0.0.1:1') });
    await expect(model.complete({ messages })).rejects.toMatchObject({ fault: 'network' });
  });
});

describe('a stream', () => {
  const reply: Behaviour = { kind: 'reply', text: 'Tokyo, of course.', finishReason: 'stop' };
  const ask = (behaves: Behaviour, more: object = {}) =>
    collected(modelThat(behaves).stream({ messages, ...more }));

  it('brings the text in pieces, and at its end the same answer as a whole one', async () => {
    const usage = { inputTokens: 12, outputTokens: 3 };
    const logprobs = [{ token: 'Tokyo', logprob: -0.25 }];
    const parts = await ask({ ...reply, usage, logprobs }, { logprobs: true, temperature: 0.5 });
    const whole = await modelThat({ ...reply, usage, logprobs }).complete({ messages, logprobs: true });
    expect(parts).toEqual([
      { type: 'text', text: 'Tokyo, ' },
      { type: 'text', text: 'of ' },
      { type: 'text', text: 'course.' },
      { type: 'end', reply: whole },
    ]);
    expect(server.requests[0]?.body).toMatchObject({
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0.5,
    });
  });

  it('puts the calls of tools together', async () => {
    const toolCalls = [
      { id: 'call_1', name: 'weather', arguments: '{"city":"Tokyo"}' },
      { id: 'call_2', name: 'weather', arguments: '{}' },
    ];
    const [end] = await ask({ kind: 'reply', text: '', toolCalls });
    expect(end).toMatchObject({ type: 'end', reply: { text: '', toolCalls, finishReason: 'tool_calls' } });
  });

  it.each(['length', 'content_filter'] as const)('that ended for %s says so', async (finishReason) => {
    const parts = await ask({ kind: 'reply', text: 'Tok', finishReason });
    expect(parts.at(-1)).toMatchObject({ reply: { text: 'Tok', finishReason } });
  });

  it('arrives while it is written', async () => {
    const started = Date.now();
    const arrived: number[] = [];
    for await (const part of modelThat({ ...reply, chunkDelayMs: 60 }).stream({ messages })) {
      if (part.type === 'text') arrived.push(Date.now() - started);
    }
    expect((arrived.at(-1) ?? 0) - (arrived[0] ?? 0)).toBeGreaterThan(80);
  });

  it.each<[string, Behaviour, object]>([
    ['is a page for people', { kind: 'page' }, { fault: 'bad_reply' }],
    ['breaks off in its first event', { kind: 'malformed' }, { fault: 'bad_reply' }],
    ['is empty', { kind: 'empty', missing: 'choices' }, { fault: 'bad_reply' }],
    ['is cut before it begins', { kind: 'reset' }, { fault: 'network' }],
    ['is refused', { kind: 'error', status: 401, message: 'No' }, { fault: 'authentication', status: 401 }],
    [
      'is put off',
      {
        kind: 'error',
        status: 429,
        message: 'Later',
        headers: { 'retry-after-ms': '1500', 'retry-after': '2' },
      },
      { fault: 'rate_limit', status: 429, retryAfterMs: 1500 },
    ],
    [
      'is filtered',
      { kind: 'error', status: 400, message: 'Filtered', code: 'content_filter' },
      { fault: 'content_filter' },
    ],
  ])('that %s is a failure', async (_, behaves, failure) => {
    await expect(ask(behaves)).rejects.toMatchObject({ name: 'ChatModelError', ...failure });
  });

  it.each<[Break, object]>([
    ['reset', { fault: 'network' }],
    ['end', { fault: 'network', message: 'The answer of the model ended in the middle' }],
    ['error', { fault: 'server', status: 503, message: 'The model answered with an error: Overloaded' }],
    ['garble', { fault: 'bad_reply' }],
  ])('whose middle goes wrong (%s) fails after what came before', async (how, failure) => {
    const texts: string[] = [];
    const read = async () => {
      for await (const part of modelThat({ kind: 'break', text: 'One two', how }).stream({ messages })) {
        if (part.type === 'text') texts.push(part.text);
      }
    };
    await expect(read()).rejects.toMatchObject({ name: 'ChatModelError', ...failure });
    expect(texts.join('')).toBe('One two');
  });

  it('is asked for again without a token count by a server that does not know it, and so from then on', async () => {
    const plain = await ModelServer.start(({ body }) =>
      body.stream_options ? { kind: 'error', status: 400, message: 'Extra inputs are not permitted' } : reply,
    );
    const model = new OpenAiCompatibleModel({ model: 'local-1', http: fetchHttp(plain.url) });
    for (const asked of [2, 3]) {
      expect((await collected(model.stream({ messages }))).at(-1)).toMatchObject({ type: 'end' });
      expect(plain.requests).toHaveLength(asked);
    }
    await plain.stop();
  });

  it('comes in one piece from a server that does not stream', async () => {
    const completion = { choices: [{ message: { content: 'Tokyo.' }, finish_reason: 'stop' }] };
    const http: Http = () => Promise.resolve({ status: 200, header: () => undefined, body: completion });
    const model = new OpenAiCompatibleModel({ model: 'a', http });
    expect(await collected(model.stream({ messages }))).toMatchObject([
      { type: 'text', text: 'Tokyo.' },
      { type: 'end', reply: { text: 'Tokyo.', finishReason: 'stop' } },
    ]);
  });

  it('may be read by a host that does not stream', async () => {
    behaviour = reply;
    const streaming = fetchHttp(server.url);
    const http: Http = (request) => streaming({ ...request, stream: false });
    const model = new OpenAiCompatibleModel({ model: 'a', http });
    expect((await collected(model.stream({ messages }))).at(-1)).toMatchObject({
      reply: { text: 'Tokyo, of course.' },
    });
  });

  it('ends with the reason of the signal, and hangs up', async () => {
    const caller = new AbortController();
    const reason = new Error('enough');
    const read = async () => {
      const model = modelThat({ kind: 'break', text: 'One two', how: 'hang' });
      for await (const part of model.stream({ messages, signal: caller.signal })) {
        if (part.type === 'text') caller.abort(reason);
      }
    };
    await expect(read()).rejects.toBe(reason);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.requests[0]?.aborted).toBe(true);
  });

  it('hangs up when nobody reads on', async () => {
    const model = modelThat({ kind: 'break', text: 'One two', how: 'hang' });
    for await (const part of model.stream({ messages })) {
      expect(part.type).toBe('text');
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.requests[0]?.aborted).toBe(true);
  });
});

it('is aborted with the reason of the signal, not taken for a broken connection', async () => {
  const caller = new AbortController();
  const reason = new Error('enough');
  const asking = modelThat({ kind: 'hang' }).complete({ messages, signal: caller.signal });
  setTimeout(() => {
    caller.abort(reason);
  }, 50);
  await expect(asking).rejects.toBe(reason);
});
