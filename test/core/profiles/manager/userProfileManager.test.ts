import { describe, expect, it } from '@jest/globals';
import { createUserProfile } from '../../../../core/profiles/createUserProfile';
import {
  UserProfileManager,
  type UserProfileManagerOptions,
} from '../../../../core/profiles/manager/userProfileManager';
import { fromStored, toStored } from '../../../../core/profiles/serialize/storedProfile';
import { defineTiers } from '../../../../core/profiles/tierTable';
import type { UserProfile } from '../../../../core/profiles/userProfile';
import { MemoryStore } from '../../../../core/stores/memory/memoryStore';
import { FakeClock, settled } from '../../../support/fakeClock';
import { HandDrivenLoads } from '../support/handDrivenLoads';

const clock = new FakeClock();

describe('a manager over a store', () => {
  it('saves, gives back, and deletes', async () => {
    const store = new MemoryStore({ clock });
    const profile = createUserProfile('PRO', '__proto__', { clock, metadata: { seats: 5 } });
    await new UserProfileManager({ store, clock }).saveProfile(profile);

    const manager = new UserProfileManager({ store, clock });
    expect(await manager.getProfile('__proto__')).toEqual(profile);
    expect(await manager.deleteProfile('__proto__')).toBe(true);
    expect(await manager.deleteProfile('__proto__')).toBe(false);
    expect((await manager.getProfile('__proto__')).tier).toBe('FREE');
  });

  it('takes an unknown user for one of the default tier, without saving that', async () => {
    const tiers = defineTiers({ TRIAL: { requestsPerHour: 1, requestsPerDay: 1, dailyBudget: 0 } });
    const store = new MemoryStore({ clock });
    const manager = new UserProfileManager({ store, clock, tiers, defaultTier: 'trial' });
    expect(await manager.getProfile('u')).toEqual(createUserProfile('TRIAL', 'u', { tiers, clock }));
    expect(store.getProfile('u')).toBeUndefined();
  });

  it('changes what is saved, not what is cached', async () => {
    const store = new MemoryStore({ clock });
    const manager = new UserProfileManager({ store, clock });
    await manager.saveProfile(createUserProfile('PRO', 'u', { clock }));
    store.putProfile(toStored(createUserProfile('BUSINESS', 'u', { clock })));
    expect(await manager.getProfile('u')).toMatchObject({ tier: 'PRO' });
    const updated = await manager.updateProfile('u', { customDailyBudget: 1 });
    expect(updated).toEqual(createUserProfile('BUSINESS', 'u', { clock, customDailyBudget: 1 }));
    expect(await manager.getProfile('u')).toBe(updated);
  });

  it('loses no change of many at the same time', async () => {
    const store = new MemoryStore({ clock });
    const manager = new UserProfileManager({ store, clock });
    await Promise.all([
      manager.updateProfile('u', { customRequestsPerHour: 1 }),
      manager.changeTier('u', 'PRO'),
      manager.updateProfile('u', { customRequestsPerDay: 2 }),
      manager.updateProfile('other', { customRequestsPerDay: 3 }),
    ]);
    const stored = store.getProfile('u');
    expect(stored && fromStored(stored)).toEqual(
      createUserProfile('PRO', 'u', { clock, customRequestsPerHour: 1, customRequestsPerDay: 2 }),
    );
  });

  it('changes nothing when the change is not allowed', async () => {
    const store = new MemoryStore({ clock });
    const manager = new UserProfileManager({ store, clock });
    await expect(manager.changeTier('u', 'PLATINUM')).rejects.toThrow('"PLATINUM", but must be one of');
    await expect(manager.updateProfile('u', { customConcurrency: -1 })).rejects.toThrow('is -1, but must be');
    expect(store.getProfile('u')).toBeUndefined();
  });

  it('does not read what is corrupt', async () => {
    const store = new MemoryStore({ clock });
    store.putProfile({ userId: 'u', tier: 'PRO', json: '{"version":2,"userId":"v","tier":"ENTERPRISE"}' });
    store.putProfile({ userId: 'w', tier: 'PRO', json: '{"vers' });
    const manager = new UserProfileManager({ store, clock });
    await expect(manager.getProfile('u')).rejects.toMatchObject({ code: 'STORED_STATE_CORRUPT' });
    await expect(manager.getProfile('w')).rejects.toMatchObject({ code: 'STORED_STATE_CORRUPT' });
  });
});

