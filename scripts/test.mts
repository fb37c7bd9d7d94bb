// `npm test`: the checks, then all tests. The last line reads "N passed, N failed". `-- --only unit,e2e` runs some steps.
import { exitCodeOf } from './support/command.mts';
import { runScript } from './support/runScript.mts';
import { elapsedSince } from './support/time.mts';
import { chooseSteps } from './testing/chooseSteps.mts';
import { runTests } from './testing/runTests.mts';
import type { Step } from './testing/steps.mts';
import { add, failure, nothingRun, type Tally } from './testing/tally.mts';

runScript(async () => {
  const { passed, failed, problems } = await runInOrder(chooseSteps(process.argv.slice(2)));
  for (const problem of problems) console.log(problem);
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 ? 0 : 1;
});

async function runInOrder(steps: readonly Step[]): Promise<Tally> {
  let total = nothingRun;
  for (const step of steps) {
    const start = performance.now();
    console.log(`\n== ${step.name} ==`);
    const tally = await runStep(step);
    console.log(
      `== ${step.name}: ${tally.failed === 0 ? 'passed' : 'FAILED'} in ${elapsedSince(start)} ==\n`,
    );
    total = add(total, tally);
    if (step.kind === 'check' && tally.failed > 0) return total;
  }
  return total;
}

async function runStep(step: Step): Promise<Tally> {
  if (step.kind === 'tests') return runTests(step);
  const code = await exitCodeOf(step.command());
  return code === 0 ? nothingRun : failure(`${step.name} failed, so nothing after it was run`);
}
