import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../core/time/clock';
import { RedisStore } from '../../../core/stores/redis/redisStore';
import { RedisServer } from '../../../scripts/servers/redisServer.mts';
import { admitted, requestOf, usedBy } from '../../core/stores/contract/surroundings';
import { describeStore } from '../../core/stores/storeContract';
import { afterwards, cleanUp } from './support/cleanUp';
import { Observer } from './support/observer';

let server: RedisServer;
let observer: Observer;

beforeAll(async () => {
  server = await RedisServer.start();
  observer = new Observer(server.url);
});

afterAll(async () => {
  observer.close();
  await server.stop();
});

let stores = 0;
const freshPrefix = () => `test-${String(++stores)}`;

describeStore('RedisStore', () => ({
  open: () => new RedisStore({ url: server.url, prefix: freshPrefix() }),
  pass: (ms) => systemClock.sleep(ms),
}));

/** A store that is closed after the test. */
function opened(prefix = freshPrefix()): RedisStore {
  const store = new RedisStore({ url: server.url, prefix });
  afterwards(() => store.close());
  return store;
}

afterEach(cleanUp);

describe('what a store keeps in Redis', () => {
  it('lies under its prefix, and all of a user in one slot of a cluster', async () => {
    const prefix = freshPrefix();
    const store = opened(prefix);
    await admitted(store, requestOf({}, { userId: '}{:' }));
    await store.putProfile({ userId: '}{:', tier: 'PRO', json: '{}' });
    expect((await observer.redis.keys(`${prefix}*`)).sort()).toEqual([
      `${prefix}:profiles`,
      `${prefix}:{fXs6}:profile`,
      `${prefix}:{fXs6}:usage`,
    ]);
  });

  it('expires by itself when nothing of it counts any more, but for profiles', async () => {
    const prefix = freshPrefix();
    const store = opened(prefix);
    await store.putProfile({ userId: 'ann', tier: 'PRO', json: '{}' });
    const id = await admitted(store, requestOf());
    for (const use of [
      () => store.settle(id, 1),
      () => store.recordRequest('ann', 1),
      () => admitted(store, requestOf()),
    ]) {
      await use();
      const seconds = await observer.redis.ttl(`${prefix}:{YW5u}:usage`);
      expect(seconds).toBeGreaterThan(24 * 3_600);
      expect(seconds).toBeLessThanOrEqual(26 * 3_600);
    }
    expect(await observer.redis.ttl(`${prefix}:{YW5u}:profile`)).toBe(-1);
  });

  it('expires with the time that a conversation was given, from each use on', async () => {
    const prefix = freshPrefix();
    const store = opened(prefix);
    const key = `${prefix}:{YW5u}:redactions`;
    const msLeft = () => observer.redis.pttl(key);
    await store.assignPlaceholders('ann', [{ label: 'EMAIL', value: 'a' }], 5_000);
    expect(await msLeft()).toBeGreaterThan(3_000);
    expect(await msLeft()).toBeLessThanOrEqual(5_000);
    await store.assignPlaceholders('ann', [{ label: 'EMAIL', value: 'a' }], 60_000);
    expect(await msLeft()).toBeGreaterThan(50_000);
    await observer.redis.pexpire(key, 5_000);
    await store.placeholdersOf('ann');
    expect(await msLeft()).toBeGreaterThan(50_000);
    expect(await observer.redis.keys(`${prefix}*`)).toEqual([key]);
  });

  it('names each value once, whichever of many stores asks', async () => {
    const prefix = freshPrefix();
    const stores = Array.from({ length: 8 }, () => opened(prefix));
    const values = (request: number) =>
      [request % 7, request % 5].map((value) => ({ label: 'EMAIL', value: `v${String(value)}` }));
    const names = await Promise.all(
      Array.from({ length: 80 }, (_, request) =>
        (stores[request % 8] ?? opened(prefix)).assignPlaceholders('ann', values(request), 60_000),
      ),
    );
    const kept = await opened(prefix).placeholdersOf('ann');
    expect([...kept.keys()].sort()).toEqual(
      Array.from({ length: 7 }, (_, index) => `EMAIL_${String(index + 1)}`),
    );
    for (const [request, given] of names.entries()) {
      expect(given.map((name) => kept.get(name))).toEqual(values(request).map(({ value }) => value));
    }
  });

  it('is another store’s with the same prefix, and nobody’s with another', async () => {
    const prefix = freshPrefix();
    const [one, same, other] = [opened(prefix), opened(prefix), opened()];
    const id = await admitted(one, requestOf({}, { estimateNanoUsd: 5 }));
    expect(await usedBy(same)).toEqual([1, 1, 5, 1]);
    expect(await usedBy(other)).toEqual([0, 0, 0, 0]);
    expect(await other.settle(id, 1)).toBe('unknown');
    expect(await same.settle(id, 1)).toBe('closed');
    expect(await one.settle(id, 1)).toBe('already closed');
  });
});