describe('a manager over functions', () => {
  it.each<[string, unknown]>([
    ['a profile', createUserProfile('PRO', 'u', { clock, customConcurrency: 3 })],
    ['a row', { user_id: 'u', tier: 'PRO', custom_concurrency: '3', created_at: new Date(clock.now()) }],
    ['a row that does not say whose it is', { tier: 'PRO', custom_concurrency: 3 }],
    ['the JSON text of one', '{"tier":"PRO","limits":{"concurrentRequests":3}}'],
  ])('may be given %s', async (_, found) => {
    const manager = new UserProfileManager({ load: () => found, clock });
    expect(await manager.getProfile('u')).toEqual(
      createUserProfile('PRO', 'u', { clock, customConcurrency: 3 }),
    );
  });

  it.each([null, undefined, { user_id: 'u', tier: null }])('takes %p for the default tier', async (found) => {
    const manager = new UserProfileManager({ load: () => found, clock, defaultTier: 'STARTER' });
    expect(await manager.getProfile('u')).toMatchObject({ userId: 'u', tier: 'STARTER' });
  });

  it('refuses the row of another user, as a database that ignores case would give', async () => {
    const manager = new UserProfileManager({ load: () => ({ user_id: 'bob', tier: 'PRO' }), clock });
    await expect(manager.getProfile('Bob')).rejects.toThrow('it belongs to another user');
  });

  it('saves and removes through them, before any store', async () => {
    const saved = new Map<string, UserProfile>();
    const store = new MemoryStore({ clock });
    const manager = new UserProfileManager({
      store,
      clock,
      load: (userId) => saved.get(userId),
      save: (profile) => saved.set(profile.userId, profile),
      remove: (userId) => saved.delete(userId),
    });
    await manager.changeTier('u', 'PRO');
    expect(saved.get('u')).toMatchObject({ tier: 'PRO' });
    expect(store.getProfile('u')).toBeUndefined();
    expect(await manager.deleteProfile('u')).toBe(true);
    expect(saved.size).toBe(0);
  });

  it('says so when there is nothing to save with', async () => {
    const manager = new UserProfileManager({ load: () => null, clock });
    const readOnly = { code: 'PROFILES_READ_ONLY' };
    await expect(manager.saveProfile(createUserProfile('PRO', 'u'))).rejects.toMatchObject(readOnly);
    await expect(manager.changeTier('u', 'PRO')).rejects.toMatchObject(readOnly);
    await expect(manager.deleteProfile('u')).rejects.toMatchObject(readOnly);
    expect(await manager.getProfile('u')).toMatchObject({ tier: 'FREE' });
  });
});

