import { beforeEach, describe, expect, it } from '@jest/globals';
import type { StaticDataStore } from '../../../../core/stores/staticData/staticDataStore';
import { FakeClock } from '../../../support/fakeClock';
import { admitted, DAY_MS, LEASE_MS, profileOf, requestOf, usedBy } from '../contract/surroundings';
import { newProcess, SavedWorkflow, type Execution } from './support/workflow';

const CAPACITY_BYTES = 1_048_576;
const full = expect.objectContaining({ code: 'STORE_FULL' });

let clock: FakeClock;
let workflow: SavedWorkflow;
let execution: Execution;
let store: StaticDataStore;

beforeEach(() => {
  clock = new FakeClock();
  workflow = new SavedWorkflow(clock);
  execution = workflow.start();
  store = execution.store;
});

/** Does it for user 0, user 1... until the store is full, and gives their ids. */
function fill(userIdOf: (user: number) => string, act: (userId: string) => void): readonly string[] {
  const userIds: string[] = [];
  for (;;) {
    const userId = userIdOf(userIds.length);
    try {
      act(userId);
    } catch (error) {
      expect(error).toEqual(full);
      return userIds;
    }
    userIds.push(userId);
    if (userIds.length > 100_000) throw new Error('It is never full');
  }
}

const fillWithRequests = () =>
  fill(
    (user) => `user ${String(user)}`,
    (userId) => {
      store.recordRequest(userId, 1);
    },
  );

const savedBytes = () => {
  execution.save();
  return Buffer.byteLength(workflow.text);
};

