import { N8nApi, type Owner } from '../n8n/api.mts';
import { ensureN8n } from '../n8n/ensureN8n.mts';
import { installPackage } from '../n8n/installPackage.mts';
import type { N8nProcess } from '../n8n/n8nProcess.mts';
import { startN8n } from '../n8n/startN8n.mts';
import { ensureBuild } from '../support/build.mts';
import { freePort } from '../support/ports.mts';
import { projectPath } from '../support/project.mts';
import { step } from '../support/step.mts';
import type { DemoModels } from './models.mts';
import { demoWorkflow, WEBHOOK_PATH } from './workflow.mts';

/** n8n's own, so that the address looks familiar; another one when it is taken. */
const USUAL_PORT = 5678;
const CREDENTIAL = 'Cascade demo models';

/** The account of the demo's n8n, which only this machine can reach. */
export const demoOwner: Owner = {
  email: 'demo@example.com',
  password: 'Cascade-demo-1',
  firstName: 'Demo',
  lastName: 'Owner',
};

/** An n8n that has this package and the published demo workflow. */
export interface Stage {
  /** Folder of the n8n program. */
  readonly installation: string;
  /** n8n's user folder. */
  readonly home: string;
  readonly n8n: N8nProcess;
  readonly api: N8nApi;
  readonly workflowId: string;
}

/**
 * Does all that is still missing: builds the package, installs n8n, puts the package into it, starts it, and sets up
 * the owner, the credential and the workflow.
 * @param home the n8n's user folder, kept from one time to the next
 */
export async function setStage(home: string, models: DemoModels): Promise<Stage> {
  await ensureBuild();
  const installation = await ensureN8n();
  await step('Installing the package', () => installPackage(home, projectPath()));
  const port = await freePort(USUAL_PORT);
  const n8n = await step('Starting n8n', () => startN8n({ installation, home, port }));
  try {
    const workflow = await step('Setting up the workflow', () => setUpWorkflow(n8n.url, models));
    return { installation, home, n8n, ...workflow };
  } catch (error) {
    await n8n.stop();
    throw error;
  }
}

/** The editor's address and login, and how to ask the workflow something. */
export function whereToLook({ n8n, workflowId }: Stage): string {
  return [
    `Editor:   ${n8n.url}/workflow/${workflowId}`,
    `Login:    ${demoOwner.email} / ${demoOwner.password}`,
    `Webhook:  curl ${n8n.url}/webhook/${WEBHOOK_PATH} --json '{"query":"What is the capital of Australia?"}'`,
  ].join('\n');
}

async function setUpWorkflow(url: string, models: DemoModels): Promise<Pick<Stage, 'api' | 'workflowId'>> {
  const api = await N8nApi.signIn(url, demoOwner);
  const credential = await saveCredential(api, models);
  const definition = demoWorkflow(models, credential);
  const existing = await api.findWorkflow(definition.name);
  const { id } = existing
    ? await api.updateWorkflow(existing, definition)
    : await api.createWorkflow(definition);
  await api.publish(id);
  return { api, workflowId: id };
}

async function saveCredential(
  api: N8nApi,
  { apiKey, baseUrl }: DemoModels,
): ReturnType<N8nApi['createCredential']> {
  const definition = { name: CREDENTIAL, type: 'openAiApi', data: { apiKey, url: baseUrl } };
  const existing = await api.findCredential(definition.name, definition.type);
  return existing ? api.updateCredential(existing.id, definition) : api.createCredential(definition);
}