describe('the cache', () => {
  it('loads once for all who ask at the same time, and again when the time is over', async () => {
    const { loads, manager, time } = handDriven({ ttlMs: 1000 });
    const asked = Promise.all(Array.from({ length: 50 }, () => manager.getProfile('u')));
    await loads.answer({ tier: 'PRO' });
    const profiles = await asked;
    expect(new Set(profiles).size).toBe(1);
    await time.advance(999);
    expect(await manager.getProfile('u')).toBe(profiles[0]);
    expect(loads.count).toBe(1);
    await time.advance(1);
    const again = manager.getProfile('u');
    await loads.answer({ tier: 'BUSINESS' });
    expect(await again).toMatchObject({ tier: 'BUSINESS' });
  });

  it('keeps users apart', async () => {
    const { loads, manager } = handDriven();
    const [a, b] = [manager.getProfile('a'), manager.getProfile('b')];
    const [first, second] = [loads.next(), loads.next()];
    second.answer({ tier: 'PRO' });
    first.answer({ tier: 'STARTER' });
    expect([await a, await b]).toMatchObject([
      { userId: 'a', tier: 'STARTER' },
      { userId: 'b', tier: 'PRO' },
    ]);
  });

  it('keeps no more than it may', async () => {
    const { loads, manager } = handDriven({ maxEntries: 2 });
    for (const userId of ['a', 'b', 'c']) {
      const profile = manager.getProfile(userId);
      await loads.answer(null);
      await profile;
    }
    await Promise.all([manager.getProfile('b'), manager.getProfile('c')]);
    expect(loads.count).toBe(3);
    const evicted = manager.getProfile('a');
    await loads.answer(null);
    await evicted;
    expect(loads.count).toBe(4);
  });

  it('fails all who wait for a load that fails, and remembers nothing of it', async () => {
    const { loads, manager } = handDriven();
    const asked = Promise.allSettled([manager.getProfile('u'), manager.getProfile('u')]);
    loads.next().fail(new Error('connection lost'));
    expect(await asked).toMatchObject([
      { status: 'rejected', reason: { message: 'connection lost' } },
      { status: 'rejected', reason: { message: 'connection lost' } },
    ]);
    const again = manager.getProfile('u');
    await loads.answer({ tier: 'PRO' });
    expect(await again).toMatchObject({ tier: 'PRO' });
  });

  it('can be told that somebody else changed a profile', async () => {
    const { loads, manager } = handDriven();
    const before = manager.getProfile('u');
    await loads.answer({ tier: 'FREE' });
    await before;
    manager.invalidate('u');
    const after = manager.getProfile('u');
    await loads.answer({ tier: 'PRO' });
    expect(await after).toMatchObject({ tier: 'PRO' });
  });

  it('is not there when it is told to keep nothing', async () => {
    const { loads, manager } = handDriven({ ttlMs: 0 });
    for (const tier of ['FREE', 'PRO']) {
      const profile = manager.getProfile('u');
      await loads.answer({ tier });
      expect(await profile).toMatchObject({ tier });
    }
  });
});

describe('a change while a profile is being loaded', () => {
  it('wins over what is loaded', async () => {
    const { loads, manager } = handDriven({ save: () => undefined });
    const asked = manager.getProfile('u');
    const saved = createUserProfile('BUSINESS', 'u');
    await manager.saveProfile(saved);
    expect(await manager.getProfile('u')).toBe(saved);
    await loads.answer({ tier: 'FREE' });
    expect(await asked).toBe(saved);
    expect(await manager.getProfile('u')).toBe(saved);
    expect(loads.count).toBe(1);
  });

  it.each<[string, (manager: UserProfileManager) => unknown]>([
    [
      'an invalidation',
      (manager) => {
        manager.invalidate('u');
      },
    ],
    ['a deletion', (manager) => manager.deleteProfile('u')],
    ['a save that fails', (manager) => manager.saveProfile(createUserProfile('PRO', 'u')).catch(() => null)],
  ])('loads anew after %s', async (_, change) => {
    const { loads, manager } = handDriven({
      save: () => Promise.reject(new Error('disk full')),
      remove: () => true,
    });
    const asked = manager.getProfile('u');
    await change(manager);
    const askedLater = manager.getProfile('u');
    await loads.answer({ tier: 'FREE' });
    await loads.answer({ tier: 'ENTERPRISE' });
    expect(await asked).toMatchObject({ tier: 'ENTERPRISE' });
    expect(await askedLater).toBe(await asked);
    expect(loads.count).toBe(2);
  });

  it.each(Array.from({ length: 16 }, (_, turns) => turns))(
    'counts for who asks after it, also %i turns after the load was answered',
    async (turns) => {
      const { loads, manager } = handDriven();
      const asked = manager.getProfile('u');
      loads.next().answer({ tier: 'FREE' });
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      manager.invalidate('u');
      const askedLater = manager.getProfile('u');
      await settled();
      await loads.answer({ tier: 'PRO' });
      expect(await askedLater).toMatchObject({ tier: 'PRO' });
      await asked;
    },
  );

  it('wins also when nothing is cached', async () => {
    const saved = new Map<string, UserProfile>();
    const { loads, manager } = handDriven({ ttlMs: 0, save: (profile) => saved.set('u', profile) });
    const asked = manager.getProfile('u');
    await manager.saveProfile(createUserProfile('BUSINESS', 'u'));
    await loads.answer({ tier: 'FREE' });
    await loads.answer(saved.get('u'));
    expect(await asked).toMatchObject({ tier: 'BUSINESS' });
  });
});

