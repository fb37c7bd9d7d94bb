import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../core/time/clock';
import { HALF_LIFE_MS } from '../../../core/stores/calibration/aging';
import { RedisStore } from '../../../core/stores/redis/redisStore';
import { keyOf } from '../../../core/stores/usage/reservationId';
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

  it('expires with the last of a tenant’s responses, and three months after the last outcome of a model', async () => {
    const prefix = freshPrefix();
    const store = opened(prefix);
    await store.cacheResponse('ann', 'k1', 'one', 60_000);
    await store.cacheResponse('ann', 'k2', 'two', 5_000);
    await store.recordOutcome({ model: 'mini', domain: 'code', expected: 0.5, agreed: 1 });
    const responses = `${prefix}:{YW5u}:responses`;
    expect((await observer.redis.keys(`${prefix}*`)).sort()).toEqual([`${prefix}:calibrations`, responses]);
    expect(await observer.redis.pttl(responses)).toBeGreaterThan(50_000);
    expect(await observer.redis.pttl(responses)).toBeLessThanOrEqual(60_000);
    const days = (await observer.redis.ttl(`${prefix}:calibrations`)) / 86_400;
    expect(days).toBeGreaterThan(89.9);
    expect(days).toBeLessThanOrEqual(90);
  });

  it('holds no response any more that made room for others', async () => {
    const prefix = freshPrefix();
    const store = opened(prefix);
    for (let index = 0; index < 150; index++)
      await store.cacheResponse('ann', `k${String(index)}`, 'x', 60_000);
    expect(await observer.redis.hlen(`${prefix}:{YW5u}:responses`)).toBe(101);
    for (let index = 0; index < 10; index++)
      await store.cacheResponse('ann', `large${String(index)}`, 'x'.repeat(400_000), 60_000);
    expect((await store.exportUser('ann'))?.responses).toHaveLength(2);
    expect(await observer.redis.hlen(`${prefix}:{YW5u}:responses`)).toBe(3);
  });

  it('lets an outcome of a month ago count half', async () => {
    const prefix = freshPrefix();
    const store = opened(prefix);
    const monthAgo = Date.now() - HALF_LIFE_MS;
    const fields = { [`${keyOf('mini')}:${keyOf('code')}`]: `10 6 4 ${String(monthAgo)}` };
    await observer.redis.hset(`${prefix}:calibrations`, fields);
    await store.recordOutcome({ model: 'mini', domain: 'code', expected: 0.5, agreed: 1 });
    const { weight, expected, agreed } = (await store.calibrationOf('mini', 'code')) ?? {};
    expect(weight).toBeCloseTo(0.98 * 5 + 1, 3);
    expect(expected).toBeCloseTo(0.98 * 3 + 0.5, 3);
    expect(agreed).toBeCloseTo(0.98 * 2 + 1, 3);
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

  it('of what was learned is told', async () => {
    const prefix = freshPrefix();
    const store = opened(prefix);
    const key = `${prefix}:calibrations`;
    const outcome = { model: 'mini', domain: 'code', expected: 0.5, agreed: 1 };
    await observer.redis.set(key, 'x');
    await expect(store.recordOutcome(outcome)).rejects.toMatchObject(corrupt);
    await expect(store.calibrationOf('mini')).rejects.toMatchObject(corrupt);
    await observer.redis.del(key);
    for (const value of ['', 'x', '1 2 3', '1 2 3 x']) {
      await observer.redis.hset(key, `${keyOf('mini')}:${keyOf('code')}`, value);
      await expect(store.recordOutcome(outcome)).rejects.toMatchObject(corrupt);
      await expect(store.calibrationOf('mini', 'code')).rejects.toMatchObject(corrupt);
    }
  });

  it('of responses is told, and gone when the user is erased', async () => {
    const prefix = freshPrefix();
    const store = opened(prefix);
    const key = `${prefix}:{YW5u}:responses`;
    const keep = () => store.cacheResponse('ann', 'k', 'one', 60_000);
    await observer.redis.set(key, 'x');
    await expect(keep()).rejects.toMatchObject(corrupt);
    await expect(store.cachedResponse('ann', 'k')).rejects.toMatchObject(corrupt);
    expect(await store.deleteUser('ann')).toBe(true);
    await keep();
    for (const value of ['x', '99999999999999 no JSON', '99999999999999 7', '99999999999999 "a","b"']) {
      await observer.redis.hset(key, `v:${keyOf('k')}`, value);
      await expect(store.cachedResponse('ann', 'k')).rejects.toMatchObject(corrupt);
    }
    await observer.redis.hset(key, 'index', 'x');
    await expect(keep()).rejects.toMatchObject(corrupt);
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
