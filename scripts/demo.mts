// `npm run demo`: a real n8n with this package answers ten queries and shows what each cost; `--once` ends it after that.
import { ask, type Outcome } from './demo/ask.mts';
import { chooseModels, introduce } from './demo/models.mts';
import { questions } from './demo/questions.mts';
import { setStage, type Stage, whereToLook } from './demo/stage.mts';
import { tableOf } from './demo/table.mts';
import { cacheFolder } from './support/cacheFolder.mts';
import { runScript } from './support/runScript.mts';
import { step } from './support/step.mts';
import { elapsedSince } from './support/time.mts';

runScript(async () => {
  const start = performance.now();
  const models = await chooseModels(process.env);
  const stage = await setStage(cacheFolder('demo-home'), models);
  console.log(`Ready after ${elapsedSince(start)}.\n\n${introduce(models)}\n`);
  const outcomes = await askAll(stage);
  console.log(`\n${tableOf(outcomes)}\n`);
  process.exitCode = outcomes.every(({ kind }) => kind === 'answered') ? 0 : 1;
  if (process.argv.includes('--once')) await stage.n8n.stop();
  else await stayUp(stage);
  return process.exitCode;
});

async function askAll(stage: Stage): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const progress = (): string => `${String(outcomes.length)} of ${String(questions.length)}`;
  await step(
    `Asking ${String(questions.length)} queries`,
    async () => {
      for (const { query } of questions) outcomes.push(await ask(stage, query));
    },
    progress,
  );
  return outcomes;
}

async function stayUp(stage: Stage): Promise<void> {
  console.log(`${whereToLook(stage)}\nCtrl+C stops it.`);
  await stage.n8n.ended;
  console.log('n8n has stopped.');
}
