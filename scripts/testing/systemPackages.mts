import { accessSync, constants, existsSync, globSync } from 'node:fs';
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

/** Makes the certificates of Redis servers that speak TLS. */
export const openssl: SystemPackage = { title: 'OpenSSL', commands: ['openssl'], debian: 'openssl' };

/** Its other programs lie in the same folder. */
export const postgres: SystemPackage = {
  title: 'PostgreSQL',
  commands: ['postgres'],
  debian: 'postgresql',
};

// The packages named "core" hold the programs alone, without a service that starts by itself.

export const mariaDbServer: SystemPackage = {
  title: 'MariaDB',
  commands: ['mariadbd'],
  debian: 'mariadb-server-core',
};

export const mariaDbInstaller: SystemPackage = {
  title: "MariaDB's installer of databases",
  commands: ['mariadb-install-db'],
  debian: 'mariadb-server-core',
};

export const mariaDbClient: SystemPackage = {
  title: "MariaDB's client",
  commands: ['mariadb'],
  debian: 'mariadb-client-core',
};

/** All that `scripts/servers` starts. */
export const servers = [redis, openssl, postgres, mariaDbServer, mariaDbInstaller, mariaDbClient];

/** Where servers are that the PATH of a user, or of Debian, leaves out; of several versions the newest comes first. */
function serverFolders(): readonly string[] {
  const versions = globSync('/usr/lib/postgresql/*/bin');
  const newestFirst = new Intl.Collator('en', { numeric: true });
  return ['/usr/local/sbin', '/usr/sbin', ...versions.sort((a, b) => newestFirst.compare(b, a))];
}

/** Absolute path of an installed program; undefined when none of its names is found. */
export function locate({ commands }: SystemPackage): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...serverFolders()];
  return commands.flatMap((command) => folders.map((folder) => join(folder, command))).find(isExecutable);
}

/** @throws Error that says how to install the program, when it is not */
export function located(program: SystemPackage): string {
  const path = locate(program);
  if (path === undefined) throw notFound([program]);
  return path;
}

/**
 * Makes sure that programs are installed. On Debian and Ubuntu, run by root, it installs those that are not.
 * @throws Error that names what is missing and how to install it
 */
export async function ensureSystemPackages(wanted: readonly SystemPackage[]): Promise<void> {
  if (missingOf(wanted).length > 0 && canInstall()) await install(missingOf(wanted));
  const missing = missingOf(wanted);
  if (missing.length > 0) throw notFound(missing);
}

function notFound(missing: readonly SystemPackage[]): Error {
  const described = missing.map(({ title, commands }) => `${title} (one of ${commands.join(', ')})`);
  return new Error(
    `Not found: ${described.join(' and ')}. Install it and run this again; ` +
      `on Debian and Ubuntu: apt-get install ${debianPackages(missing).join(' ')}`,
  );
}

function missingOf(wanted: readonly SystemPackage[]): readonly SystemPackage[] {
  return wanted.filter((one) => locate(one) === undefined);
}

function debianPackages(missing: readonly SystemPackage[]): readonly string[] {
  return [...new Set(missing.map(({ debian }) => debian))];
}

function canInstall(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/** What apt-get cannot do shows on the terminal; whether the programs are there is looked at afterwards. */
async function install(missing: readonly SystemPackage[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await exitCodeOf({ program: 'apt-get', args: ['update'], env });
  await exitCodeOf({ program: 'apt-get', args: ['install', '--yes', ...debianPackages(missing)], env });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
