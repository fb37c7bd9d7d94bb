// `npm run screenshots`: takes the pictures of the docs anew, in the real editor.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chooseModels } from './demo/models.mts';
import { demoOwner, setStage } from './demo/stage.mts';
import { Editor } from './editor/editor.mts';
import { takeBatchPictures } from './screenshots/batch.mts';
import { takeCascadePictures } from './screenshots/cascade.mts';
import { takeGuardrailPictures } from './screenshots/guardrails.mts';
import { picture } from './screenshots/picture.mts';
import { takeTenantPictures } from './screenshots/tenants.mts';
import { runScript } from './support/runScript.mts';
import { step } from './support/step.mts';
import { chromium, ensureSystemPackages, located } from './testing/systemPackages.mts';

runScript(async () => {
  mkdirSync(dirname(picture('any')), { recursive: true });
  await ensureSystemPackages([chromium]);
  const home = mkdtempSync(join(tmpdir(), 'cascadeflow-screenshots-'));
  // Without a key in the environment the models are the demo's canned ones, so that the pictures do not change.
  const models = await chooseModels({});
  const stage = await setStage(home, models);
  try {
    const editor = await Editor.open(stage.n8n.url, demoOwner, located(chromium));
    await step('Taking the pictures of Cascade Agent', () =>
      takeCascadePictures({ ...stage, ...models }, editor),
    );
    await step('Taking the pictures of batches', () => takeBatchPictures({ ...stage, ...models }, editor));
    await step('Taking the pictures of tenants', () => takeTenantPictures({ ...stage, ...models }, editor));
    await step('Taking the pictures of guardrails', () =>
      takeGuardrailPictures({ ...stage, ...models }, editor),
    );
    await editor.close();
  } finally {
    await stage.n8n.stop();
    rmSync(home, { recursive: true, force: true });
  }
  return 0;
});
