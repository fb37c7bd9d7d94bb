import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { lastTextOf } from '../../scripts/modelServer/request.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import { N8nApi, type Credential } from '../../scripts/n8n/api.mts';
import { ensureN8n } from '../../scripts/n8n/ensureN8n.mts';
import { installPackage } from '../../scripts/n8n/installPackage.mts';
import type { N8nProcess } from '../../scripts/n8n/n8nProcess.mts';
import { startN8n } from '../../scripts/n8n/startN8n.mts';
import { RedisServer } from '../../scripts/servers/redisServer.mts';
import { LOOPBACK } from '../../scripts/support/ports.mts';
import { projectPath } from '../../scripts/support/project.mts';
import { waitFor } from '../../scripts/support/time.mts';
import { BATCH, PublishedBatch } from './support/batch/batchWorkflow';
import { liveAnswer } from './support/cascade/liveAnswer';
import { owner } from './support/sharedN8n';

jest.setTimeout(180_000);

const MODELS = ['gpt-4o-mini', 'gpt-4o'];
const DELAY_MS = 500;

let home: string;
let installation: string;
let models: ModelServer;
let redis: RedisServer;
let n8n: N8nProcess;
let api: N8nApi;
let credential: Credential;
let redisCredential: Credential;

const boot = () => startN8n({ installation, home, env: { N8N_LOG_LEVEL: 'info' } });
const capitals = (count: number) =>
  Array.from({ length: count }, (_, index) => `What is the capital of country ${String(index + 1)}?`);
const asked = () => models.requests.map(({ body }) => lastTextOf('user', body));

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'cascadeflow-batch-'));
  await installPackage(home, projectPath());
  installation = await ensureN8n();
  [models, redis] = await Promise.all([
    ModelServer.start(({ body }) => ({
      kind: 'reply',
      text: `I was asked: ${lastTextOf('user', body)}`,
      usage: { inputTokens: 1000, outputTokens: 100 },
      delayMs: DELAY_MS,
    })),
    RedisServer.start(),
  ]);
  n8n = await boot();
  api = await N8nApi.signIn(n8n.url, owner);
  [credential, redisCredential] = await Promise.all([
    api.createCredential({
      name: 'Test API',
      type: 'cascadeLlmApi',
      data: { apiType: 'openAiCompatible', baseUrl: models.url, apiKey: 'sk-test' },
    }),
    api.createCredential({
      name: 'Test Redis',
      type: 'cascadeRedisApi',
      data: { host: LOOPBACK, port: redis.port },
    }),
  ]);
});

beforeEach(() => {
  models.forgetRequests();
});

afterAll(async () => {
  await n8n.stop();
  await Promise.all([models.stop(), redis.stop()]);
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
});

it('tells how far it is while it runs: to whoever streams, and in the log', async () => {
  const queries = capitals(26);
  const given = { models: MODELS, credential, parameters: { strategy: 'parallel', queriesAtOnce: 2 } };
  const { url } = await PublishedBatch.publish(api, { ...given, streams: true }, n8n.url);
  const told: string[] = [];
  const askedThen: number[] = [];
  for await (const { type, content, metadata } of liveAnswer(url, { queries })) {
    if (type !== 'item' || content === undefined || metadata.nodeName !== BATCH) continue;
    told.push(content);
    askedThen.push(models.requests.length);
  }
  expect(told).toEqual([
    expect.stringMatching(/^\d\d of 26 queries done after 5 s\n$/),
    expect.stringMatching(/^26 of 26 queries done after \d+ s\n$/),
  ]);
  expect(askedThen[0]).toBeLessThan(26);
  for (const line of told) expect(n8n.log()).toContain(`${BATCH}: ${line.trim()}`);
  expect(n8n.log()).not.toContain('capital of country');
});

it('loses nothing when n8n is killed, and asks again only what was under way', async () => {
  const AT_ONCE = 5;
  const queries = capitals(40);
  const parameters = { strategy: 'parallel', queriesAtOnce: AT_ONCE, batchId: 'killed-batch' };
  const given = { models: MODELS, credential, redis: redisCredential, parameters };
  const before = await PublishedBatch.publish(api, given, n8n.url);
  await before.start(queries);
  await waitFor(() => Promise.resolve(models.requests.length >= 18 ? true : undefined), {
    what: 'the batch to be half done',
    timeoutMs: 30_000,
    intervalMs: 20,
  });
  process.kill(n8n.pid, 'SIGKILL');
  await n8n.ended;
  const killedAt = Date.now();
  const firstCalls = new Map(
    models.requests.map(({ body, receivedAt }) => [lastTextOf('user', body), receivedAt]),
  );
  expect(firstCalls.size).toBeLessThan(queries.length);

  models.forgetRequests();
  n8n = await boot();
  api = await N8nApi.signIn(n8n.url, owner);
  const again = before.at(api, n8n.url);
  const { results, failed, summary } = await again.run(queries);
  expect(results.map(({ query, output }) => [query, output])).toEqual(
    queries.map((query) => [query, `I was asked: ${query}`]),
  );
  expect(failed).toEqual([]);

  const twice = asked().filter((query) => firstCalls.has(query));
  expect(twice.length).toBeLessThanOrEqual(2 * AT_ONCE);
  for (const query of twice) expect(killedAt - (firstCalls.get(query) ?? 0)).toBeLessThan(2 * DELAY_MS);
  expect(asked()).toHaveLength(queries.length - firstCalls.size + twice.length);
  expect(summary).toMatchObject({ batch: { done: 40, resumed: firstCalls.size - twice.length } });
});
