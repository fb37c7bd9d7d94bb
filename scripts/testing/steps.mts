import { ensureN8n } from '../n8n/ensureN8n.mts';
import { ensureBuild } from '../support/build.mts';
import type { Command } from '../support/command.mts';
import { tool } from '../support/tools.mts';
import { chromium, ensureSystemPackages, servers } from './systemPackages.mts';

/** Brings about something that tests need; it is quick when that is there already. */
type Preparation = () => Promise<unknown>;

/** A command that passes or fails as a whole. */
interface Check {
  readonly kind: 'check';
  readonly name: string;
  readonly command: () => Command;
}

/** The jest project of the same name. */
export interface Tests {
  readonly kind: 'tests';
  readonly name: string;
  readonly preparations: readonly Preparation[];
}

export type Step = Check | Tests;

/** All that `npm test` does, in order: a failing check ends it, failing tests do not keep the next ones from running. */
export const steps: readonly Step[] = [
  check('build', () => tool('gulp', ['build'])),
  check('types', () => tool('typescript', ['-p', 'tsconfig.json'], 'tsc')),
  check('format', () => tool('prettier', ['--check', '.'])),
  check('lint', () => tool('eslint', ['.', '--max-warnings', '0'])),
  check('architecture', () =>
    tool('dependency-cruiser', ['core', 'nodes', 'credentials', 'scripts', 'bench', 'test'], 'depcruise'),
  ),
  check('dead-code', () => tool('knip', [])),
  tests('unit'),
  tests('package', ensureBuild),
  tests('integration', ensureBuild, () => ensureSystemPackages(servers)),
  tests('e2e', ensureBuild, () => ensureSystemPackages([chromium, ...servers]), ensureN8n),
];

function check(name: string, command: () => Command): Check {
  return { kind: 'check', name, command };
}

function tests(name: string, ...preparations: readonly Preparation[]): Tests {
  return { kind: 'tests', name, preparations };
}
