import { describe, expect, it } from '@jest/globals';
import { chooseSteps } from '../../../scripts/testing/chooseSteps.mts';

const names = (...args: string[]) => chooseSteps(args).map(({ name }) => name);

describe('the steps of npm test', () => {
  it('are all of them without an argument, the checks before the tests', () => {
    const all = names();
    expect(all.slice(0, 2)).toEqual(['build', 'types']);
    expect(all.slice(-4)).toEqual(['unit', 'package', 'integration', 'e2e']);
  });

  it('are those asked for, in their usual order', () => {
    expect(names('--only', 'e2e, unit')).toEqual(['unit', 'e2e']);
  });

  it('are named when one is not known', () => {
    expect(() => names('--only', 'unit,speed')).toThrow(/There is no step speed\. The steps are: build, /);
  });
});
