import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../../scripts/support/cacheFolder.mts';
import { outputOf } from '../../scripts/support/command.mts';
import { npm } from '../../scripts/support/tools.mts';

/**
 * The oldest Node that package.json allows (`>=20.19`: the newest 20.19), fetched once into the user's cache folder.
 * @param engines package.json's `engines.node`
 * @returns absolute path of its binary
 */
export async function oldestNode(engines: string): Promise<string> {
  const version = engines.replace(/^>=\s*/, '');
  const folder = cacheFolder(`node-${version}`);
  const onWindows = process.platform === 'win32';
  const binary = path.join(folder, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const manifest = { private: true, dependencies: { node: version }, allowScripts: { node: true } };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await outputOf(npm(['install', '--ignore-scripts=false', '--no-audit', '--no-fund'], folder));
  return binary;
}