describe('static data that is full', () => {
  it('holds 1 MB of users, and says so', () => {
    const users = fillWithRequests();
    expect(users.length).toBeGreaterThan(2_000);
    expect(store.room).toEqual({ usedBytes: expect.any(Number), capacityBytes: CAPACITY_BYTES });
    expect(store.room.usedBytes).toBeGreaterThan(0.95 * CAPACITY_BYTES);
    expect(savedBytes()).toBeLessThanOrEqual(CAPACITY_BYTES);
    expect(() => {
      store.recordRequest('one more', 1);
    }).toThrow("The workflow's static data holds 1024 KB and has no room for more");
  });

  it('refuses new users, whatever is wanted of them, and counts nothing of theirs', async () => {
    fillWithRequests();
    expect(() => store.reserve(requestOf(), LEASE_MS)).toThrow(full);
    expect(() => {
      store.recordRequest('ann', 1);
    }).toThrow(full);
    expect(() => {
      store.putProfile(profileOf('ann'));
    }).toThrow(full);
    expect(store.check(requestOf())).toEqual({ allowed: true });
    expect(await usedBy(store)).toEqual([0, 0, 0, 0]);
    expect(store.exportUser('ann')).toBeUndefined();
  });

  it('goes on serving those it knows', async () => {
    store.putProfile(profileOf('ann', 'PRO'));
    const users = fillWithRequests();
    for (const userId of users.slice(0, 50)) {
      store.settle(await admitted(store, requestOf({}, { userId })), 5);
      expect(await usedBy(store, userId)).toEqual([2, 2, 6, 0]);
    }
    store.putProfile(profileOf('ann', 'FREE'));
    expect(store.getProfile('ann')).toEqual(profileOf('ann', 'FREE'));
  });

  it('has room again when somebody is erased', () => {
    const users = fillWithRequests();
    for (const userId of users.slice(0, 20)) store.deleteUser(userId);
    store.recordRequest('ann', 1);
    expect(savedBytes()).toBeLessThanOrEqual(CAPACITY_BYTES);
  });

  it('drops the usage of whoever is idle, and no other', async () => {
    const idle = fillWithRequests();
    await clock.advance(DAY_MS / 2);
    for (const userId of idle.slice(0, 10)) store.recordRequest(userId, 1);
    await clock.advance(DAY_MS / 2);
    store.recordRequest('ann', 1);
    for (const userId of idle.slice(0, 10)) expect(await usedBy(store, userId)).toEqual([0, 1, 1, 0]);
    expect(savedBytes()).toBeLessThan(20_000);
  });

  it('never drops what still binds, nor a profile', async () => {
    store.putProfile(profileOf('ann'));
    await admitted(store, requestOf({}, { userId: 'bob' }), DAY_MS);
    await clock.advance(DAY_MS - 1);
    fillWithRequests();
    expect(() => {
      store.recordRequest('carl', 1);
    }).toThrow(full);
    expect(await usedBy(store, 'bob')).toEqual([0, 1, 0, 1]);
    await clock.advance(DAY_MS);
    for (let user = 0; user < 3_000; user++) store.recordRequest(`later ${String(user)}`, 1);
    expect(store.getProfile('ann')).toEqual(profileOf('ann'));
    execution.save();
    const after = workflow.start({ Store: await newProcess() }).store;
    expect(after.getProfile('ann')).toEqual(profileOf('ann'));
  });

  it('is full of profiles as soon as they are that long, in a single run too', () => {
    const json = JSON.stringify({ text: 'x'.repeat(20_000) });
    const users = fill(
      (user) => `user ${String(user)}`,
      (userId) => {
        store.putProfile(profileOf(userId, 'PRO', json));
      },
    );
    expect(users.length).toBeGreaterThan(45);
    expect(savedBytes()).toBeLessThanOrEqual(CAPACITY_BYTES);
  });

  it('has no room for a profile that becomes that long', () => {
    store.putProfile(profileOf('ann'));
    fillWithRequests();
    store.putProfile(profileOf('ann', 'BUSINESS', '{"version":2}'));
    expect(() => {
      store.putProfile(profileOf('ann', 'PRO', 'x'.repeat(2_000)));
    }).toThrow(full);
    expect(store.getProfile('ann')).toEqual(profileOf('ann', 'BUSINESS', '{"version":2}'));
  });

  it('counts bytes, not letters', () => {
    const json = JSON.stringify({ text: '漢'.repeat(1_000) });
    fill(
      (user) => `使用者 ${String(user)}`,
      (userId) => {
        store.putProfile(profileOf(userId, 'PRO', json));
      },
    );
    expect(savedBytes()).toBeLessThanOrEqual(CAPACITY_BYTES);
    expect(store.room.usedBytes).toBe(savedBytes());
  });

  it('is as full for runs by hand when they write profiles', () => {
    fillWithRequests();
    const manual = workflow.start({ mode: 'manual' }).store;
    expect(() => {
      manual.putProfile(profileOf('ann'));
    }).toThrow(full);
    manual.recordRequest('ann', 1);
  });

  it('is as full in the next process', async () => {
    const users = fillWithRequests();
    execution.save();
    const after = workflow.start({ Store: await newProcess() });
    const more = fill(
      (user) => `more ${String(user)}`,
      (userId) => {
        after.store.recordRequest(userId, 1);
      },
    );
    expect(more.length).toBeLessThan(0.1 * users.length);
    expect(after.store.room.usedBytes).toBeLessThanOrEqual(CAPACITY_BYTES);
  });
});

describe('redactions in static data that is full', () => {
  const fillWithRedactions = (name: string) =>
    fill(
      (conversation) => `${name} ${String(conversation)}`,
      (id) => {
        store.assignPlaceholders(id, [{ label: 'EMAIL', value: '漢'.repeat(500) }], 3_600_000);
      },
    );

  it('take the room that they need, and no more', () => {
    expect(fillWithRedactions('first').length).toBeGreaterThan(500);
    expect(savedBytes()).toBeLessThanOrEqual(CAPACITY_BYTES);
    expect(savedBytes()).toBeGreaterThan(0.95 * CAPACITY_BYTES);
    expect(() =>
      store.assignPlaceholders('new', [{ label: 'EMAIL', value: 'x'.repeat(5_000) }], 1_000),
    ).toThrow(full);
    expect(store.placeholdersOf('new')).toEqual(new Map());
  });

  it('go when their time has passed, and none before', async () => {
    const first = fillWithRedactions('first');
    await clock.advance(1_800_000);
    for (const id of first.slice(0, 5)) expect(store.placeholdersOf(id).size).toBe(1);
    await clock.advance(1_800_000);
    expect(fillWithRedactions('second').length).toBeGreaterThan(0.9 * first.length);
    for (const id of first.slice(0, 5)) expect(store.placeholdersOf(id).size).toBe(1);
    expect(store.placeholdersOf(first[5] ?? '').size).toBe(0);
    expect(savedBytes()).toBeLessThanOrEqual(CAPACITY_BYTES);
  });

  it('that are known need no room', () => {
    const value = { label: 'EMAIL', value: 'a@b.co' };
    store.assignPlaceholders('ann', [value], 3_600_000);
    fillWithRedactions('first');
    fillWithRequests();
    for (let time = 0; time < 100; time++) {
      expect(store.assignPlaceholders('ann', [value, value], 3_600_000)).toEqual(['EMAIL_1', 'EMAIL_1']);
    }
  });
});

