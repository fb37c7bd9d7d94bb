import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createUserProfile, RateLimiter, RedisStore } from '../../core';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import { type Credential, N8nApi } from '../../scripts/n8n/api.mts';
import { ensureN8n } from '../../scripts/n8n/ensureN8n.mts';
import { installPackage } from '../../scripts/n8n/installPackage.mts';
import { type N8nQueue, startN8nQueue } from '../../scripts/n8n/startN8nQueue.mts';
import { PostgresServer } from '../../scripts/servers/postgresServer.mts';
import { RedisServer } from '../../scripts/servers/redisServer.mts';
import { LOOPBACK } from '../../scripts/support/ports.mts';
import { post, type Answer } from '../../scripts/support/post.mts';
import { projectPath } from '../../scripts/support/project.mts';
import { waitFor } from '../../scripts/support/time.mts';
import { behaviourByModelName } from '../support/behaviourByModelName';
import { collected } from '../support/collected';
import { publishAgent, type PublishedAgent } from './support/cascade/agentWorkflow';
import { liveAnswer, textsOf } from './support/cascade/liveAnswer';
import { type CheckWorkflow, COST_USD, LIMIT, publishCheck } from './support/checkWorkflow';
import { race } from './support/race';
import { owner } from './support/sharedN8n';
import { publishCascade } from './support/webhookWorkflow';

jest.setTimeout(300_000);

const QUESTION = 'What is the capital of France?';
const MODELS = ['gpt-4o-mini', 'gpt-4o'];
const ofUser = { profileFrom: 'item', profile: '{ "tier": "PRO" }', userId: 'alice' };

let home: string;
let postgres: PostgresServer;
let redis: RedisServer;
let models: ModelServer;
let n8n: N8nQueue;
let api: N8nApi;
let credential: Credential;
let onStaticData: CheckWorkflow;
let agentOnStaticData: PublishedAgent;
/** What was started, also when not all of it could be. */
const started: { stop(): unknown }[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'cascadeflow-queue-'));
  await installPackage(home, projectPath());
  [postgres, redis, models] = await Promise.all([
    PostgresServer.start(),
    RedisServer.start(),
    ModelServer.start(behaviourByModelName),
  ]);
  started.push(postgres, redis, models);
  const installation = await ensureN8n();
  n8n = await startN8nQueue({ installation, home, postgres: postgres.connection, redis, workers: 2 });
  started.push(n8n);
  api = await N8nApi.signIn(n8n.main.url, owner);
  const data = { apiKey: 'sk-test', url: models.url };
  credential = await api.createCredential({ name: 'Test models', type: 'openAiApi', data });
  onStaticData = await publishCheck(api, n8n.main.url);
  const given = { models: MODELS, credential, parameters: ofUser };
  agentOnStaticData = await publishAgent(api, given, n8n.main.url);
  // What these save is looked for in vain by the calls that come ten seconds later.
  await Promise.all(
    Array.from({ length: 10 }, () => Promise.all([onStaticData.call('alice'), askAgentOnStaticData()])),
  );
});

afterAll(async () => {
  for (const each of started.reverse()) await each.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
});

function askAgentOnStaticData(): Promise<Answer> {
  return post(agentOnStaticData.url, { text: QUESTION });
}

/** Makes calls and expects that each worker ran some of them. */
async function sharedByWorkers<Result>(calls: () => Promise<Result>): Promise<Result> {
  const before = n8n.workers.map((worker) => worker.log().length);
  const result = await calls();
  for (const [index, worker] of n8n.workers.entries())
    expect(worker.log().slice(before[index])).toMatch(/Worker started execution \d+/);
  return result;
}

describe('an n8n in queue mode', () => {
  it('answers queries from all of its workers', async () => {
    const workflow = await publishCascade(api, { models: MODELS, credentialId: credential.id });

    const queries = [QUESTION];
    const answers = await sharedByWorkers(() =>
      Promise.all(Array.from({ length: 12 }, () => workflow.call({ queries }))),
    );
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(body).toMatchObject([{ output: 'Paris.', cascade: { modelUsed: 'gpt-4o-mini' } }]);
    }
    expect(n8n.main.log()).not.toMatch(/Worker started/);
  });

  it('streams answers from its workers while they are written', async () => {
    const given = { models: ['refusing', 'strong'], credential, streams: true };
    const { url } = await publishAgent(api, given, n8n.main.url);
    const chunks = await sharedByWorkers(() =>
      Promise.all(Array.from({ length: 6 }, () => collected(liveAnswer(url, { text: QUESTION })))),
    );
    for (const answer of chunks) expect(textsOf(answer)).toEqual(['Paris, ', 'on ', 'the ', 'Seine.']);
  });

  it('lets exactly 50 of 200 requests in that all of its workers judge over one Redis', async () => {
    const data = { host: LOOPBACK, port: redis.port };
    const redisCredential = await api.createCredential({ name: 'Test Redis', type: 'cascadeRedisApi', data });
    const workflow = await publishCheck(api, n8n.main.url, { redis: redisCredential, settles: true });
    const statuses = await sharedByWorkers(() => race(workflow, 'alice'));
    expect(statuses).toEqual({ 200: LIMIT, 429: 150 });

    const store = new RedisStore({ url: redis.url });
    const usage = await new RateLimiter({ store }).getUsage(createUserProfile('PRO', 'alice'));
    await store.close();
    expect([usage.hourly.used, usage.daily.used, usage.concurrent.used]).toEqual([LIMIT, LIMIT, 0]);
    expect(usage.budget.used).toBeCloseTo(LIMIT * COST_USD, 9);
  });

  it('refuses static data, which its workers lose, and says to choose Redis', async () => {
    const refusal = await waitFor(
      async () => {
        const answers = await Promise.all(Array.from({ length: 10 }, () => onStaticData.call('alice')));
        return answers.find(({ status }) => status === 500);
      },
      { what: 'static data to be refused', timeoutMs: 30_000, intervalMs: 2000 },
    );
    expect(refusal.body).toMatchObject({
      error: 'The static data that was saved did not come back with the executions after it',
      details: { description: expect.stringMatching(/queue mode.*Choose Redis/) },
    });
  });

  it('refuses to answer users out of static data, too, and asks no model', async () => {
    await waitFor(
      async () => {
        models.forgetRequests();
        const answers = await Promise.all(Array.from({ length: 10 }, askAgentOnStaticData));
        return answers.every(({ status }) => status === 500) ? true : undefined;
      },
      { what: 'static data to be refused by each worker', timeoutMs: 30_000, intervalMs: 2000 },
    );
    expect(models.requests).toEqual([]);
    const [last] = await api.executions(agentOnStaticData.id, 1);
    const { data } = await api.execution(last?.id ?? '');
    expect(data.resultData.error).toMatchObject({
      message: 'The static data that was saved did not come back with the executions after it',
      description: expect.stringMatching(/queue mode.*Choose Redis/),
    });
  });
});
