import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Checkpoints } from '../../../core/batch/checkpoints/checkpoints';
import { RedisStore } from '../../../core/stores/redis/redisStore';
import { systemClock } from '../../../core/time/clock';
import { RedisCluster } from '../../../scripts/servers/redisCluster.mts';
import { RedisServer } from '../../../scripts/servers/redisServer.mts';
import { afterwards, cleanUp } from './support/cleanUp';
import { observing, serverWith } from './support/connections';
import { Observer } from './support/observer';

const HOUR_MS = 3_600_000;
const STARTING_MS = 60_000;
const COMMAND_TIMEOUT_MS = 400;
/** This machine may be busy. */
const SLACK_MS = 600;

/** Of the batch `night`. */
const KEY = 'cascadeflow:{bmlnaHQ}:batch';

let server: RedisServer;
let observer: Observer;

beforeAll(async () => {
  server = await RedisServer.start();
  observer = new Observer(server.url);
});

afterEach(async () => {
  await cleanUp();
  await observer.redis.flushall();
});

afterAll(async () => {
  observer.close();
  await server.stop();
});

/** For one test. */
function opened({ url }: RedisServer = server, cluster = false): RedisStore {
  const store = new RedisStore({ url, cluster, commandTimeoutMs: COMMAND_TIMEOUT_MS });
  afterwards(() => store.close());
  return store;
}

const outcomeOf = (value: string) => ({ value, costUsd: 0.5, latencyMs: 20 });

function checkpointsIn(store: RedisStore, queries: readonly string[]): Promise<Checkpoints<string>> {
  return Checkpoints.open<string, string>({ store, batchId: 'night' }, queries, { clock: systemClock });
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `q${String(index)}`);

describe('a batch in Redis', () => {
  it('is one key in one slot of a cluster, with texts as they are, and expires', async () => {
    const store = opened();
    await store.keepBatchEntries('night', [['outcome:a:0', '{"x":"\\n"}']], 5_000);
    expect(await observer.redis.keys('*')).toEqual([KEY]);
    expect(await observer.redis.hgetall(KEY)).toEqual({ 'outcome:a:0': '{"x":"\\n"}' });
    expect(await observer.redis.pttl(KEY)).toBeGreaterThan(3_000);
    await store.keepBatchEntries('night', [['b', 'two']], HOUR_MS);
    expect(await observer.redis.pttl(KEY)).toBeGreaterThan(HOUR_MS - 5_000);
    await store.batchEntries('night', ['b']);
    expect(await observer.redis.pttl(KEY)).toBeLessThanOrEqual(HOUR_MS);
  });

  it('is written and read in commands of 500 entries or 1 MB', async () => {
    const own = await serverWith();
    const store = opened(own);
    const observer = observing(own);
    const small = numbered(1_200).map((key) => [key, 'x'] as const);
    await store.keepBatchEntries('night', small, HOUR_MS);
    const commands = async () => (await observer.calls('evalsha')) + (await observer.calls('eval'));
    // The first one is told to Redis by its text, because it does not know its hash.
    expect(await commands()).toBe(3 + 1);
    const large = numbered(25).map((key) => [key, 'x'.repeat(100_000)] as const);
    await store.keepBatchEntries('night', large, HOUR_MS);
    expect(await commands()).toBe(4 + 3);
    const texts = await store.batchEntries('night', [...small.map(([key]) => key), 'missing']);
    expect(texts.slice(0, 25)).toEqual(large.map(([, text]) => text));
    expect(texts.slice(25)).toEqual([...small.slice(25).map(() => 'x'), undefined]);
    // Eleven, eleven, three and 497, 500, 178 and the missing one; the first is told by its text.
    expect(await commands()).toBe(7 + 5 + 1);
  });

  it('takes a text that is longer than that by itself', async () => {
    const store = opened();
    const long = 'x'.repeat(3_000_000);
    await store.keepBatchEntries(
      'night',
      [
        ['a', 'one'],
        ['b', long],
        ['c', 'two'],
      ],
      HOUR_MS,
    );
    expect(await store.batchEntries('night', ['a', 'b', 'c'])).toEqual(['one', long, 'two']);
  });

  it('that is no hash is told, and gone when it is deleted', async () => {
    const store = opened();
    const corrupt = {
      code: 'STORED_STATE_CORRUPT',
      message: 'What is kept of a batch cannot be read from the store: its key in Redis holds something else',
    };
    await observer.redis.set(KEY, 'x');
    await expect(store.batchEntries('night', ['a'])).rejects.toMatchObject(corrupt);
    await expect(store.keepBatchEntries('night', [['a', 'one']], HOUR_MS)).rejects.toMatchObject(corrupt);
    await expect(checkpointsIn(store, ['a'])).rejects.toMatchObject(corrupt);
    expect(await observer.redis.get(KEY)).toBe('x');
    expect(await store.deleteBatch('night')).toBe(true);
    expect(await store.batchEntries('night', ['a'])).toEqual([undefined]);
  });

  it('that somebody else wrote into loses those outcomes, and no others', async () => {
    const store = opened();
    const first = await checkpointsIn(store, ['a', 'b', 'c']);
    for (const index of [0, 1, 2]) first.keep(index, outcomeOf(String(index)));
    await first.close();
    const [field = ''] = await observer.redis.hkeys(KEY);
    for (const text of ['', '"x', '{}', '\u0000']) {
      await observer.redis.hset(KEY, field, text);
      const again = await checkpointsIn(store, ['a', 'b', 'c']);
      expect([0, 1, 2].filter((index) => again.found(index))).toHaveLength(2);
    }
  });

  it(
    'is the same to every process, and to every node of a cluster',
    async () => {
      const cluster = await RedisCluster.start();
      afterwards(() => cluster.stop());
      const [node] = cluster.servers;
      if (!node) throw new Error('The cluster has no node');
      const ids = numbered(20);
      const store = opened(node, true);
      for (const id of ids)
        await store.keepBatchEntries(
          id,
          numbered(600).map((key) => [key, id]),
          HOUR_MS,
        );
      for (const id of ids)
        expect(await store.batchEntries(id, ['q0', 'q599', 'q600'])).toEqual([id, id, undefined]);
      for (const id of ids) expect(await store.deleteBatch(id)).toBe(true);
    },
    STARTING_MS,
  );
});

