import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod/v3';
import { createUserProfile, RateLimiter, RedisStore, type Store } from '../../core';
import { publishExample, saveCredentials } from '../../scripts/examples/importExample.mts';
import {
  APPLICATION_KEY,
  BILLING_KEY,
  tenantCredentials,
} from '../../scripts/examples/tenantCredentials.mts';
import type { ModelServer } from '../../scripts/modelServer/server.mts';
import type { Credential, N8nApi } from '../../scripts/n8n/api.mts';
import { RedisServer } from '../../scripts/servers/redisServer.mts';
import { LOOPBACK } from '../../scripts/support/ports.mts';
import { post, type Answer } from '../../scripts/support/post.mts';
import { waitFor } from '../../scripts/support/time.mts';
import { outputOf } from './support/outputOf';
import { savedStore } from './support/savedStore';
import { n8nUrl, sharedN8n } from './support/sharedN8n';
import { COST_USD, QUESTION, SLOW, startTenantModels, UNANSWERABLE } from './support/tenantModels';

jest.setTimeout(120_000);

let api: N8nApi;
let models: ModelServer;
let redis: RedisServer;
let redisStore: RedisStore;
let credentials: ReadonlyMap<string, Credential>;

beforeAll(async () => {
  api = sharedN8n();
  models = await startTenantModels();
  redis = await RedisServer.start();
  redisStore = new RedisStore({ url: redis.url });
  credentials = await saveCredentials(api, [
    ...tenantCredentials(models),
    { name: 'Cascade Redis account', type: 'cascadeRedisApi', data: { host: LOOPBACK, port: redis.port } },
  ]);
});

afterAll(async () => {
  await redisStore.close();
  await Promise.all([models.stop(), redis.stop()]);
});

interface Deployment {
  readonly files: readonly string[];
  readonly askPath: string;
  readonly billingPath: string;
  /** What is stored at this moment. */
  readonly stored: (workflowId: string) => Promise<Store>;
}

const inOneWorkflow: Deployment = {
  files: ['tenants/multi-tenant-api.json'],
  askPath: 'ask',
  billingPath: 'billing',
  stored: (workflowId) => savedStore(api, workflowId),
};

const overRedis: Deployment = {
  files: ['tenants/redis-multi-tenant-api.json', 'tenants/redis-billing.json'],
  askPath: 'ask-shared',
  billingPath: 'billing-shared',
  stored: () => Promise.resolve(redisStore),
};

