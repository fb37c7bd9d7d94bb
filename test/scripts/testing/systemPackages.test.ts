import { isAbsolute } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { locate, located } from '../../../scripts/testing/systemPackages.mts';

const shell = { title: 'A shell', commands: ['no-such-shell', 'sh'], debian: 'dash' };
const unknown = { title: 'Nothing', commands: ['no-such-program', 'nor-this'], debian: 'no-such-package' };

describe('the programs of the system', () => {
  it('are found by any of their names', () => {
    expect(isAbsolute(locate(shell) ?? '')).toBe(true);
    expect(located(shell)).toBe(locate(shell));
    expect(locate(unknown)).toBeUndefined();
  });

  it('are named with the way to install them, when they are not there', () => {
    expect(() => located(unknown)).toThrow(
      'Not found: Nothing (one of no-such-program, nor-this). Install it and run this again; ' +
        'on Debian and Ubuntu: apt-get install no-such-package',
    );
  });
});
