import { describe, expect, it } from '@jest/globals';
import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { systemClock } from '../../../core/time/clock';

describe('systemClock', () => {
  it('tells the time of day', () => {
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1000);
  });

  it.each([0, -5, 0.2, 20])('wakes after %d ms, not before', async (ms) => {
    const start = systemClock.now();
    await systemClock.sleep(ms);
    expect(systemClock.now() - start).toBeGreaterThanOrEqual(Math.max(0, ms) - 1);
  });

  it('wakes with the reason of the signal, and takes its listener off', async () => {
    const caller = new AbortController();
    const reason = new Error('enough');
    const sleeping = systemClock.sleep(60_000, caller.signal);
    caller.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
    expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
  });

  it('does not fall asleep when the signal has aborted', async () => {
    const aborted = AbortSignal.abort(new Error('enough'));
    await expect(systemClock.sleep(60_000, aborted)).rejects.toThrow('enough');
  });

  it('leaves no listener after it woke by itself', async () => {
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 50 }, () => systemClock.sleep(1, signal)));
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('takes a wait that no timer can hold', async () => {
    const caller = new AbortController();
    const sleeping = systemClock.sleep(1e12, caller.signal);
    caller.abort(new Error('enough'));
    await expect(sleeping).rejects.toThrow('enough');
  });
});

describe('a plain Node process', () => {
  it('stays alive while it sleeps, and ends when it wakes', () => {
    const { stdout, status } = runInNode(`
      process.on('exit', () => console.log('exit'));
      systemClock.sleep(300).then(() => console.log('awake'));
    `);
    expect({ stdout, status }).toEqual({ stdout: 'awake\nexit\n', status: 0 });
  });

  it('ends when a long sleep is aborted', () => {
    const { stdout, status } = runInNode(`
      const caller = new AbortController();
      systemClock.sleep(600000, caller.signal).catch((error) => console.log(error.message));
      caller.abort(new Error('enough'));
    `);
    expect({ stdout, status }).toEqual({ stdout: 'enough\n', status: 0 });
  });
});

/** Runs a script in a Node of its own, where nothing but the clock keeps the process alive. */
function runInNode(script: string) {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `import { systemClock } from './core/time/clock';\n${script}`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
  });
  const [bundle] = outputFiles;
  return spawnSync(process.execPath, ['-e', bundle?.text ?? ''], { encoding: 'utf8', timeout: 30_000 });
}
