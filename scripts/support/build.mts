import { existsSync, globSync, statSync } from 'node:fs';
import { outputOf } from './command.mts';
import { projectPath, readManifest } from './project.mts';
import { step } from './step.mts';
import { tool } from './tools.mts';

/** Folders are among them, so that a removed file shows as a change too. */
const SOURCES = ['{core,nodes,credentials}/**', 'gulpfile.js', 'package.json', 'tsconfig*.json'];

/** Builds `dist`. @throws CommandError with what the build printed last when it fails */
export async function build(): Promise<void> {
  await outputOf(tool('gulp', ['build']));
}

/** Builds when `dist` is not up to date. */
export async function ensureBuild(): Promise<void> {
  if (isBuildStale()) await step('Building the package', build);
}

/** Whether a file that package.json promises is missing or older than a source. */
function isBuildStale(): boolean {
  const { main, n8n } = readManifest();
  const promised = [main, ...n8n.nodes, ...n8n.credentials].map((file) => projectPath(file));
  if (!promised.every((file) => existsSync(file))) return true;
  return sourcesChangedAt() > Math.min(...promised.map(changedAt));
}

/** When anything that the build reads was changed last, epoch ms. */
export function sourcesChangedAt(): number {
  return Math.max(...globSync(SOURCES, { cwd: projectPath() }).map((file) => changedAt(projectPath(file))));
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
