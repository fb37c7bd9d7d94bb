import { ask } from '../demo/ask.mts';
import { questions } from '../demo/questions.mts';
import type { Stage } from '../demo/stage.mts';
import type { Editor } from '../editor/editor.mts';
import { importExample, saveCredentials } from '../examples/importExample.mts';
import { tenantCredentials } from '../examples/tenantCredentials.mts';
import { picture } from './picture.mts';

/** The canvas between the editor's side bar, the list of executions and the logs. */
const CANVAS = { x: 440, y: 270, width: 940, height: 410 };

/** A whole example on the editor's canvas. */
const WORKFLOW = { x: 140, y: 150, width: 1244, height: 710 };
/** With room below for n8n's chat button. */
const TALL = { width: 1440, height: 1000 };

/**
 * The demo's workflow after a question whose draft was not good enough, and examples of what else a cascade is put to.
 */
export async function takeCascadePictures(
  stage: Stage & { readonly baseUrl: string },
  editor: Editor,
): Promise<void> {
  const escalated = questions.find(({ draft }) => draft.finishReason === 'length') ?? questions[0];
  if (escalated === undefined) throw new Error('The demo has no questions');
  const { api, workflowId } = stage;
  await ask(stage, escalated.query);
  const [execution] = await api.executions(workflowId);
  if (execution === undefined) throw new Error('n8n kept no execution');
  await editor.openExecution(workflowId, execution.id);
  await editor.page.screenshot({ path: picture('canvas'), clip: CANVAS });
  await editor.openNode('Cascade Agent');
  await editor.page.screenshot({ path: picture('cascade-agent') });

  const credentials = await saveCredentials(api, tenantCredentials({ url: stage.baseUrl }));
  const usual = editor.page.viewportSize();
  await editor.page.setViewportSize(TALL);
  for (const [file, name] of EXAMPLES) {
    await editor.openWorkflow(await importExample(api, file, credentials));
    await editor.page.screenshot({ path: picture(name), clip: WORKFLOW });
  }
  if (usual) await editor.page.setViewportSize(usual);
}

const EXAMPLES = [
  ['cascade/ai-agent-on-cascade-chat-model.json', 'cascade-chat-model'],
  ['cascade/support-desk.json', 'cascade-support-desk'],
] as const;
