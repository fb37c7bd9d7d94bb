import { describe, expect, it } from '@jest/globals';
import { add, failure, tallyOf, type JestResult } from '../../../scripts/testing/tally.mts';

const result = (counts: Partial<JestResult>): JestResult => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  ...counts,
});

describe('the tally of a test run', () => {
  it('counts passed and failed tests', () => {
    expect(tallyOf('unit', result({ numFailedTests: 2 }))).toEqual({ passed: 3, failed: 2, problems: [] });
  });

  it.each([
    ['a skipped test', { numPendingTests: 1 }, 'unit: 1 tests are skipped or to do, which counts as failed'],
    ['a test to do', { numTodoTests: 1 }, 'unit: 1 tests are skipped or to do, which counts as failed'],
    ['a file that does not load', { numRuntimeErrorTestSuites: 1 }, 'unit: 1 test files could not be loaded'],
  ])('counts %s as failed, and says so', (_, counts, problem) => {
    expect(tallyOf('unit', result(counts))).toEqual({ passed: 3, failed: 1, problems: [problem] });
  });

  it('sums over projects', () => {
    const total = add(tallyOf('unit', result({})), failure('e2e could not run'));
    expect(total).toEqual({ passed: 3, failed: 1, problems: ['e2e could not run'] });
  });
});
