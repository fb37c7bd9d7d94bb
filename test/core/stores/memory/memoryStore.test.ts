import { describe, expect, it } from '@jest/globals';
import { Batches } from '../../../../core/stores/batches/batches';
import { MemoryStore } from '../../../../core/stores/memory/memoryStore';
import { Conversations } from '../../../../core/stores/redactions/conversations';
import { FakeClock } from '../../../support/fakeClock';
import { admitted, DAY_MS, HOUR_MS, LEASE_MS, requestOf, usedBy } from '../contract/surroundings';
import { describeStore } from '../storeContract';

const clock = new FakeClock();

describeStore('MemoryStore', () => ({
  open: () => new MemoryStore({ clock }),
  pass: (ms) => clock.advance(ms),
}));

describe('windows of a store in memory', () => {
  it('slide: an hour and a day after a request it no longer counts', async () => {
    const store = new MemoryStore({ clock });
    await admitted(store, requestOf({}, { estimateNanoUsd: 9 }));
    await clock.advance(HOUR_MS - 1);
    expect(await usedBy(store)).toEqual([1, 1, 9, 0]);
    await clock.advance(1);
    expect(await usedBy(store)).toEqual([0, 1, 9, 0]);
    await clock.advance(DAY_MS - HOUR_MS - 1);
    expect(await usedBy(store)).toEqual([0, 1, 9, 0]);
    await clock.advance(1);
    expect(await usedBy(store)).toEqual([0, 0, 0, 0]);
  });

  it('have room after the wait that was told, and not a ms earlier', async () => {
    for (const limits of [
      { requestsPerHour: 2 },
      { requestsPerDay: 2 },
      { dailyBudgetNanoUsd: 25 },
      { concurrentRequests: 2 },
    ]) {
      const store = new MemoryStore({ clock });
      const request = requestOf(limits, { estimateNanoUsd: 10 });
      await admitted(store, request);
      await clock.advance(1_234);
      await admitted(store, request);
      const refused = store.check(request);
      const wait = refused.allowed ? null : refused.retryAfterMs;
      await clock.advance((wait ?? 0) - 1);
      expect(store.check(request)).toMatchObject({ allowed: false, retryAfterMs: 1 });
      await clock.advance(1);
      expect(store.reserve(request, LEASE_MS)).toMatchObject({ allowed: true });
    }
  });

  it('take a settled cost until the request leaves, and book nothing after that', async () => {
    const store = new MemoryStore({ clock });
    const [first, second] = [await admitted(store, requestOf()), await admitted(store, requestOf())];
    await clock.advance(DAY_MS - 1);
    await admitted(store, requestOf({}, { estimateNanoUsd: 3 }));
    expect(store.settle(first, 40)).toBe('closed');
    expect(await usedBy(store)).toEqual([1, 3, 43, 1]);
    await clock.advance(1);
    expect(store.settle(second, 50)).toBe('closed');
    expect(await usedBy(store)).toEqual([1, 1, 3, 1]);
  });

  it('block by an overrun until it leaves', async () => {
    const store = new MemoryStore({ clock });
    const limits = { dailyBudgetNanoUsd: 1_000 };
    const id = await admitted(store, requestOf(limits, { estimateNanoUsd: 1 }));
    store.settle(id, 5_000);
    const refused = store.check(requestOf(limits));
    expect(refused).toEqual({ allowed: false, limitType: 'budget', retryAfterMs: DAY_MS });
    await clock.advance(DAY_MS);
    expect(store.check(requestOf(limits))).toEqual({ allowed: true });
  });
});

describe('idle users', () => {
  it('leave memory as others come', async () => {
    const store = new MemoryStore({ clock });
    for (let day = 0; day < 3; day++) {
      for (let user = 0; user < 500; user++)
        store.recordRequest(`day ${String(day)}, user ${String(user)}`, 1);
      await clock.advance(DAY_MS);
    }
    const of = (day: number) =>
      Array.from({ length: 500 }, (_, user) => `day ${String(day)}, user ${String(user)}`);
    for (let user = 0; user < 1_000; user++) store.recordRequest(`new ${String(user)}`, 1);
    // To erase is to tell whether there was anything.
    expect([...of(0), ...of(1), ...of(2)].filter((userId) => store.deleteUser(userId))).toEqual([]);
  });

  it('stay while anything of theirs counts', async () => {
    const store = new MemoryStore({ clock });
    store.recordRequest('ann', 7);
    await clock.advance(DAY_MS - 1);
    for (let user = 0; user < 100; user++) store.recordRequest(`new ${String(user)}`, 1);
    expect(await usedBy(store)).toEqual([0, 1, 7, 0]);
  });

  it('come back to nothing', async () => {
    const store = new MemoryStore({ clock });
    const id = await admitted(store, requestOf({}, { estimateNanoUsd: 5 }));
    await clock.advance(DAY_MS);
    for (let user = 0; user < 10; user++) store.recordRequest(`new ${String(user)}`, 1);
    await admitted(store, requestOf());
    expect(store.settle(id, 9)).toBe('unknown');
    expect(await usedBy(store)).toEqual([1, 1, 0, 1]);
  });
});

it('conversations that are over leave memory as others come', async () => {
  const conversations = new Conversations();
  const values = [{ label: 'EMAIL', value: 'a@b.co' }];
  for (let old = 0; old < 500; old++) conversations.assign(`old ${String(old)}`, values, 1_000, clock.now());
  await clock.advance(1_000);
  for (let time = 0; time < 500; time++)
    conversations.assign(`new ${String(time)}`, values, 1_000, clock.now());
  expect([...conversations.all.keys()].filter((id) => id.startsWith('old'))).toEqual([]);
  expect(conversations.all.size).toBe(500);
});

it('batches that are over leave memory as others come', async () => {
  const batches = new Batches();
  const keep = (id: string) => {
    batches.keep(id, [['a', 'one']], clock.now() + 1_000, clock.now());
  };
  for (let old = 0; old < 500; old++) keep(`old ${String(old)}`);
  await clock.advance(1_000);
  for (let time = 0; time < 500; time++) keep(`new ${String(time)}`);
  expect([...batches.all.keys()].filter((id) => id.startsWith('old'))).toEqual([]);
  expect(batches.all.size).toBe(500);
});

it('two stores in memory know nothing of each other', async () => {
  const [one, other] = [new MemoryStore({ clock }), new MemoryStore({ clock })];
  const id = await admitted(one, requestOf());
  await admitted(other, requestOf());
  expect(other.settle(id, 1)).toBe('unknown');
  expect(one.settle(id, 1)).toBe('closed');
});

it('a store in memory goes by the time of this machine unless told otherwise', () => {
  const store = new MemoryStore();
  const before = Date.now();
  store.recordRequest('ann', 1);
  const { resetsAt } = store.getUsage('ann').daily;
  expect(Math.abs((resetsAt ?? 0) - DAY_MS - before)).toBeLessThan(60_000);
});
