import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v3';
import { freePort } from '../support/ports.mts';
import { n8nEnvironment } from './environment.mts';
import { isUp } from './isUp.mts';
import { N8nProcess } from './n8nProcess.mts';

export interface StartOptions {
  /** Folder that `ensureN8n` answered. */
  readonly installation: string;
  /** n8n's user folder: database, encryption key, community packages. Created when missing. */
  readonly home: string;
  /** Added to, and stronger than, the environment every n8n is started with. */
  readonly env?: Readonly<Record<string, string>>;
  /** A free one when not given. */
  readonly port?: number;
}

/**
 * Starts an n8n that listens on the loopback interface only and calls nothing outside by itself, and waits until it
 * is ready.
 * @throws Error when another n8n uses this home; with the end of n8n's log, when it ends while booting or is not
 * ready in three minutes
 */
export async function startN8n({ installation, home, env = {}, port }: StartOptions): Promise<N8nProcess> {
  mkdirSync(home, { recursive: true });
  await refuseSecond(home);
  const place = { home, port: port ?? (await freePort()), brokerPort: await freePort() };
  const n8n = await N8nProcess.launch({
    installation,
    args: ['start'],
    env: { ...n8nEnvironment(place), ...env },
    port: place.port,
    logFile: join(home, 'n8n.log'),
  });
  writeFileSync(tenantFile(home), JSON.stringify({ url: n8n.url, pid: n8n.pid }));
  void n8n.ended.then(() => {
    rmSync(tenantFile(home), { force: true });
  });
  await n8n.untilReady();
  return n8n;
}

const tenantSchema = z.object({ url: z.string(), pid: z.number() });

/** Two n8n on one SQLite file would spoil it. */
async function refuseSecond(home: string): Promise<void> {
  const tenant = readTenant(home);
  if (tenant === undefined || !(await isUp(`${tenant.url}/healthz`))) return;
  throw new Error(
    `An n8n runs from ${home} already: ${tenant.url}, process ${String(tenant.pid)}. Stop it first.`,
  );
}

function readTenant(home: string): z.infer<typeof tenantSchema> | undefined {
  try {
    return tenantSchema.parse(JSON.parse(readFileSync(tenantFile(home), 'utf8')));
  } catch {
    return undefined;
  }
}

function tenantFile(home: string): string {
  return join(home, 'running.json');
}
