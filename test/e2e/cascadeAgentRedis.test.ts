import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { z } from 'zod/v3';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import type { Credential, N8nApi } from '../../scripts/n8n/api.mts';
import { RedisServer } from '../../scripts/servers/redisServer.mts';
import { LOOPBACK } from '../../scripts/support/ports.mts';
import { post } from '../../scripts/support/post.mts';
import { waitFor } from '../../scripts/support/time.mts';
import { publishAgent, type AgentWorkflow } from './support/cascade/agentWorkflow';
import { modelsAsked, reply } from './support/cascade/exampleModels';
import { sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

const MODELS = ['gpt-4o-mini', 'gpt-4o'];

let api: N8nApi;
let models: ModelServer;
let redis: RedisServer;
let credential: Credential;
let redisCredential: Credential;

beforeAll(async () => {
  api = sharedN8n();
  // The drafter is always wrong.
  models = await ModelServer.start(({ body }) => reply(body.model === 'gpt-4o-mini' ? 'Rome.' : 'Paris.'));
  redis = await RedisServer.start();
  [credential, redisCredential] = await Promise.all([
    api.createCredential({
      name: 'Test models',
      type: 'openAiApi',
      data: { apiKey: 'sk-test', url: models.url },
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

afterAll(() => Promise.all([models.stop(), redis.stop()]));

const publish = (parameters: AgentWorkflow['parameters']) =>
  publishAgent(api, { models: MODELS, credential, redis: redisCredential, parameters });

const itemsSchema = z
  .array(z.object({ output: z.string(), cascade: z.object({ confidence: z.number() }).passthrough() }))
  .length(1);

async function ask(url: string, text: string, userId = 'alice') {
  const { status, body } = await post(url, { text, userId });
  expect(status).toBe(200);
  const [item] = itemsSchema.parse(body);
  return item;
}

it('gives an answer again that another workflow was given, to the same user alone', async () => {
  const parameters = {
    profileFrom: 'stored',
    userId: '={{ $json.body.userId }}',
    options: { cacheMinutes: 10 },
  };
  const [one, other] = await Promise.all([publish(parameters), publish(parameters)]);
  const question = 'What is the capital of France?';
  const first = await ask(one.url, question);
  models.forgetRequests();

  const again = await ask(other.url, question);
  expect(again?.output).toBe(first?.output);
  expect(again?.cascade).toMatchObject({ costUsd: 0, attempts: [] });
  expect(models.requests).toEqual([]);

  await ask(other.url, question, 'bob');
  expect(modelsAsked(models)).toContain('gpt-4o-mini');
});

it('trusts a drafter less that was wrong in another workflow, whoever asks', async () => {
  const options = { learn: true, routing: 'draft_first' };
  const [learner, other] = await Promise.all([
    publish({ options: { ...options, qualityThreshold: 1 } }),
    publish({ options }),
  ]);
  const confidence = async () =>
    (await ask(other.url, 'What is the capital of Portugal?'))?.cascade.confidence;
  const before = (await confidence()) ?? 0;
  expect(before).toBeGreaterThan(0.5);

  for (let country = 0; country < 30; country += 1)
    await ask(learner.url, `What is the capital of country number ${String(country)}?`);
  const after = await waitFor(
    async () => {
      const now = (await confidence()) ?? 1;
      return now < before - 0.05 ? now : undefined;
    },
    { what: 'the drafter to be trusted less', timeoutMs: 15_000, intervalMs: 500 },
  );
  expect(after).toBeLessThan(before);
});
