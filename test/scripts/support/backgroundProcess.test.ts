import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BackgroundProcess } from '../../../scripts/support/backgroundProcess.mts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'background-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const node = (script: string): Promise<BackgroundProcess> =>
  BackgroundProcess.launch({
    program: process.execPath,
    args: ['--eval', script],
    logFile: join(folder, 'output.log'),
  });

const readiness = (server: BackgroundProcess, timeoutMs: number) => ({
  what: 'the server to listen',
  look: () => server.log().includes('listening'),
  timeoutMs,
});

describe('a background process', () => {
  it('is ready when it shows that it is, and ends when it is asked to', async () => {
    const server = await node(`console.log('listening'); setInterval(() => undefined, 1000);`);
    await server.untilReady(readiness(server, 10_000));
    expect(server.hasEnded).toBe(false);
    await server.stop('SIGTERM', 10_000);
    expect(await server.ended).toBe('SIGTERM');
  });

  it('says how it ended and what it printed, when it ends before it is ready', async () => {
    const server = await node(`console.error('no such option'); process.exit(3);`);
    await expect(server.untilReady(readiness(server, 10_000))).rejects.toThrow(
      'Waited for the server to listen, but it ended (3). The end of its log:\nno such option',
    );
  });

  it('is ended when it is not ready in time', async () => {
    const server = await node(`console.log('thinking'); setInterval(() => undefined, 1000);`);
    await expect(server.untilReady(readiness(server, 500))).rejects.toThrow(
      /^Waited 0\.5 s for the server to listen\. The end of its log:/,
    );
    expect(server.hasEnded).toBe(true);
  });

  it('is killed when it does not end in order', async () => {
    const server = await node(`process.on('SIGTERM', () => undefined); console.log('listening');
      setInterval(() => undefined, 1000);`);
    await server.untilReady(readiness(server, 10_000));
    await server.stop('SIGTERM', 200);
    expect(await server.ended).toBe('SIGKILL');
  });

  it('cannot be a program that is not there', async () => {
    const command = { program: join(folder, 'nothing'), args: [], logFile: join(folder, 'output.log') };
    await expect(BackgroundProcess.launch(command)).rejects.toThrow(/ENOENT/);
  });
});
