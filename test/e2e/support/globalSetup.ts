import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nApi } from '../../../scripts/n8n/api.mts';
import { ensureN8n } from '../../../scripts/n8n/ensureN8n.mts';
import { installPackage } from '../../../scripts/n8n/installPackage.mts';
import type { N8nProcess } from '../../../scripts/n8n/n8nProcess.mts';
import { startN8n } from '../../../scripts/n8n/startN8n.mts';
import { projectPath } from '../../../scripts/support/project.mts';
import { announce, owner } from './sharedN8n';

let home: string | undefined;
let n8n: N8nProcess | undefined;

/** Boots one real n8n with the packed package for all e2e tests. */
export default async function startSharedN8n(): Promise<void> {
  const installation = await ensureN8n();
  home = mkdtempSync(join(tmpdir(), 'cascadeflow-e2e-'));
  await installPackage(home, projectPath());
  n8n = await startN8n({ installation, home });
  announce(n8n.url, await N8nApi.signIn(n8n.url, owner));
}

export async function stopSharedN8n(): Promise<void> {
  await n8n?.stop();
  if (home !== undefined) rmSync(home, { recursive: true, force: true, maxRetries: 3 });
}
