import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v3';
import { cacheFolder } from '../support/cacheFolder.mts';
import { type Command, CommandError, outputOf } from '../support/command.mts';

/** The n8n that the demo, the end-to-end tests and the benchmarks run. */
export const N8N_VERSION = '2.40.7';

/** Written last, so a folder that has it is whole. */
const MARKER = 'complete.json';

const receiptSchema = z.object({ packages: z.record(z.unknown()) });

/** Where the one n8n of this user is, or will be. */
export function installationFolder(): string {
  return cacheFolder(`n8n-${N8N_VERSION}`);
}

/** Runs the n8n installed in `folder` with the Node that runs this script. */
export function n8nCommand(folder: string, args: readonly string[]): Command {
  return {
    program: process.execPath,
    args: [join(folder, 'node_modules', 'n8n', 'bin', 'n8n'), ...args],
    cwd: folder,
  };
}

export function isMarkedComplete(folder: string): boolean {
  return existsSync(join(folder, MARKER));
}

export function markComplete(folder: string): void {
  writeFileSync(join(folder, MARKER), `${JSON.stringify({ n8n: N8N_VERSION })}\n`);
}

/**
 * What keeps the n8n in `folder` from running; undefined when nothing does. Looks at every package npm says it
 * installed, runs n8n, and loads the one native module that is built on the spot.
 */
export async function findFault(folder: string): Promise<string | undefined> {
  const receipt = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(receipt)) return 'npm did not finish: node_modules/.package-lock.json is missing';
  const { packages } = receiptSchema.parse(JSON.parse(readFileSync(receipt, 'utf8')));
  const missing = Object.keys(packages).filter((path) => !existsSync(join(folder, path, 'package.json')));
  if (missing.length > 0) return `packages are missing: ${missing.slice(0, 5).join(', ')}`;
  try {
    const version = await outputOf(n8nCommand(folder, ['--version']));
    if (version.trim() !== N8N_VERSION) return `its version is ${version}, not ${N8N_VERSION}`;
  } catch (error) {
    return faultIn('it does not start', error);
  }
  try {
    await outputOf({ program: process.execPath, args: ['--eval', "require('sqlite3')"], cwd: folder });
  } catch (error) {
    return faultIn('its sqlite3 cannot be loaded', error);
  }
  return undefined;
}

/** A command that fails is a fault of the installation; anything else is one of this script. */
function faultIn(fault: string, error: unknown): string {
  if (error instanceof CommandError) return fault;
  throw error;
}