describe.each([
  ['one workflow with static data', inOneWorkflow],
  ['two workflows over Redis', overRedis],
])('the multi-tenant API, %s', (_, { files, askPath, billingPath, stored }) => {
  let workflowId: string;

  beforeAll(async () => {
    const [id = ''] = await Promise.all(files.map((file) => publishExample(api, file, credentials)));
    workflowId = id;
  });

  const ask = (userId: unknown, query = QUESTION, key = APPLICATION_KEY) =>
    post(`${n8nUrl()}/webhook/${askPath}`, { userId, query }, key);
  const bill = (userId: string, tier: unknown, key = BILLING_KEY) =>
    post(`${n8nUrl()}/webhook/${billingPath}`, { userId, tier }, key);

  /** Once all is settled and stored: n8n writes static data a moment after it has answered. */
  const usageOf = (userId: string, requests: number) =>
    waitFor(
      async () => {
        const limiter = new RateLimiter({ store: await stored(workflowId) });
        const usage = await limiter.getUsage(createUserProfile('FREE', userId));
        const isSettled = usage.concurrent.used === 0;
        return usage.hourly.used === requests && isSettled ? usage : undefined;
      },
      { what: `${String(requests)} stored requests of ${userId}`, timeoutMs: 5000 },
    );

  it('answers ten requests of a new user, the eleventh with 429, and more once they have paid', async () => {
    models.forgetRequests();
    for (let left = 9; left >= 0; left -= 1) {
      const { status, body, headers } = await ask('alice');
      expect([status, body]).toEqual([200, { answer: 'Paris.' }]);
      expect(headers.get('ratelimit-policy')).toBe('"hourly";q=10;w=3600, "daily";q=100;w=86400');
      expect(headers.get('ratelimit')).toMatch(new RegExp(`^"hourly";r=${String(left)};t=3\\d{3}, "daily"`));
    }
    expectRefusal(await ask('alice'));
    expect(models.requests).toHaveLength(10);

    const { status, body } = await bill('alice', 'PRO');
    expect([status, body]).toEqual([200, { userId: 'alice', tier: 'PRO' }]);
    const { headers } = await ask('alice');
    expect(headers.get('ratelimit')).toMatch(/^"hourly";r=489;/);
    expect((await usageOf('alice', 11)).budget.used).toBeCloseTo(11 * COST_USD, 9);
  });

  it('records what the cascade says that the answer cost', async () => {
    await ask('bob');
    expect((await usageOf('bob', 1)).budget.used).toBeCloseTo(COST_USD, 9);
    const [last] = await api.executions(workflowId, 1);
    const execution = await api.execution(last?.id ?? '');
    expect(outputOf(execution, 'Record Cost')).toMatchObject([
      { cascade: { costUsd: COST_USD }, rateLimit: { status: 'settled', costUsd: COST_USD } },
    ]);
  });

  it('does not count a request that no model could answer', async () => {
    const { status, body } = await ask('carol', UNANSWERABLE);
    expect([status, body]).toEqual([502, { error: 'No model of the cascade gave an answer' }]);
    expect((await ask('carol')).headers.get('ratelimit')).toMatch(/^"hourly";r=9;/);
    expect((await usageOf('carol', 1)).budget.used).toBeCloseTo(COST_USD, 9);
  });

  it.each([
    ['no user', undefined, QUESTION, '"User ID" is missing'],
    ['an empty user', '', QUESTION, '"User ID" is empty'],
    ['a user of 10 kB', 'x'.repeat(10_000), QUESTION, /^Parameter "User ID" is "x{60}…"/],
    ['no question', 'dave', '', '"Prompt (User Message)" is empty'],
  ])('answers %s with 400 and says why', async (_, userId, query, error) => {
    const { status, body } = await ask(userId, query);
    expect(status).toBe(400);
    expect(errorIn(body)).toMatch(error);
  });

  it('changes no tier to one that nobody knows', async () => {
    const { status, body } = await bill('erin', 'PLATINUM');
    expect(status).toBe(400);
    expect(errorIn(body)).toBe(
      'Parameter "Tier" is "PLATINUM", but must be one of FREE, STARTER, PRO, BUSINESS, ENTERPRISE',
    );
  });

  it('lets nobody in without the key', async () => {
    const asked = await Promise.all([
      ask('alice', QUESTION, BILLING_KEY),
      bill('alice', 'PRO', APPLICATION_KEY),
    ]);
    expect(asked.map(({ status }) => status)).toEqual([403, 403]);
  });

  it.each(['__proto__', 'constructor', 'a:b', 'a\nb', '{alice}', ' alice', 'Älice', '*'])(
    'counts the user %j apart from all others',
    async (userId) => {
      const { status, headers } = await ask(userId);
      expect(status).toBe(200);
      expect(headers.get('ratelimit')).toMatch(/^"hourly";r=9;/);
    },
  );
});

describe('the multi-tenant API over Redis while Redis is away', () => {
  const { askPath, billingPath } = overRedis;
  const ask = (query = QUESTION) =>
    post(`${n8nUrl()}/webhook/${askPath}`, { userId: 'frank', query }, APPLICATION_KEY);

  afterEach(async () => {
    await redis.restart();
    await waitFor(async () => ((await ask()).status === 200 ? true : undefined), {
      what: 'n8n to find Redis again',
      timeoutMs: 20_000,
    });
  });

  it('answers 503', async () => {
    await redis.kill();
    const { status, body } = await ask();
    expect([status, body]).toEqual([503, { error: 'Try again later', limit: null, retryAfterSeconds: null }]);
  });

  it('tells billing that the tier was not changed', async () => {
    await redis.kill();
    const user = { userId: 'frank', tier: 'PRO' };
    const { status, body } = await post(`${n8nUrl()}/webhook/${billingPath}`, user, BILLING_KEY);
    expect(status).toBe(400);
    expect(errorIn(body)).toBe(`Redis at ${LOOPBACK}:${String(redis.port)} refuses connections`);
  });

  it('gives the answer that was on its way, although its cost cannot be recorded', async () => {
    models.forgetRequests();
    const answer = ask(SLOW);
    await waitFor(() => Promise.resolve(models.requests[0]), {
      what: 'the model to be asked',
      timeoutMs: 5000,
    });
    await redis.kill();
    const { status, body } = await answer;
    expect([status, body]).toEqual([200, { answer: 'Paris.' }]);
  });
});

function expectRefusal({ status, headers, body }: Answer): void {
  expect(status).toBe(429);
  const retryAfter = Number(headers.get('retry-after'));
  expect(retryAfter).toBeGreaterThan(3500);
  expect(retryAfter).toBeLessThanOrEqual(3600);
  expect(headers.get('ratelimit')).toMatch(`"hourly";r=0;t=${String(retryAfter)}, "daily";r=90`);
  expect(body).toEqual({ error: 'Too many requests', limit: 'hourly', retryAfterSeconds: retryAfter });
}

function errorIn(body: unknown): string {
  return z.object({ error: z.string() }).parse(body).error;
}
