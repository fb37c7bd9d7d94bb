import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { exitCodeOf } from '../support/command.mts';

/** A program the tests need that npm does not bring. */
export interface SystemPackage {
  readonly title: string;
  /** The names it goes by on one system or another, the usual one first. */
  readonly commands: readonly string[];
  /** Its package on Debian and Ubuntu. */
  readonly debian: string;
}

export const chromium: SystemPackage = {
  title: 'Chromium',
  commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  debian: 'chromium',
};

export const redis: SystemPackage = {
  title: 'Redis',
  commands: ['redis-server', 'valkey-server'],
  debian: 'redis-server',
};

/** Absolute path of an installed program; undefined when none of its names is on the PATH. */
export function locate({ commands }: SystemPackage): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command))).find(isExecutable);
}

/**
 * Makes sure that programs are on the PATH. On Debian and Ubuntu, run by root, it installs those that are not.
 * @throws Error that names what is missing and how to install it
 */
export async function ensureSystemPackages(wanted: readonly SystemPackage[]): Promise<void> {
  if (missingOf(wanted).length > 0 && canInstall()) await install(missingOf(wanted));
  const missing = missingOf(wanted);
  if (missing.length === 0) return;
  const described = missing.map(({ title, commands }) => `${title} (one of ${commands.join(', ')})`);
  const packages = missing.map(({ debian }) => debian).join(' ');
  throw new Error(
    `Not on the PATH: ${described.join(' and ')}. Install it and run this again; ` +
      `on Debian and Ubuntu: apt-get install ${packages}`,
  );
}

function missingOf(wanted: readonly SystemPackage[]): readonly SystemPackage[] {
  return wanted.filter((one) => locate(one) === undefined);
}

function canInstall(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/** What apt-get cannot do shows on the terminal; whether the programs are there is looked at afterwards. */
async function install(missing: readonly SystemPackage[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = missing.map(({ debian }) => debian);
  await exitCodeOf({ program: 'apt-get', args: ['update'], env });
  await exitCodeOf({ program: 'apt-get', args: ['install', '--yes', ...packages], env });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
