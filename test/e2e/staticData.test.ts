import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createUserProfile, RateLimiter } from '../../core';
import { publishExample, saveCredentials } from '../../scripts/examples/importExample.mts';
import {
  APPLICATION_KEY,
  BILLING_KEY,
  tenantCredentials,
} from '../../scripts/examples/tenantCredentials.mts';
import type { ModelServer } from '../../scripts/modelServer/server.mts';
import { N8nApi } from '../../scripts/n8n/api.mts';
import { ensureN8n } from '../../scripts/n8n/ensureN8n.mts';
import { installPackage } from '../../scripts/n8n/installPackage.mts';
import type { N8nProcess } from '../../scripts/n8n/n8nProcess.mts';
import { startN8n } from '../../scripts/n8n/startN8n.mts';
import { post } from '../../scripts/support/post.mts';
import { projectPath } from '../../scripts/support/project.mts';
import { waitFor } from '../../scripts/support/time.mts';
import { COST_USD, LIMIT, publishCheck } from './support/checkWorkflow';
import { race } from './support/race';
import { savedStore } from './support/savedStore';
import { n8nUrl, owner, sharedN8n } from './support/sharedN8n';
import { QUESTION, startTenantModels } from './support/tenantModels';

jest.setTimeout(300_000);

describe('static data under 100 webhook calls at once', () => {
  it('lets exactly 50 of 200 requests in, and n8n keeps the count', async () => {
    const api = sharedN8n();
    const workflow = await publishCheck(api, n8nUrl(), { settles: true });
    expect(await race(workflow, 'alice')).toEqual({ 200: LIMIT, 429: 150 });

    const usage = await waitFor(
      async () => {
        const limiter = new RateLimiter({ store: await savedStore(api, workflow.id) });
        const saved = await limiter.getUsage(createUserProfile('PRO', 'alice'));
        return saved.hourly.used === LIMIT && saved.concurrent.used === 0 ? saved : undefined;
      },
      { what: '50 settled requests in static data', timeoutMs: 10_000 },
    );
    expect(usage.daily.used).toBe(LIMIT);
    expect(usage.budget.used).toBeCloseTo(LIMIT * COST_USD, 9);
  });
});

describe('static data and a restart of n8n', () => {
  let home: string;
  let models: ModelServer;
  let n8n: N8nProcess;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'cascadeflow-restart-'));
    await installPackage(home, projectPath());
    models = await startTenantModels();
    n8n = await startN8n({ installation: await ensureN8n(), home });
  });

  afterAll(async () => {
    await Promise.all([n8n.stop(), models.stop()]);
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  });

  const ask = (userId: string) =>
    post(`${n8n.url}/webhook/ask`, { userId, query: QUESTION }, APPLICATION_KEY);

  it('leaves limits and profiles as they were', async () => {
    const api = await N8nApi.signIn(n8n.url, owner);
    const credentials = await saveCredentials(api, tenantCredentials(models));
    await publishExample(api, 'tenants/multi-tenant-api.json', credentials);
    const spent = await Promise.all(Array.from({ length: 10 }, () => ask('alice')));
    expect(spent.map(({ status }) => status)).toEqual(Array<number>(10).fill(200));
    await ask('bob');
    await post(`${n8n.url}/webhook/billing`, { userId: 'bob', tier: 'PRO' }, BILLING_KEY);

    await n8n.stop();
    n8n = await startN8n({ installation: await ensureN8n(), home });

    const refused = await ask('alice');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([
      429,
      expect.stringMatching(/^3\d{3}$/),
    ]);
    const answered = await ask('bob');
    expect([answered.status, answered.headers.get('ratelimit')]).toEqual([
      200,
      expect.stringMatching(/^"hourly";r=498;/),
    ]);
  });
});
