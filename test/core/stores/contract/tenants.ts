import { expect, it } from '@jest/globals';
import type { Store } from '../../../../core/stores/store';
import { unpackUsage } from '../../../../core/stores/usage/packedUsage';
import { admitted, LEASE_MS, profileOf, requestOf, usedBy, usedIn } from './surroundings';

/** User ids that mean something somewhere, and some that are nearly the same. */
const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  '0',
  '-',
  'user',
  'User',
  'user ',
  ' user',
  'user\n',
  'user\nuser',
  'user\u0000',
  'user:usage',
  'user:profile',
  ':user',
  'dXNlcg',
  '{user}',
  '}{',
  '{dXNlcg}:usage',
  'user}',
  '*',
  'user*',
  'use?',
  '[user]',
  '(user',
  '../user',
  '%s %d',
  "'; DROP TABLE users; --",
  '"\\',
  'KEYS[1]',
  'e\u0301',
  '\u00e9',
  '\ufeffuser',
  '\u202euser',
  '\ud83d\ude00',
  '\ud83d\ude00'.repeat(128),
  'x'.repeat(255),
  'x'.repeat(256),
];

export function tenantContract(store: () => Store): void {
  it('takes a user id for data, whatever it looks like, and keeps all of them apart', async () => {
    for (const [index, userId] of HOSTILE.entries()) {
      await store().putProfile(profileOf(userId, 'PRO', String(index)));
      await store().recordRequest(userId, index);
      const id = await admitted(store(), requestOf({}, { userId, estimateNanoUsd: 1_000 }));
      expect(await store().settle(id, 100)).toBe('closed');
    }
    for (const [index, userId] of HOSTILE.entries()) {
      expect(await usedBy(store(), userId)).toEqual([2, 2, 100 + index, 0]);
      expect(await store().getProfile(userId)).toEqual(profileOf(userId, 'PRO', String(index)));
    }
    const { profiles } = await store().listProfiles({ limit: 1_000 });
    expect(new Set(profiles.map(({ userId }) => userId))).toEqual(new Set(HOSTILE));
  });

  it('erases one after the other, and nobody else', async () => {
    for (const userId of HOSTILE) await store().putProfile(profileOf(userId));
    for (const userId of HOSTILE) await store().recordRequest(userId, 5);
    for (const [index, userId] of HOSTILE.entries()) {
      expect(await store().deleteUser(userId)).toBe(true);
      expect(await store().deleteUser(userId)).toBe(false);
      expect(await store().getProfile(userId)).toBeUndefined();
      expect(await usedBy(store(), userId)).toEqual([0, 0, 0, 0]);
      const others = HOSTILE.slice(index + 1);
      const left = await Promise.all(others.map((other) => usedBy(store(), other)));
      expect(left).toEqual(others.map(() => [1, 1, 5, 0]));
      expect((await store().listProfiles({ limit: 1_000 })).profiles).toHaveLength(others.length);
    }
  });

  it('erases a user who has only a profile, or only usage', async () => {
    await store().putProfile(profileOf('ann'));
    await store().recordRequest('bob', 1);
    expect(await store().deleteUser('ann')).toBe(true);
    expect(await store().deleteUser('bob')).toBe(true);
    expect(await store().deleteUser('carl')).toBe(false);
    expect(await store().exportUser('ann')).toBeUndefined();
    expect(await store().exportUser('bob')).toBeUndefined();
  });

  it('leaves nothing of a reservation whose user was erased', async () => {
    const id = await admitted(store(), requestOf());
    await store().deleteUser('ann');
    expect(await store().settle(id, 1)).toBe('unknown');
    expect(await store().exportUser('ann')).toBeUndefined();
  });

  it('exports what there is of a user', async () => {
    await store().putProfile(profileOf('ann', 'PRO', '{"a":1}'));
    expect(await store().exportUser('ann')).toEqual({ profile: profileOf('ann', 'PRO', '{"a":1}') });
    await store().recordRequest('bob', 1);
    expect(await store().exportUser('bob')).toEqual({ usage: expect.any(String) });
    await store().recordRequest('ann', 1);
    expect(await store().exportUser('ann')).toEqual({
      profile: profileOf('ann', 'PRO', '{"a":1}'),
      usage: expect.any(String),
    });
  });

  it('exports usage in the one form that all stores have', async () => {
    const ids = [];
    for (let request = 0; request < 40; request++) {
      ids.push(await admitted(store(), requestOf({}, { estimateNanoUsd: request })));
    }
    for (const id of ids.slice(10, 20)) await store().settle(id, 500);
    await store().recordRequest('ann', 3);
    const { usage } = (await store().exportUser('ann')) ?? {};
    const unpacked = unpackUsage(Buffer.from(usage ?? '', 'base64'));
    expect(unpacked.snapshot()).toEqual(await store().getUsage('ann'));
    expect(usedIn(unpacked.snapshot())).toEqual([41, 41, 780 - 145 + 5_000 + 3, 30]);
  });

  it('refuses one user without a word about another', async () => {
    const limits = { requestsPerHour: 1 };
    await admitted(store(), requestOf(limits, { userId: 'user' }));
    expect(await store().check(requestOf(limits, { userId: 'user' }))).toMatchObject({ allowed: false });
    for (const userId of HOSTILE.filter((other) => other !== 'user')) {
      expect(await store().check(requestOf(limits, { userId }))).toEqual({ allowed: true });
      expect(await store().reserve(requestOf(limits, { userId }), LEASE_MS)).toMatchObject({ allowed: true });
    }
  });
}
