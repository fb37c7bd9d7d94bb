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
    const { name } = packageSchema.parse(
      JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')),
    );
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
  const manifest = packageSchema.parse(JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')));
  const promised = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
  const missing = promised.find((file) => !existsSync(join(target, file)));
  if (missing !== undefined)
    throw new Error(`The packed ${name} lacks ${missing}: it has to be built first.`);
  writeJson(join(target, 'package.json'), {
    ...manifest,
    devDependencies: undefined,
    peerDependencies: undefined,
  });
  if (manifest.dependencies !== undefined) {
    const plain = [
      '--no-audit',
      '--no-fund',
      '--no-bin-links',
      '--install-strategy=shallow',
      '--no-package-lock',
    ];
    await outputOf(npm(['install', '--ignore-scripts', ...plain], target));
  }
  const listed = { name: 'installed-nodes', private: true, dependencies: { [name]: manifest.version } };
  writeJson(join(nodesFolder(home), 'package.json'), listed);
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