describe('checkpoints in Redis', () => {
  it('are those of whoever runs the batch next', async () => {
    const queries = numbered(2_000);
    const [first, second] = await Promise.all([
      checkpointsIn(opened(), queries.slice(0, 1_200)),
      checkpointsIn(opened(), queries.slice(800)),
    ]);
    for (let index = 0; index < 1_200; index++) {
      first.keep(index, outcomeOf(`first ${String(index)}`));
      second.keep(index, outcomeOf(`second ${String(index + 800)}`));
    }
    expect(await Promise.all([first.close(), second.close()])).toEqual([undefined, undefined]);
    const third = await checkpointsIn(opened(), queries);
    const found = queries.map((_, index) => third.found(index)?.value.replace(/\D+/, ''));
    expect(found).toEqual(queries.map((_, index) => String(index)));
  });

  it('survive a server that dies in the middle and comes back; the batch never waits for it', async () => {
    const mortal = await serverWith({ appendOnly: true });
    // Else it may lose what it has acknowledged.
    await observing(mortal).redis.config('SET', 'appendfsync', 'always');
    const queries = numbered(400);
    const checkpoints = await checkpointsIn(opened(mortal), queries);
    const keep = (from: number, to: number) => {
      const start = performance.now();
      for (let index = from; index < to; index++) checkpoints.keep(index, outcomeOf(`to ${String(index)}`));
      expect(performance.now() - start).toBeLessThan(COMMAND_TIMEOUT_MS / 2);
    };
    keep(0, 100);
    await systemClock.sleep(50);
    await mortal.kill();
    keep(100, 200);
    await systemClock.sleep(50);
    keep(200, 300);
    await mortal.restart();
    keep(300, 400);
    expect(await checkpoints.close()).toBeUndefined();
    const again = await checkpointsIn(opened(mortal), queries);
    expect(queries.map((_, index) => again.found(index)?.value)).toEqual(
      queries.map((_, index) => `to ${String(index)}`),
    );
  });

  it.each<[string, (server: RedisServer) => unknown]>([
    ['dies', (mortal) => mortal.kill()],
    [
      'hangs',
      (mortal) => {
        mortal.pause();
      },
    ],
  ])('say so in the end when the server %s, and keep nobody waiting for long', async (_, breakDown) => {
    const mortal = await serverWith();
    const checkpoints = await checkpointsIn(opened(mortal), numbered(1_000));
    checkpoints.keep(0, outcomeOf('x'));
    await systemClock.sleep(50);
    await breakDown(mortal);
    for (let index = 1; index < 1_000; index++) checkpoints.keep(index, outcomeOf('x'));
    const start = performance.now();
    expect(await checkpoints.close()).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    // The write under way, and two more.
    expect(performance.now() - start).toBeLessThan(3 * (COMMAND_TIMEOUT_MS + SLACK_MS));
  });

  it('go on where Redis takes no writes for a while', async () => {
    const small = await serverWith();
    const admin = observing(small).redis;
    const checkpoints = await checkpointsIn(opened(small), ['a', 'b']);
    await admin.config('SET', 'maxmemory', '1');
    checkpoints.keep(0, outcomeOf('to a'));
    await systemClock.sleep(50);
    await admin.config('SET', 'maxmemory', '0');
    checkpoints.keep(1, outcomeOf('to b'));
    expect(await checkpoints.close()).toBeUndefined();
    expect(await admin.hlen(KEY)).toBe(2);
  });

  it('of 50,000 queries are found in less than two seconds', async () => {
    const queries = numbered(50_000);
    const first = await checkpointsIn(opened(), queries);
    const answer = 'An answer of some length. '.repeat(20);
    for (const index of queries.keys()) first.keep(index, outcomeOf(answer));
    expect(await first.close()).toBeUndefined();
    const start = performance.now();
    const second = await checkpointsIn(opened(), queries);
    expect(performance.now() - start).toBeLessThan(2_000 + SLACK_MS);
    expect(queries.every((_, index) => second.found(index)?.value === answer)).toBe(true);
  });
});
