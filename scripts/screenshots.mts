// `npm run screenshots`: takes the pictures of the docs anew, from the demo workflow in the real editor.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from './demo/ask.mts';
import { chooseModels } from './demo/models.mts';
import { questions } from './demo/questions.mts';
import { demoOwner, setStage, type Stage } from './demo/stage.mts';
import { Editor } from './editor/editor.mts';
import { projectPath } from './support/project.mts';
import { runScript } from './support/runScript.mts';
import { step } from './support/step.mts';
import { chromium, ensureSystemPackages, locate } from './testing/systemPackages.mts';

const PICTURES = projectPath('docs', 'images');
/** The canvas between the editor's side bar, the list of executions and the logs. */
const CANVAS = { x: 440, y: 270, width: 940, height: 410 };

runScript(async () => {
  mkdirSync(PICTURES, { recursive: true });
  await ensureSystemPackages([chromium]);
  const home = mkdtempSync(join(tmpdir(), 'cascadeflow-screenshots-'));
  // Without a key in the environment the models are the demo's canned ones, so that the pictures do not change.
  const stage = await setStage(home, await chooseModels({}));
  try {
    await step('Taking the pictures', () => takePictures(stage));
  } finally {
    await stage.n8n.stop();
    rmSync(home, { recursive: true, force: true });
  }
  return 0;
});

async function takePictures(stage: Stage): Promise<void> {
  const escalated = questions.find(({ draft }) => draft.finishReason === 'length') ?? questions[0];
  if (escalated === undefined) throw new Error('The demo has no questions');
  await ask(stage, escalated.query);
  const [execution] = await stage.api.executions(stage.workflowId);
  if (execution === undefined) throw new Error('n8n kept no execution');
  const editor = await Editor.open(stage.n8n.url, demoOwner, locate(chromium) ?? 'chromium');
  try {
    await editor.openExecution(stage.workflowId, execution.id);
    await editor.page.screenshot({ path: join(PICTURES, 'canvas.png'), clip: CANVAS });
    await editor.openNode('Cascade Agent');
    await editor.page.screenshot({ path: join(PICTURES, 'cascade-agent.png') });
  } finally {
    await editor.close();
  }
}
