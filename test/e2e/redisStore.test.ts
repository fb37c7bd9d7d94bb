import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { z } from 'zod/v3';
import { createUserProfile, RateLimiter, RedisStore } from '../../core';
import { RedisServer } from '../../scripts/servers/redisServer.mts';

jest.setTimeout(60_000);

const PROCESSES = 4;
const REQUESTS = 200;

let redis: RedisServer;
let store: RedisStore;

beforeAll(async () => {
  redis = await RedisServer.start();
  store = new RedisStore({ url: redis.url });
});

afterAll(async () => {
  await store.close();
  await redis.stop();
});

async function messageOf(child: ChildProcess): Promise<unknown> {
  const [message] = (await once(child, 'message', { signal: AbortSignal.timeout(30_000) })) as unknown[];
  return message;
}

it('lets exactly 50 of 200 requests in that four processes make at the same time', async () => {
  const share = String(REQUESTS / PROCESSES);
  const children = Array.from({ length: PROCESSES }, () =>
    fork(require.resolve('./support/limiterProcess.mts'), [redis.url, 'alice', share]),
  );
  const exits = children.map((child) => once(child, 'exit'));
  expect(await Promise.all(children.map(messageOf))).toEqual(Array<string>(PROCESSES).fill('ready'));
  for (const child of children) child.send('go');
  const letIn = z.array(z.number()).parse(await Promise.all(children.map(messageOf)));
  expect(letIn.reduce((sum, count) => sum + count, 0)).toBe(50);
  expect(await Promise.all(exits)).toEqual(Array<unknown>(PROCESSES).fill([0, null]));

  const limiter = new RateLimiter({ store });
  const usage = await limiter.getUsage(createUserProfile('PRO', 'alice'));
  expect([usage.hourly.used, usage.daily.used, usage.concurrent.used]).toEqual([50, 50, 0]);
  expect(usage.budget.used).toBeCloseTo(0.05, 9);
});
