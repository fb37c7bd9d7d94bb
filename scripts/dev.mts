// `npm run dev`: keeps an n8n up with this package in it; on each change the package is rebuilt and n8n restarted.
import { chooseModels, introduce } from './demo/models.mts';
import { setStage, whereToLook } from './demo/stage.mts';
import { rebuildOnChange } from './dev/rebuildOnChange.mts';
import { cacheFolder } from './support/cacheFolder.mts';
import { runScript } from './support/runScript.mts';

runScript(async () => {
  const models = await chooseModels(process.env);
  const stage = await setStage(cacheFolder('dev-home'), models);
  console.log(`\n${introduce(models)}\n\n${whereToLook(stage)}`);
  console.log('Changes below core, nodes and credentials restart it. Ctrl+C stops it.\n');
  process.exitCode = 0;
  return rebuildOnChange(stage);
});
