import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod/v3';
import { outputOf } from '../support/command.mts';
import { npm } from '../support/tools.mts';

const packageSchema = z
  .object({
    name: z.string(),
    version: z.string(),
    dependencies: z.record(z.string()).optional(),
    n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()).default([]) }),
  })
  .passthrough();

type Package = z.output<typeof packageSchema>;

/** n8n's own: only what the package needs at run time, and none of its scripts. */
const INSTALL_OPTIONS = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-bin-links',
  '--install-strategy=shallow',
  '--no-package-lock',
];

/** Where an n8n with the user folder `home` keeps its community packages. */
function nodesFolder(home: string): string {
  return join(home, '.n8n', 'nodes');
}

/**
 * Installs the built package in `packageFolder` into an n8n's user folder, step by step as n8n's own installer does
 * (`downloadPackage` of its community-packages service): the `npm pack` tarball is unpacked below
 * `nodes/node_modules`, its development and peer dependencies are taken out, the others installed without scripts,
 * and it is listed in `nodes/package.json`.
 * @returns 'unchanged' when the very same tarball is installed already
 * @throws Error when the package lacks a file that it registers, because it is not built
 */
export async function installPackage(
  home: string,
  packageFolder: string,
): Promise<'installed' | 'unchanged'> {
  const scratch = mkdtempSync(join(tmpdir(), 'n8n-package-'));
  try {
    const tarball = await pack(packageFolder, scratch);
    const { name } = readPackage(packageFolder);
    const receipt = join(nodesFolder(home), `${name.replace('/', '-')}.sha256`);
    const hash = createHash('sha256').update(readFileSync(tarball)).digest('hex');
    if (existsSync(receipt) && readFileSync(receipt, 'utf8') === hash) return 'unchanged';
    rmSync(receipt, { force: true });
    await unpack(tarball, home, name);
    writeFileSync(receipt, hash);
    return 'installed';
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function pack(packageFolder: string, destination: string): Promise<string> {
  await outputOf(npm(['pack', '--ignore-scripts', '--pack-destination', destination], packageFolder));
  const [tarball] = readdirSync(destination);
  if (tarball === undefined) throw new Error(`npm pack made no tarball of ${packageFolder}.`);
  return join(destination, tarball);
}

async function unpack(tarball: string, home: string, name: string): Promise<void> {
  const target = join(nodesFolder(home), 'node_modules', name);
  rmSync(target, { recursive: true, force: true, maxRetries: 3 });
  mkdirSync(target, { recursive: true });
  await outputOf({ program: 'tar', args: ['-xzf', tarball, '-C', target, '--strip-components=1'] });
  const manifest = readPackage(target);
  refuseUnbuilt(manifest, target);
  writeJson(join(target, 'package.json'), {
    ...manifest,
    devDependencies: undefined,
    peerDependencies: undefined,
  });
  if (manifest.dependencies !== undefined) await outputOf(npm(['install', ...INSTALL_OPTIONS], target));
  const listed = { name: 'installed-nodes', private: true, dependencies: { [name]: manifest.version } };
  writeJson(join(nodesFolder(home), 'package.json'), listed);
}

function refuseUnbuilt({ name, n8n }: Package, folder: string): void {
  const missing = [...n8n.nodes, ...n8n.credentials].find((file) => !existsSync(join(folder, file)));
  if (missing === undefined) return;
  throw new Error(`The packed ${name} lacks ${missing}: it has to be built first.`);
}

function readPackage(folder: string): Package {
  return packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
