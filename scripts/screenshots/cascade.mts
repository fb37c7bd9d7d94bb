import { ask } from '../demo/ask.mts';
import { questions } from '../demo/questions.mts';
import type { Stage } from '../demo/stage.mts';
import type { Editor } from '../editor/editor.mts';
import { picture } from './picture.mts';

/** The canvas between the editor's side bar, the list of executions and the logs. */
const CANVAS = { x: 440, y: 270, width: 940, height: 410 };

/** The demo's workflow after a question whose draft was not good enough. */
export async function takeCascadePictures(stage: Stage, editor: Editor): Promise<void> {
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
}
