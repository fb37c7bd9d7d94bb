import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CascadeError } from '../../../core/errors/cascadeError';
import { redisScript } from '../../../core/stores/redis/connection/redisScript';
import type { RedisOptions } from '../../../core/stores/redis/redisOptions';
import { RedisCluster } from '../../../scripts/servers/redisCluster.mts';
import type { RedisServer } from '../../../scripts/servers/redisServer.mts';
import { waitFor } from '../../../scripts/support/time.mts';
import { cleanUp } from './support/cleanUp';
import { connectionTo, failureOf, observing } from './support/connections';

const ADD = redisScript("return redis.call('INCRBY', KEYS[1], ARGV[1])");
const COMMAND_TIMEOUT_MS = 400;
const SLACK_MS = 600;
const STARTING_MS = 60_000;

const keys = Array.from({ length: 60 }, (_, index) => `cascadeflow:{user-${String(index)}}:usage`);

const halt = (node: RedisServer) => {
  node.pause();
};
const goOn = (node: RedisServer) => {
  node.resume();
};
const asFailure = (error: unknown) => (CascadeError.is(error) ? error.code : error);

let cluster: RedisCluster;

beforeAll(async () => {
  cluster = await RedisCluster.start();
}, STARTING_MS);

afterEach(cleanUp);

afterAll(() => cluster.stop());

const options = (): RedisOptions => ({
  url: cluster.urls[0] ?? '',
  cluster: true,
  commandTimeoutMs: COMMAND_TIMEOUT_MS,
});

const anyNode = () => {
  const [node] = cluster.servers;
  if (!node) throw new Error('The cluster has no node');
  return node;
};

describe('a cluster', () => {
  it('serves every key where it lives', async () => {
    const redis = connectionTo(options());
    const add = (key: string) => redis.run(ADD, key, '1', Number);
    expect(new Set(await Promise.all(keys.map(add)))).toEqual(new Set([1]));
    expect(new Set(await Promise.all(keys.map(add)))).toEqual(new Set([2]));
    const calls = await Promise.all(cluster.servers.map((node) => observing(node).calls('evalsha')));
    expect(Math.min(...calls)).toBeGreaterThan(0);
    await redis.command('SET', 'a{b}', 'text');
    expect(await redis.command('GET', 'a{b}')).toBe('text');
  });

  it('is told from a single server', async () => {
    const redis = connectionTo({ ...options(), cluster: false });
    const calls = keys.map((key) => redis.run(ADD, key, '1', Number));
    await expect(Promise.all(calls)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/is part of a cluster$/),
      hint: 'Switch cluster mode on.',
    });
  });

  it.each<[string, (node: RedisServer) => unknown, (node: RedisServer) => unknown]>([
    ['hangs', halt, goOn],
    ['dies', (node) => node.kill(), (node) => node.restart()],
  ])(
    'fails the calls to a node that %s within their time, and serves when it is back',
    async (_, breakDown, comeBack) => {
      const redis = connectionTo(options());
      const add = (key: string) => redis.run(ADD, key, '1', Number);
      await Promise.all(keys.map(add));
      const node = anyNode();
      await breakDown(node);
      const failures = await Promise.all(keys.map((key) => add(key).then(() => undefined, asFailure)));
      const { ms } = await failureOf(Promise.all(keys.map(add)));
      await comeBack(node);
      expect(failures).toContain('STORE_UNAVAILABLE');
      expect(failures).toContain(undefined);
      expect(ms).toBeLessThan(COMMAND_TIMEOUT_MS + SLACK_MS);
      const answers = () => Promise.all(keys.map(add)).catch(() => undefined);
      await waitFor(answers, { what: 'all nodes to answer', timeoutMs: 10_000, intervalMs: 20 });
    },
    STARTING_MS,
  );

  it('ends all its connections', async () => {
    const redis = connectionTo(options());
    await Promise.all(keys.map((key) => redis.command('GET', key)));
    await redis.close();
    for (const node of cluster.servers) {
      const observer = observing(node);
      await waitFor(async () => ((await observer.connections()) === 0 ? true : undefined), {
        what: 'the connections to end',
        timeoutMs: 5_000,
        intervalMs: 10,
      });
    }
  });
});
