import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodeOf } from '../support/command.mts';
import { tool } from '../support/tools.mts';
import type { Tests } from './steps.mts';
import { add, failure, jestResultSchema, type Tally, tallyOf } from './tally.mts';

/** Prepares what a jest project needs and runs it; its output goes to this terminal. */
export async function runTests({ name, preparations }: Tests): Promise<Tally> {
  try {
    for (const prepare of preparations) await prepare();
  } catch (error) {
    return failure(`${name} could not run: ${error instanceof Error ? error.message : String(error)}`);
  }
  const scratch = mkdtempSync(join(tmpdir(), 'jest-'));
  try {
    return await runJest(name, join(scratch, 'results.json'));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function runJest(project: string, results: string): Promise<Tally> {
  const code = await exitCodeOf(
    tool('jest', ['--selectProjects', project, '--json', '--outputFile', results]),
  );
  if (!existsSync(results))
    return failure(`${project}: jest ended with code ${String(code)} and without results`);
  const tally = tallyOf(project, jestResultSchema.parse(JSON.parse(readFileSync(results, 'utf8'))));
  if (tally.passed + tally.failed === 0) return failure(`${project}: there was no test to run`);
  if (code === 0 || tally.failed > 0) return tally;
  return add(tally, failure(`${project}: jest ended with code ${String(code)}, although no test failed`));
}