describe('cached responses in static data', () => {
  const cacheMany = () => {
    for (let user = 0; user < 200; user++)
      for (let key = 0; key < 25; key++)
        store.cacheResponse(`user ${String(user)}`, `k${String(key)}`, 'x'.repeat(8_000), 3_600_000);
  };

  it('are 20 of a tenant, of 8 KB each, and a quarter of the room in all', () => {
    store.cacheResponse('ann', 'large', 'x'.repeat(8_193), 3_600_000);
    for (let key = 0; key < 25; key++) store.cacheResponse('ann', `k${String(key)}`, 'x', 3_600_000);
    expect(store.exportUser('ann')?.responses).toHaveLength(20);
    expect(store.cachedResponse('ann', 'large')).toBeUndefined();
    cacheMany();
    expect(savedBytes()).toBeGreaterThan(0.2 * CAPACITY_BYTES);
    expect(savedBytes()).toBeLessThan(0.27 * CAPACITY_BYTES);
  });

  it('leave the room to whoever needs it', () => {
    const alone = fillWithRequests().length;
    for (let user = 0; user < alone; user++) store.resetUsage(`user ${String(user)}`);
    cacheMany();
    expect(fillWithRequests().length).toBeGreaterThan(0.98 * alone);
    expect(savedBytes()).toBeLessThanOrEqual(CAPACITY_BYTES);
  });

  it('take no room that is not there', () => {
    fillWithRequests();
    expect(() => {
      store.cacheResponse('ann', 'k', 'x'.repeat(8_000), 3_600_000);
    }).toThrow(full);
    expect(store.cachedResponse('ann', 'k')).toBeUndefined();
    expect(() => {
      store.recordOutcome({ model: 'mini', domain: 'code', expected: 0.5, agreed: 1 });
    }).toThrow(full);
    expect(store.calibrationOf('mini')).toBeUndefined();
    expect(savedBytes()).toBeLessThanOrEqual(CAPACITY_BYTES);
  });
});

