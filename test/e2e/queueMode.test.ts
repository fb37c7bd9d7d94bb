import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import { N8nApi } from '../../scripts/n8n/api.mts';
import { ensureN8n } from '../../scripts/n8n/ensureN8n.mts';
import { installPackage } from '../../scripts/n8n/installPackage.mts';
import { type N8nQueue, startN8nQueue } from '../../scripts/n8n/startN8nQueue.mts';
import { PostgresServer } from '../../scripts/servers/postgresServer.mts';
import { RedisServer } from '../../scripts/servers/redisServer.mts';
import { projectPath } from '../../scripts/support/project.mts';
import { behaviourByModelName } from '../support/behaviourByModelName';
import { owner } from './support/sharedN8n';
import { publishCascade } from './support/webhookWorkflow';

jest.setTimeout(300_000);

let home: string;
let postgres: PostgresServer;
let redis: RedisServer;
let models: ModelServer;
let n8n: N8nQueue;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'cascadeflow-queue-'));
  await installPackage(home, projectPath());
  [postgres, redis, models] = await Promise.all([
    PostgresServer.start(),
    RedisServer.start(),
    ModelServer.start(behaviourByModelName),
  ]);
  const installation = await ensureN8n();
  n8n = await startN8nQueue({ installation, home, postgres: postgres.connection, redis, workers: 2 });
});

afterAll(async () => {
  await n8n.stop();
  await Promise.all([models.stop(), redis.stop(), postgres.stop()]);
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
});

describe('an n8n in queue mode', () => {
  it('answers queries from all of its workers', async () => {
    const api = await N8nApi.signIn(n8n.main.url, owner);
    const data = { apiKey: 'sk-test', url: models.url };
    const { id } = await api.createCredential({ name: 'Test models', type: 'openAiApi', data });
    const workflow = await publishCascade(api, { models: ['gpt-4o-mini', 'gpt-4o'], credentialId: id });

    const queries = ['What is the capital of France?'];
    const answers = await Promise.all(Array.from({ length: 12 }, () => workflow.call({ queries })));
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(body).toMatchObject([{ output: 'Paris.', cascade: { modelUsed: 'gpt-4o-mini' } }]);
    }
    for (const worker of n8n.workers) expect(worker.log()).toMatch(/Worker started execution \d+/);
    expect(n8n.main.log()).not.toMatch(/Worker started/);
  });
});
