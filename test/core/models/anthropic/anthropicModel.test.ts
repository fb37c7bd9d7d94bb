import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AnthropicModel } from '../../../../core/models/anthropic/anthropicModel';
import type { ChatMessage } from '../../../../core/models/chatModel';
import { collected } from '../../../support/collected';
import { FakeClock } from '../../../support/fakeClock';
import { fetchHttp } from '../../../support/fetchHttp';
import { message, MessagesServer, refusal, type Answer } from '../../../support/messagesServer';

const messages: ChatMessage[] = [{ role: 'user', content: 'What is the capital of Japan?' }];

let server: MessagesServer;
let answer: Answer;

beforeAll(async () => {
  server = await MessagesServer.start(() => answer);
});
afterAll(() => server.stop());
beforeEach(() => {
  server.forgetRequests();
});

function modelThatAnswers(given: Answer): AnthropicModel {
  answer = given;
  return new AnthropicModel({ model: 'claude-test', http: fetchHttp(server.url), clock: new FakeClock() });
}

it('asks for a message of limited length', async () => {
  const reply = await modelThatAnswers(message('Tokyo.')).complete({ messages });
  expect(reply).toEqual({
    text: 'Tokyo.',
    toolCalls: [],
    finishReason: 'stop',
    usage: { inputTokens: 1000, outputTokens: 100 },
  });
  expect(server.requests[0]?.body).toEqual({
    model: 'claude-test',
    max_tokens: 4096,
    messages: [{ role: 'user', content: [{ type: 'text', text: 'What is the capital of Japan?' }] }],
  });
});

it('asks for as many tokens as it is told to', async () => {
  answer = message('Tokyo.');
  const http = fetchHttp(server.url);
  await new AnthropicModel({ model: 'claude-test', http, maxOutputTokens: 50 }).complete({ messages });
  expect(server.requests[0]?.body).toMatchObject({ max_tokens: 50 });
});

it('has its name for an id, unless it is given another for the price table', () => {
  const http = fetchHttp('http://127.0.0.1:1');
  expect(new AnthropicModel({ model: 'claude-test', http }).id).toBe('claude-test');
  expect(new AnthropicModel({ model: 'claude-test', http, id: 'aws/claude-test' }).id).toBe(
    'aws/claude-test',
  );
});

describe('a failure', () => {
  it.each([
    [400, 'rejected'],
    [401, 'authentication'],
    [404, 'not_found'],
    [429, 'rate_limit'],
    [500, 'server'],
    [529, 'server'],
  ])('of status %i is %s, with the words of Anthropic', async (status, fault) => {
    const model = modelThatAnswers(refusal(status, 'Because of this.'));
    await expect(model.complete({ messages })).rejects.toMatchObject({
      fault,
      status,
      message: `The model answered with status ${String(status)}: Because of this.`,
    });
  });

  it('tells how long to wait', async () => {
    const model = modelThatAnswers(refusal(429, 'Slow down', { 'retry-after': '7' }));
    await expect(model.complete({ messages })).rejects.toMatchObject({ retryAfterMs: 7000 });
  });

  it('is an answer that breaks off', async () => {
    const model = modelThatAnswers({ kind: 'malformed' });
    await expect(model.complete({ messages })).rejects.toMatchObject({ fault: 'bad_reply' });
  });

  it('is nobody listening', async () => {
    const model = new AnthropicModel({ model: 'claude-test', http: fetchHttp('http://127.0.0.1:1') });
    await expect(model.complete({ messages })).rejects.toMatchObject({ fault: 'network' });
  });
});

describe('a stream', () => {
  const ask = (given: Answer) => collected(modelThatAnswers(given).stream({ messages, temperature: 2 }));

  it('brings the text in pieces, and at its end the same answer as a whole one', async () => {
    const content = [
      { type: 'text', text: 'I look.' },
      { type: 'tool_use', id: 'toolu_1', name: 'weather', input: { city: 'Tokyo' } },
      { type: 'tool_use', id: 'toolu_2', name: 'time', input: {} },
    ];
    const usage = { input_tokens: 10, cache_read_input_tokens: 5, output_tokens: 7 };
    const answered = message('', { content, stop_reason: 'tool_use', usage });
    const reply = await modelThatAnswers(answered).complete({ messages });
    expect(reply.toolCalls).toHaveLength(2);
    expect(await ask(answered)).toEqual([
      { type: 'text', text: 'I ' },
      { type: 'text', text: 'look.' },
      { type: 'end', reply },
    ]);
    expect(server.requests[1]?.body).toMatchObject({ stream: true, temperature: 1 });
  });

  it.each<[string, Answer, object]>([
    ['is refused', refusal(401, 'No'), { fault: 'authentication', status: 401 }],
    ['breaks off in its first event', { kind: 'malformed' }, { fault: 'bad_reply' }],
    ['breaks', { kind: 'break', message: message('One two'), how: 'reset' }, { fault: 'network' }],
    [
      'ends before its last events',
      { kind: 'break', message: message('One two'), how: 'end' },
      { fault: 'network', message: 'The answer of the model ended in the middle' },
    ],
    [
      'turns into an error',
      { kind: 'break', message: message('One two'), how: 'error' },
      { fault: 'server', message: 'The model answered with an error: Overloaded' },
    ],
  ])('that %s is a failure', async (_, given, failure) => {
    await expect(ask(given)).rejects.toMatchObject({ name: 'ChatModelError', ...failure });
  });
});

it('is aborted with the reason of the signal, and hangs up', async () => {
  const caller = new AbortController();
  const reason = new Error('enough');
  const asking = modelThatAnswers({ kind: 'hang' }).complete({ messages, signal: caller.signal });
  setTimeout(() => {
    caller.abort(reason);
  }, 50);
  await expect(asking).rejects.toBe(reason);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(server.requests[0]?.aborted).toBe(true);
});
