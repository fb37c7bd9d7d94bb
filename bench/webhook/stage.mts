import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nApi, type Owner } from '../../scripts/n8n/api.mts';
import { ensureN8n } from '../../scripts/n8n/ensureN8n.mts';
import { installPackage } from '../../scripts/n8n/installPackage.mts';
import { startN8n } from '../../scripts/n8n/startN8n.mts';
import { projectPath } from '../../scripts/support/project.mts';
import { step } from '../../scripts/support/step.mts';
import { startModels } from './startModels.mts';
import { workflowOf } from './workflow.mts';
import { ANSWER, type Contestant } from './contestants.mts';

const owner: Owner = {
  email: 'bench@example.com',
  password: 'Cascade-bench-1',
  firstName: 'Bench',
  lastName: 'Owner',
};

/**
 * Runs `work` against a new n8n that has this package and a published workflow for each contestant, all on models that
 * answer at once. Nothing of it is left when the work is done.
 */
export async function onStage<T>(
  contestants: readonly Contestant[],
  work: (api: N8nApi) => Promise<T>,
): Promise<T> {
  const installation = await ensureN8n();
  const home = mkdtempSync(join(tmpdir(), 'n8n-bench-'));
  const models = await startModels(ANSWER);
  try {
    await installPackage(home, projectPath());
    // n8n then takes a VM isolate when an execution's first expression asks for it, not for every execution.
    const env = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };
    const n8n = await step('Starting n8n', () => startN8n({ installation, home, env }));
    try {
      const api = await N8nApi.signIn(n8n.url, owner);
      await publishAll(api, contestants, models.url);
      return await work(api);
    } finally {
      await n8n.stop();
    }
  } finally {
    models.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function publishAll(api: N8nApi, contestants: readonly Contestant[], url: string): Promise<void> {
  const data = { apiKey: 'none-needed', url };
  const credential = await api.createCredential({ name: 'Bench models', type: 'openAiApi', data });
  for (const contestant of contestants) {
    const { id } = await api.createWorkflow(workflowOf(contestant, credential));
    await api.publish(id);
  }
}
