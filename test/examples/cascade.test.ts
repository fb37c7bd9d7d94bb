import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AllModelsFailedError,
  createUserProfile,
  MemoryStore,
  RateLimiter,
  RateLimitError,
  RunBlockedError,
} from '../../core';
import { answerCustomer } from '../../examples/library/cascade';
import { SharedCascade } from '../../examples/library/sharedCascade';
import type { Behaviour } from '../../scripts/modelServer/behaviour.mts';
import { lastTextOf } from '../../scripts/modelServer/request.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import { fetchHttp } from '../support/fetchHttp';
import { says, ScriptedModel } from '../support/scriptedModel';

const INSULT = 'You are a worthless piece of shit and I will beat you to death, you idiot.';

describe('cascade', () => {
  const models = ['gpt-4o-mini', 'gpt-4o'];
  const profile = createUserProfile('PRO', 'u', { preferredModels: models });
  const usage = { inputTokens: 1000, outputTokens: 100 };
  let server: ModelServer;

  const lookUp = (order: string): Behaviour => ({
    kind: 'reply',
    text: '',
    toolCalls: [{ id: 'call-1', name: 'order_status', arguments: JSON.stringify({ order }) }],
    usage,
  });

  beforeAll(async () => {
    server = await ModelServer.start(({ body }) => {
      const status = lastTextOf('tool', body);
      const question = lastTextOf('user', body);
      if (status !== '') return { kind: 'reply', text: `It is ${status}.`, usage };
      if (question.includes('order'))
        return lookUp(body.model === 'gpt-4o' ? '4711' : question.slice(-5, -1));
      if (question.includes('Atlantis')) return { kind: 'error', status: 401, message: 'Wrong key' };
      return { kind: 'reply', text: `Yes, says ${body.model}.`, usage };
    });
  });
  beforeEach(() => {
    server.forgetRequests();
  });
  afterAll(() => server.stop());

  async function answered(question: string) {
    const shown: string[] = [];
    const looked: string[] = [];
    const answer = await answerCustomer(profile, question, {
      http: fetchHttp(server.url),
      statusOf: (order) => {
        looked.push(order);
        return Promise.resolve('on its way');
      },
      show: (text) => shown.push(text),
    });
    return { answer, shown, looked, asked: server.requests.map(({ body }) => body.model) };
  }

  it('is answered by the draft, and shows it when it is accepted', async () => {
    expect(await answered('Do you sell lamps?')).toEqual({
      answer: { text: 'Yes, says gpt-4o-mini.', model: 'gpt-4o-mini', costUsd: 0.00021, savedPercent: 94 },
      shown: ['Yes, says gpt-4o-mini.'],
      looked: [],
      asked: ['gpt-4o-mini'],
    });
  });

  it('looks an order up, and leaves what follows to the verifier', async () => {
    const { answer, shown, looked, asked } = await answered('Where is my order 4712?');
    expect(answer).toMatchObject({ text: 'It is on its way.', model: 'gpt-4o' });
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.join('')).toBe('It is on its way.');
    expect([looked, asked]).toEqual([['4712'], ['gpt-4o-mini', 'gpt-4o']]);
  });

  it('has a call that does not fit written again by the verifier', async () => {
    const { looked, asked } = await answered('Where is my order?');
    expect([looked, asked.slice(0, 2)]).toEqual([['4711'], ['gpt-4o-mini', 'gpt-4o']]);
  });

  it('asks the verifier alone about money, and fails with what each model did', async () => {
    expect((await answered('Why was I charged twice?')).asked).toEqual(['gpt-4o']);
    await expect(answered('Do you ship to Atlantis?')).rejects.toThrow(AllModelsFailedError);
  });
});

describe('sharedCascade', () => {
  const drafter = new ScriptedModel(says('Paris.'), 'gpt-4o-mini');
  const models = [
    { name: 'gpt-4o-mini', chat: drafter },
    { name: 'gpt-4o', chat: new ScriptedModel(says('Paris, on the Seine.'), 'gpt-4o') },
  ];
  const QUESTION = 'What is the capital of France?';

  it('answers a user once for all processes, and books each request', async () => {
    const store = new MemoryStore();
    const [one, other] = [new SharedCascade(store, models), new SharedCascade(store, models)];
    const profile = createUserProfile('FREE', 'u', { customRequestsPerHour: 2 });
    const first = await one.answer(profile, QUESTION);
    const asked = drafter.requests.length;
    const again = await other.answer(profile, QUESTION);
    expect([first.output, again.output]).toEqual(['Paris.', 'Paris.']);
    expect(drafter.requests).toHaveLength(asked);
    expect(again).toMatchObject({ cascade: { costUsd: 0 }, booking: { status: 'settled', costUsd: 0 } });
    await expect(one.answer(profile, QUESTION)).rejects.toThrow(RateLimitError);
    const usage = await new RateLimiter({ store }).getUsage(profile);
    expect(usage.budget.used).toBeCloseTo(first.cascade.costUsd ?? Number.NaN, 9);
  });

  it('asks nobody what the profile has moderated', async () => {
    const profile = createUserProfile('FREE', 'v', { enableContentModeration: true });
    const asked = drafter.requests.length;
    const answer = new SharedCascade(new MemoryStore(), models).answer(profile, INSULT);
    await expect(answer).rejects.toThrow(RunBlockedError);
    expect(drafter.requests).toHaveLength(asked);
  });
});
