import { z } from 'zod/v3';

/** The counts in the file that `jest --json --outputFile` writes. */
export const jestResultSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  /** Files that could not be loaded, whose tests are in none of the other counts. */
  numRuntimeErrorTestSuites: z.number(),
});

export type JestResult = z.output<typeof jestResultSchema>;

/** How many tests passed and failed, and what else went wrong. Whatever did not run counts as failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly problems: readonly string[];
}

export const nothingRun: Tally = { passed: 0, failed: 0, problems: [] };

/** One failure that no test stands for. */
export function failure(problem: string): Tally {
  return { passed: 0, failed: 1, problems: [problem] };
}

export function add(left: Tally, right: Tally): Tally {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    problems: [...left.problems, ...right.problems],
  };
}

/** @param project name of the jest project, for the problems */
export function tallyOf(project: string, result: JestResult): Tally {
  const skipped = result.numPendingTests + result.numTodoTests;
  const unloaded = result.numRuntimeErrorTestSuites;
  const problems = [
    ...(skipped > 0
      ? [`${project}: ${String(skipped)} tests are skipped or to do, which counts as failed`]
      : []),
    ...(unloaded > 0 ? [`${project}: ${String(unloaded)} test files could not be loaded`] : []),
  ];
  return { passed: result.numPassedTests, failed: result.numFailedTests + skipped + unloaded, problems };
}
