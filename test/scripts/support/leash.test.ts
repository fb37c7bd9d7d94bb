import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { projectPath } from '../../../scripts/support/project.mts';
import { sleep, waitFor } from '../../../scripts/support/time.mts';

const LEASH = JSON.stringify(projectPath('scripts', 'support', 'leash.mts'));
/** Longer than any test: it ends only when it is ended. */
const SLEEP = `spawn('sleep', ['600'], { stdio: ['ignore', 'inherit', 'ignore'] })`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leash-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a script of its own that has a leash. Its output ends when all processes that inherit it have ended. */
function runScript(body: string) {
  const script = `
    import { spawn } from 'node:child_process';
    import { Leash } from ${LEASH};
    const leash = new Leash({ signal: 'KILL', graceSeconds: 0, folder: ${JSON.stringify(folder)} });
    ${body}`;
  return spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const gone = (path: string): Promise<true> =>
  waitFor(() => Promise.resolve(existsSync(path) ? undefined : true), {
    what: `${path} to be removed`,
    timeoutMs: 4000,
  });

describe('a leash', () => {
  it('ends the process and removes the folder when its owner is killed', async () => {
    const owner = runScript(`
      leash.hold(${SLEEP}.pid);
      process.stdout.write('ready');
      setInterval(() => undefined, 1000);`);
    await once(owner.stdout, 'data');
    owner.kill('SIGKILL');
    await once(owner, 'close');
    await gone(folder);
  });

  it('ends the process when its owner comes to its end by itself, which it does not keep it from', async () => {
    const owner = runScript(`const held = ${SLEEP}; held.unref(); leash.hold(held.pid);`);
    await once(owner, 'close');
    expect(owner.exitCode).toBe(0);
    await gone(folder);
  });

  it('removes the folder alone when it holds no process any more', async () => {
    const owner = runScript(`leash.hold(process.pid); leash.hold(undefined);`);
    await once(owner, 'close');
    expect(owner.exitCode).toBe(0);
    await gone(folder);
  });

  it('does nothing once it is released', async () => {
    const owner = runScript(`leash.release();`);
    await once(owner, 'close');
    await sleep(500);
    expect(existsSync(folder)).toBe(true);
  });
});
