import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '../../../../core/models/chatModel';
import { ChatModelError } from '../../../../core/models/chatModelError';
import { OpenAiCompatibleModel } from '../../../../core/models/openAiCompatible/openAiCompatibleModel';
import type { Behaviour } from '../../../../scripts/modelServer/behaviour.mts';
import { ModelServer } from '../../../../scripts/modelServer/server.mts';
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
    [404, 'not_found'],
    [429, 'rate_limit'],
    [500, 'server'],
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

it('is aborted with the reason of the signal, not taken for a broken connection', async () => {
  const caller = new AbortController();
  const reason = new Error('enough');
  const asking = modelThat({ kind: 'hang' }).complete({ messages, signal: caller.signal });
  setTimeout(() => {
    caller.abort(reason);
  }, 50);
  await expect(asking).rejects.toBe(reason);
});
