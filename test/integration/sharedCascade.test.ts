import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createUserProfile, RateLimiter, RateLimitError, RedisStore } from '../../core';
import { SharedCascade } from '../../examples/library/sharedCascade';
import { RedisServer } from '../../scripts/servers/redisServer.mts';
import { says, ScriptedModel } from '../support/scriptedModel';

const QUESTION = 'What is the capital of France?';

let redis: RedisServer;
/** As two processes have them. */
let stores: readonly [RedisStore, RedisStore];

beforeAll(async () => {
  redis = await RedisServer.start();
  stores = [new RedisStore({ url: redis.url }), new RedisStore({ url: redis.url })];
});

afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await redis.stop();
});

function cascades() {
  const drafter = new ScriptedModel(says('Paris.'), 'gpt-4o-mini');
  const models = [
    { name: 'gpt-4o-mini', chat: drafter },
    { name: 'gpt-4o', chat: new ScriptedModel(says('Paris, on the Seine.'), 'gpt-4o') },
  ];
  const [one, other] = stores.map((store) => new SharedCascade(store, models));
  if (!one || !other) throw new Error('There are two stores');
  return { drafter, one, other };
}

it('gives the answer of one process again in another one', async () => {
  const { drafter, one, other } = cascades();
  const profile = createUserProfile('PRO', 'alice');
  const first = await one.answer(profile, QUESTION);
  const asked = drafter.requests.length;
  expect(await other.answer(profile, QUESTION)).toMatchObject({
    output: first.output,
    cascade: { costUsd: 0 },
  });
  expect(drafter.requests).toHaveLength(asked);
  await other.answer(createUserProfile('PRO', 'bob'), QUESTION);
  expect(drafter.requests.length).toBeGreaterThan(asked);
});

it('holds a user to their limits in all processes together, and books the real cost', async () => {
  const { one, other } = cascades();
  const profile = createUserProfile('FREE', 'carol', { customRequestsPerHour: 2 });
  const first = await one.answer(profile, QUESTION);
  const second = await other.answer(profile, 'What is the capital of Spain?');
  await expect(one.answer(profile, QUESTION)).rejects.toThrow(RateLimitError);
  const { budget } = await new RateLimiter({ store: stores[0] }).getUsage(profile);
  expect(budget.used).toBeCloseTo((first.cascade.costUsd ?? 0) + (second.cascade.costUsd ?? 0), 9);
});
