import { describe, expect, it } from '@jest/globals';
import type { Http } from '../../../../core/http/http';
import { AnthropicModel } from '../../../../core/models/anthropic/anthropicModel';
import type { ChatModel, ChatRequest } from '../../../../core/models/chatModel';
import { OpenAiCompatibleModel } from '../../../../core/models/openAiCompatible/openAiCompatibleModel';
import { FakeClock } from '../../../support/fakeClock';

const clock = new FakeClock();
const headers = new Map([
  ['x-ratelimit-limit-requests', '10'],
  ['x-ratelimit-remaining-requests', '4'],
  ['x-ratelimit-reset-requests', '1m6s'],
  ['retry-after', '7'],
]);
const quota = { requests: { remaining: 4, limit: 10, resetsInMs: 66_000 }, tokens: undefined };

function answering(status: number, body: unknown): Http {
  return () => Promise.resolve({ status, body, header: (name) => headers.get(name) });
}

const completion = {
  choices: [{ message: { content: 'Tokyo' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 1, completion_tokens: 1 },
};
const message = {
  content: [{ type: 'text', text: 'Tokyo' }],
  stop_reason: 'end_turn',
  usage: { input_tokens: 1, output_tokens: 1 },
};
const request: ChatRequest = { messages: [{ role: 'user', content: 'What is the capital of Japan?' }] };

type Client = (http: Http) => ChatModel & Required<Pick<ChatModel, 'stream'>>;

describe.each<[string, Client, object]>([
  ['OpenAI', (http) => new OpenAiCompatibleModel({ model: 'm', http, clock }), completion],
  ['Anthropic', (http) => new AnthropicModel({ model: 'm', http, clock }), message],
])('what a client of %s tells of the limits', (_, client, body) => {
  it('stands with a reply', async () => {
    expect(await client(answering(200, body)).complete(request)).toMatchObject({ text: 'Tokyo', quota });
  });

  it('stands with a reply in pieces', async () => {
    const parts = [];
    for await (const part of client(answering(200, body)).stream(request)) parts.push(part);
    expect(parts.at(-1)).toMatchObject({ type: 'end', reply: { text: 'Tokyo', quota } });
  });

  it('stands with a refusal', async () => {
    const refused = client(answering(429, { error: { message: 'Slow down', type: 'rate_limit_error' } }));
    const refusal = { fault: 'rate_limit', retryAfterMs: 7000, quota, lasts: false };
    await expect(refused.complete(request)).rejects.toMatchObject(refusal);
    await expect(refused.stream(request)[Symbol.asyncIterator]().next()).rejects.toMatchObject(refusal);
  });

  it.each([
    { code: 'insufficient_quota', type: 'insufficient_quota' },
    { code: 'project_spend_limit_exceeded', type: 'insufficient_quota' },
    { code: 'credit_balance_exhausted', type: null },
    { code: 'billing_not_active', type: 'invalid_request_error' },
  ])('is that no wait helps when the account has no money: %p', async (names) => {
    const broke = client(answering(429, { error: { message: 'You exceeded your current quota', ...names } }));
    await expect(broke.complete(request)).rejects.toMatchObject({ fault: 'rate_limit', lasts: true });
  });

  it('is nothing when the headers say nothing', async () => {
    const silent: Http = () => Promise.resolve({ status: 200, body, header: () => undefined });
    expect(await client(silent).complete(request)).not.toHaveProperty('quota');
  });
});