describe('a database that does not answer', () => {
  it('is waited for no longer than allowed, and told so', async () => {
    const { loads, manager, time } = handDriven({ timeoutMs: 2000 });
    const asked = Promise.allSettled([manager.getProfile('u'), manager.getProfile('u')]);
    await time.advance(1999);
    const late = loads.next();
    expect(late.signal.aborted).toBe(false);
    await time.advance(1);
    const timeout = { code: 'PROFILE_TIMEOUT', message: 'Loading a profile took longer than 2 s' };
    expect(await asked).toMatchObject([
      { status: 'rejected', reason: timeout },
      { status: 'rejected', reason: timeout },
    ]);
    expect(late.signal.aborted).toBe(true);

    const again = manager.getProfile('u');
    late.answer({ tier: 'FREE' });
    await loads.answer({ tier: 'PRO' });
    expect(await again).toMatchObject({ tier: 'PRO' });
    expect(await manager.getProfile('u')).toMatchObject({ tier: 'PRO' });
    expect(time.sleepers).toBe(0);
  });

  it('does not hold up changes for ever either', async () => {
    const never = () => new Promise<never>(() => undefined);
    const { manager, time } = handDriven({ timeoutMs: 2000, load: () => null, save: never, remove: never });
    const asked = Promise.allSettled([manager.changeTier('u', 'PRO'), manager.deleteProfile('u')]);
    await settled();
    await time.advance(2000);
    await time.advance(2000);
    expect(await asked).toMatchObject([
      { reason: { message: 'Saving a profile took longer than 2 s' } },
      { reason: { message: 'Removing a profile took longer than 2 s' } },
    ]);
    expect(time.sleepers).toBe(0);
  });
});

describe('what a manager refuses', () => {
  it.each<[UserProfileManagerOptions, string]>([
    [{ defaultTier: 'NONE' }, '"defaultTier" is "NONE", but must be one of FREE,'],
    [{ ttlMs: -1 }, '"ttlMs" is -1, but must be a number of milliseconds from 0 to 86400000'],
    [{ ttlMs: Infinity }, '"ttlMs" is Infinity, but must be'],
    [{ timeoutMs: 0 }, '"timeoutMs" is 0, but must be a number of milliseconds from 1 to 86400000'],
    [{ maxEntries: 0 }, '"maxEntries" is 0, but must be a whole number from 1 to 1000000'],
    [{ maxEntries: 1.5 }, '"maxEntries" is 1.5, but must be a whole number'],
    [{ maxEntries: Number.NaN }, '"maxEntries" is NaN, but must be'],
  ])('%j', (options, saying) => {
    expect(() => new UserProfileManager(options)).toThrow(`Parameter ${saying}`);
  });

  it('a user id that is none, before anything is asked of a database', async () => {
    const { loads, manager } = handDriven({ save: () => undefined, remove: () => true });
    const refused = 'Parameter "userId" is empty, but must be';
    await expect(manager.getProfile('')).rejects.toThrow(refused);
    await expect(manager.updateProfile('', {})).rejects.toThrow(refused);
    await expect(manager.deleteProfile('')).rejects.toThrow(refused);
    expect(loads.count).toBe(0);
  });
});

it('a manager without options knows nobody, on a real clock', async () => {
  const manager = new UserProfileManager();
  const profile = await manager.getProfile('u');
  expect(profile).toMatchObject({ userId: 'u', tier: 'FREE' });
  expect(await manager.getProfile('u')).toBe(profile);
});

function handDriven(options: UserProfileManagerOptions = {}) {
  const loads = new HandDrivenLoads();
  const time = new FakeClock();
  return { loads, time, manager: new UserProfileManager({ load: loads.load, clock: time, ...options }) };
}