describe('a corrupt key', () => {
  const corrupt = { code: 'STORED_STATE_CORRUPT' };
  /** All that a store does with a usage. */
  const uses: readonly [string, (store: RedisStore) => Promise<unknown>][] = [
    ['check', (store) => store.check(requestOf({ requestsPerHour: 0 }))],
    ['reserve', (store) => store.reserve(requestOf(), 1_000)],
    ['recordRequest', (store) => store.recordRequest('ann', 1)],
    ['getUsage', (store) => store.getUsage('ann')],
    ['settle', (store) => store.settle('YW5u.1.1763900000000.1763900900000.0.0123456789abcdef', 1)],
    ['exportUser', (store) => store.exportUser('ann')],
  ];

  it.each(uses)('of a usage is told by %s, and gone after a reset', async (_, use) => {
    const prefix = freshPrefix();
    const store = opened(prefix);
    const key = `${prefix}:{YW5u}:usage`;
    for (const value of ['x', '{"json":true}', '\u0001'.repeat(500), '\u0001'.padEnd(224, '\u0000')]) {
      await observer.redis.set(key, value);
      await expect(use(store)).rejects.toMatchObject(corrupt);
    }
    await observer.redis.del(key);
    await observer.redis.hset(key, 'field', 'value');
    await expect(use(store)).rejects.toMatchObject(corrupt);
    await store.resetUsage('ann');
    expect(await usedBy(store)).toEqual([0, 0, 0, 0]);
  });

  it('of a usage takes no other user down', async () => {
    const prefix = freshPrefix();
    const store = opened(prefix);
    await store.recordRequest('bob', 1);
    await observer.redis.set(`${prefix}:{YW5u}:usage`, 'corrupt');
    await expect(store.getUsage('ann')).rejects.toMatchObject(corrupt);
    expect(await usedBy(store, 'bob')).toEqual([1, 1, 1, 0]);
  });

  it('of a usage is told or can be used, whichever of its bytes is another', async () => {
    const prefix = freshPrefix();
    const store = opened(prefix);
    const key = `${prefix}:{YW5u}:usage`;
    for (let request = 0; request < 40; request++)
      await admitted(store, requestOf({}, { estimateNanoUsd: request }));
    const value = (await observer.redis.getBuffer(key)) ?? Buffer.alloc(0);
    expect(value.length).toBeGreaterThan(200);
    for (let position = 0; position < value.length; position++) {
      const changed = Buffer.from(value);
      changed.writeUInt8(changed.readUInt8(position) ^ 0x55, position);
      for (const [, use] of uses) {
        await observer.redis.set(key, changed);
        await use(store).catch((error: unknown) => {
          expect(error).toMatchObject(corrupt);
        });
      }
    }
  });

  it('of a conversation is told, and gone when it is deleted', async () => {
    const prefix = freshPrefix();
    const store = opened(prefix);
    const key = `${prefix}:{YW5u}:redactions`;
    const value = { label: 'EMAIL', value: 'a' };
    const assign = () => store.assignPlaceholders('ann', [value], 1_000);
    await observer.redis.set(key, 'x');
    await expect(assign()).rejects.toMatchObject(corrupt);
    await expect(store.placeholdersOf('ann')).rejects.toMatchObject(corrupt);
    expect(await store.deleteRedactions('ann')).toBe(true);
    for (const [field, wrong] of [
      ['ttl', 'x'],
      ['p:EMAIL_1', 'no JSON'],
      ['p:EMAIL_1', '7'],
      ['p:EMAIL_1', '"a","b"'],
    ] as const) {
      await assign();
      await observer.redis.hset(key, field, wrong);
      await expect(store.placeholdersOf('ann')).rejects.toMatchObject(corrupt);
      expect(await store.deleteRedactions('ann')).toBe(true);
    }
    for (const field of ['size', 'n:EMAIL']) {
      await observer.redis.hset(key, field, 'x');
      await expect(assign()).rejects.toMatchObject(corrupt);
      expect(await store.deleteRedactions('ann')).toBe(true);
    }
    expect(await assign()).toEqual(['EMAIL_1']);
  });

  it.each(['', 'x', '{}', '["PRO"]', '["PRO",7]', '[null,"{}"]'])(
    'of a profile is told: %j',
    async (value) => {
      const prefix = freshPrefix();
      const store = opened(prefix);
      await store.putProfile({ userId: 'ann', tier: 'PRO', json: '{}' });
      await observer.redis.set(`${prefix}:{YW5u}:profile`, value);
      await expect(store.getProfile('ann')).rejects.toMatchObject(corrupt);
      expect(await store.deleteUser('ann')).toBe(true);
      expect(await store.getProfile('ann')).toBeUndefined();
    },
  );
});
