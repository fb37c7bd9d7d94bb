import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, outputOf } from '../support/command.mts';
import { step } from '../support/step.mts';
import { npm } from '../support/tools.mts';
import { N8N_VERSION } from './installation.mts';

/**
 * Installs n8n with npm into an empty folder. Install scripts stay off: n8n's packages either ship their binaries or
 * do without, except sqlite3, whose script is run alone.
 * @throws Error that names the compiler tools when sqlite3 can neither be downloaded nor built
 */
export async function installN8n(folder: string): Promise<void> {
  const manifest = { private: true, dependencies: { n8n: N8N_VERSION }, allowScripts: { sqlite3: true } };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await downloadPackages(folder);
  await buildSqlite(folder);
}

async function downloadPackages(folder: string): Promise<void> {
  let answers = 0;
  const install = npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http'], folder);
  await step(
    `Installing n8n ${N8N_VERSION}`,
    () =>
      outputOf(install, (line) => {
        if (line.startsWith('npm http fetch')) answers += 1;
      }),
    () => `${String(answers)} downloads, ${String(countPackages(folder))} packages unpacked`,
  );
}

async function buildSqlite(folder: string): Promise<void> {
  const build = npm(['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'], folder);
  let lines = 0;
  try {
    await step(
      'Fetching or building sqlite3',
      () => outputOf(build, () => (lines += 1)),
      () => `${String(lines)} lines of output`,
    );
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new Error(
      `sqlite3, which n8n stores its data with, has no ready-made binary for this machine and could not be built. ` +
        `Building it takes python3, make and g++: install them and run this again.\n${error.message}`,
      { cause: error },
    );
  }
}

function countPackages(folder: string): number {
  const top = join(folder, 'node_modules');
  if (!existsSync(top)) return 0;
  const names = readdirSync(top).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(top, name)).map((scoped) => join(name, scoped)) : [name],
  );
  return names.filter((name) => existsSync(join(top, name, 'package.json'))).length;
}
