import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { z } from 'zod/v3';
import type { Command } from './command.mts';
import { projectPath } from './project.mts';

const binSchema = z.object({ bin: z.union([z.string(), z.record(z.string())]) });

/**
 * A command-line tool among the development dependencies, run by the Node that runs this script (no shell and no
 * wrapper script, hence the same on every system).
 * @param bin the command's name where it is not the package's
 * @throws Error when the package has no such command
 */
export function tool(packageName: string, args: readonly string[], bin = packageName): Command {
  const folder = projectPath('node_modules', packageName);
  const manifest = binSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const script =
    typeof manifest.bin === 'string' ? manifest.bin : new Map(Object.entries(manifest.bin)).get(bin);
  if (script === undefined) throw new Error(`The package ${packageName} has no command ${bin}.`);
  return { program: process.execPath, args: [join(folder, script), ...args] };
}

/** The npm that started this script, where one did, else the one on the PATH. */
export function npm(args: readonly string[], cwd: string): Command {
  const cli = process.env['npm_execpath'];
  const env = withThisNodeFirst(process.env);
  return cli?.endsWith('npm-cli.js')
    ? { program: process.execPath, args: [cli, ...args], cwd, env }
    : { program: 'npm', args, cwd, env };
}

/** The environment with this script's own Node before any other on the PATH. */
export function withThisNodeFirst(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, PATH: [dirname(process.execPath), env['PATH']].filter(Boolean).join(delimiter) };
}
