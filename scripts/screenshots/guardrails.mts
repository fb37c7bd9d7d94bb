import type { Stage } from '../demo/stage.mts';
import type { Editor } from '../editor/editor.mts';
import { importExample, publishExample, saveCredentials } from '../examples/importExample.mts';
import { APPLICATION_KEY, tenantCredentials } from '../examples/tenantCredentials.mts';
import { post } from '../support/post.mts';
import { picture } from './picture.mts';

/** The whole workflow on the editor's canvas. */
const WORKFLOW = { x: 140, y: 196, width: 1244, height: 556 };

const MESSAGE = 'My card 4111 1111 1111 1111 was charged twice. Write to jane.doe@corp-mail.com.';

/** A chat behind guardrails, a check that found personal data, and a redaction of the same text. */
export async function takeGuardrailPictures(
  { api, n8n, baseUrl }: Pick<Stage, 'api' | 'n8n'> & { readonly baseUrl: string },
  editor: Editor,
): Promise<void> {
  const credentials = await saveCredentials(api, [
    ...tenantCredentials({ url: baseUrl }),
    { name: 'Reviewers key', type: 'httpHeaderAuth', data: { name: 'X-Api-Key', value: 'of reviewers' } },
  ]);
  await editor.openWorkflow(await importExample(api, 'guardrails/guarded-chat.json', credentials));
  await editor.page.screenshot({ path: picture('guardrails-canvas'), clip: WORKFLOW });

  const takePanel = async ({ file, path, body, node, name }: Shown) => {
    const workflowId = await publishExample(api, file, credentials);
    await post(`${n8n.url}/webhook/${path}`, body, APPLICATION_KEY);
    const [last] = await api.executions(workflowId, 1);
    if (last === undefined) throw new Error('n8n kept no execution');
    await api.execution(last.id);
    await editor.openExecution(workflowId, last.id);
    await editor.openNode(node);
    await closeMessages(editor);
    await editor.page.screenshot({ path: picture(name) });
  };
  await takePanel({
    file: 'guardrails/review-queue.json',
    path: 'submit',
    body: { id: 7, text: MESSAGE },
    node: 'Check',
    name: 'guardrails',
  });
  await takePanel({
    file: 'guardrails/redact-and-restore.json',
    path: 'ask-private',
    body: { message: MESSAGE },
    node: 'Redact',
    name: 'guardrails-redact',
  });
}

/** n8n tells that the address of the example's reviewers is nobody's. */
async function closeMessages({ page }: Editor): Promise<void> {
  for (const message of await page.locator('.el-notification__closeBtn').all()) await message.click();
  await page.locator('.el-notification').waitFor({ state: 'detached' });
}

/** A node of an example after a request. */
interface Shown {
  readonly file: string;
  readonly path: string;
  readonly body: object;
  readonly node: string;
  readonly name: string;
}
