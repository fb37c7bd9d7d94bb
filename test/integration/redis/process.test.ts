import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod/v3';
import type { RedisServer } from '../../../scripts/servers/redisServer.mts';
import { outputOf } from '../../../scripts/support/command.mts';
import { projectPath } from '../../../scripts/support/project.mts';
import { cleanUp } from './support/cleanUp';
import { serverWith } from './support/connections';

const MOST_MS = 500;

const printedSchema = z.object({ calls: z.array(z.string()), ms: z.number() });

/** Uses a store twice and closes it; prints what became of the calls, and how long the process then took to end. */
const SCRIPT = `
  const [file, url] = process.argv.slice(1);
  const { RedisStore } = require(file);
  async function main() {
    const store = new RedisStore({ url, commandTimeoutMs: 300, connectTimeoutMs: 300 });
    const call = () => store.getProfile('user').then(() => 'answered', ({ code }) => code);
    const calls = [await call(), await call()];
    await store.close();
    const closed = performance.now();
    process.on('exit', () => console.log(JSON.stringify({ calls, ms: performance.now() - closed })));
  }
  void main();
`;

afterEach(cleanUp);

describe('a plain Node process', () => {
  it.each<[string, (server: RedisServer) => unknown, string]>([
    ['that answers', () => undefined, 'answered'],
    ['that is gone', (server) => server.kill(), 'STORE_UNAVAILABLE'],
    [
      'that hangs',
      (server) => {
        server.pause();
      },
      'STORE_UNAVAILABLE',
    ],
  ])('ends when it has closed its store on a server %s', async (_, happens, outcome) => {
    const server = await serverWith();
    await happens(server);
    const args = ['-e', SCRIPT, projectPath('dist', 'core', 'index.js'), server.url];
    const printed = await outputOf({ program: process.execPath, args });
    const { calls, ms } = printedSchema.parse(JSON.parse(printed));
    expect(calls).toEqual([outcome, outcome]);
    expect(ms).toBeLessThan(MOST_MS);
  });
});