describe('batches in static data', () => {
  const outcome = 'x'.repeat(1_000);
  const keep = (batchId: string, key: string, text = outcome) => {
    store.keepBatchEntries(batchId, [[key, text]], DAY_MS);
  };
  const has = (batchId: string, key = 'k 0') => store.batchEntries(batchId, [key])[0] !== undefined;
  const fillWithBatch = (batchId: string) =>
    fill(
      (entry) => `k ${String(entry)}`,
      (key) => {
        keep(batchId, key);
      },
    );

  it('take three quarters of the room, and say when there is no more', () => {
    const keys = fillWithBatch('night');
    expect(keys.length).toBeGreaterThan(700);
    expect(savedBytes()).toBeLessThanOrEqual(0.75 * CAPACITY_BYTES);
    expect(savedBytes()).toBeGreaterThan(0.74 * CAPACITY_BYTES);
    expect(() => {
      keep('day', 'a');
    }).toThrow(full);
    expect(store.batchEntries('night', keys)).not.toContain(undefined);
    keep('night', 'k 0', 'y'.repeat(1_000));
    expect(store.batchEntries('night', ['k 0'])).toEqual(['y'.repeat(1_000)]);
  });

  it('take all entries of a write, or none', () => {
    fillWithBatch('night');
    expect(() => {
      store.keepBatchEntries(
        'night',
        [
          ['small', 'x'],
          ['large', 'x'.repeat(10_000)],
        ],
        DAY_MS,
      );
    }).toThrow(full);
    expect(has('night', 'small')).toBe(false);
    expect(has('day', 'small')).toBe(false);
  });

  it('leave the room to users, and push none of them out', async () => {
    store.putProfile(profileOf('ann'));
    const keys = fillWithBatch('night');
    const before = fill(
      (user) => `first ${String(user)}`,
      (userId) => {
        if (!has('night')) throw Object.assign(new Error('It is gone'), { code: 'STORE_FULL' });
        store.recordRequest(userId, 1);
      },
    );
    expect(before.length).toBeGreaterThan(600);
    const alone = fillWithRequests();
    expect(alone.length).toBeGreaterThan(1_500);
    expect(store.batchEntries('night', keys)).toEqual(keys.map(() => undefined));
    expect(await usedBy(store, before[0])).toEqual([1, 1, 1, 0]);
    expect(store.getProfile('ann')).toEqual(profileOf('ann'));
    expect(() => {
      keep('day', 'a');
    }).toThrow(full);
    expect(savedBytes()).toBeLessThanOrEqual(CAPACITY_BYTES);
  });

  it('go after cached answers, those that are finished first, then by the time that they have left', () => {
    store.keepBatchEntries('early', [['k 0', 'x'.repeat(100_000)]], DAY_MS - 1);
    keep('done', 'k 0', 'x'.repeat(100_000));
    keep('late', 'k 0', 'x'.repeat(100_000));
    store.cacheResponse('ann', 'k', 'x'.repeat(8_000), DAY_MS);
    store.finishBatch('done');
    const gone: string[] = [];
    fill(
      (user) => `user ${String(user)}`,
      (userId) => {
        store.recordRequest(userId, 1);
        if (!gone.includes('answer') && store.cachedResponse('ann', 'k') === undefined) gone.push('answer');
        for (const id of ['early', 'done', 'late']) if (!gone.includes(id) && !has(id)) gone.push(id);
      },
    );
    expect(gone).toEqual(['answer', 'done', 'early', 'late']);
  });

  it('make room for another one when they are finished, and for what is learned', () => {
    fillWithBatch('night');
    store.finishBatch('night');
    store.keepBatchEntries('night', [], DAY_MS);
    expect(() => {
      keep('day', 'k 0');
    }).toThrow(full);
    store.finishBatch('night');
    expect(() => {
      keep('night', 'more');
    }).toThrow(full);
    expect(has('night')).toBe(true);
    keep('day', 'k 0');
    expect([has('night'), has('day')]).toEqual([false, true]);
    fillWithBatch('day');
    fill(
      (model) => `model ${String(model)}`,
      (model) => {
        store.recordOutcome({ model: model.padEnd(1_000), domain: 'code', expected: 0.5, agreed: 1 });
      },
    );
    expect(has('day')).toBe(true);
    store.finishBatch('day');
    store.recordOutcome({ model: 'large'.padEnd(1_000), domain: 'code', expected: 0.5, agreed: 1 });
    expect(has('day')).toBe(false);
  });

  it('that are over make room for others', async () => {
    fillWithBatch('night');
    await clock.advance(DAY_MS);
    expect(fillWithBatch('day').length).toBeGreaterThan(700);
  });
});

it('what was learned of a model needs no room again', () => {
  const outcome = { model: 'mini', domain: 'code', expected: 0.5, agreed: 1 };
  store.recordOutcome(outcome);
  fillWithRequests();
  for (let time = 0; time < 100; time++) store.recordOutcome(outcome);
  expect(store.calibrationOf('mini', 'code')?.weight).toBeGreaterThan(40);
});

it('static data that is empty has all of its room', () => {
  expect(store.room).toEqual({ usedBytes: 0, capacityBytes: CAPACITY_BYTES });
  expect(store.room.usedBytes).toBe(0);
});

it('room is given back when what took it goes', async () => {
  for (let user = 0; user < 100; user++) store.recordRequest(`user ${String(user)}`, 1);
  const busy = savedBytes();
  expect(store.room.usedBytes).toBe(busy);
  for (let user = 0; user < 90; user++) store.resetUsage(`user ${String(user)}`);
  expect(savedBytes()).toBeLessThan(busy / 5);
  expect(store.room.usedBytes).toBeLessThan(busy / 5);
  expect(await usedBy(store, 'user 95')).toEqual([1, 1, 1, 0]);
});
