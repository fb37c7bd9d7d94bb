import type { Stage } from '../demo/stage.mts';
import type { Editor } from '../editor/editor.mts';
import { importExample, publishExample, saveCredentials } from '../examples/importExample.mts';
import { APPLICATION_KEY, tenantCredentials } from '../examples/tenantCredentials.mts';
import { post } from '../support/post.mts';
import { picture } from './picture.mts';

/** As many as a FREE user has in an hour, and one more. */
const REQUESTS = 11;
/** The whole workflow on the editor's canvas. */
const WORKFLOW = { x: 240, y: 122, width: 1005, height: 682 };
/** The part of it that runs when something is asked, beside the list of executions. */
const EXECUTION = { x: 430, y: 150, width: 930, height: 415 };

/** The multi-tenant API with a request that was let in and one that was refused, and a profile that was just made. */
export async function takeTenantPictures(
  { api, n8n, baseUrl }: Pick<Stage, 'api' | 'n8n'> & { readonly baseUrl: string },
  editor: Editor,
): Promise<void> {
  const credentials = await saveCredentials(api, tenantCredentials({ url: baseUrl }));
  const workflowId = await publishExample(api, 'tenants/multi-tenant-api.json', credentials);
  await editor.openWorkflow(workflowId);
  await editor.page.screenshot({ path: picture('tenants-canvas'), clip: WORKFLOW });

  for (let request = 0; request < REQUESTS; request += 1) {
    const body = { userId: 'alice', query: 'What is the capital of Australia?' };
    await post(`${n8n.url}/webhook/ask`, body, APPLICATION_KEY);
  }
  const [refused, letIn] = await api.executions(workflowId, 2);
  if (refused === undefined || letIn === undefined) throw new Error('n8n kept no executions');
  await editor.openExecution(workflowId, refused.id);
  await editor.page.screenshot({ path: picture('tenants-limited'), clip: EXECUTION });
  await editor.openExecution(workflowId, letIn.id);
  await editor.openNode('Check and Count');
  await editor.page.screenshot({ path: picture('rate-limit-check') });

  const basics = await importExample(api, 'tenants/profile-basics.json');
  const execution = await api.runManually(basics, "When clicking 'Execute workflow'");
  await api.execution(execution);
  await editor.openExecution(basics, execution);
  await editor.openNode('Create');
  await editor.page.screenshot({ path: picture('user-profile') });
}
