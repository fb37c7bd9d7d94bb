import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createUserProfile, effectiveLimits, MemoryStore, RateLimiter } from '../../core';
import { importUsers } from '../../examples/library/bulkImport';
import { profileManager } from '../../examples/library/cachedManager';
import { withDomainModels } from '../../examples/library/domainModelsFromTable';
import { answerWithinLimits } from '../../examples/library/loadOnEachRequest';
import { profileOfCustomer } from '../../examples/library/mapDatabaseRow';
import { syncTiers } from '../../examples/library/nightlySync';
import { profileOf } from '../../examples/library/oneLiner';
import type { Query } from '../../examples/library/query';

let database: DatabaseSync;
let queries: number;

const query: Query = (sql, parameters = []) => {
  queries += 1;
  return Promise.resolve(database.prepare(sql).all(...parameters.map(sqlValue)));
};

beforeEach(() => {
  database = new DatabaseSync(':memory:');
  queries = 0;
});

describe('mapDatabaseRow', () => {
  beforeEach(() => {
    database.exec(`
      CREATE TABLE customers (customer_ref TEXT, plan TEXT, signed_up_at TEXT, hourly_cap INTEGER, usd_per_day NUMERIC,
        preferred_models TEXT, enable_pii_detection INTEGER, email TEXT);
      INSERT INTO customers VALUES
        ('c-1', 'team', '2026-01-31 12:00:00', 7, 2.5, '["gpt-4o"]', 1, 'a@b.c'),
        ('c-2', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
        ('c-3', 'platinum', NULL, NULL, NULL, NULL, NULL, NULL);`);
  });

  it('takes what a customer has', async () => {
    expect(await profileOfCustomer(query, 'c-1')).toEqual(
      createUserProfile('BUSINESS', 'c-1', {
        createdAt: '2026-01-31T12:00:00Z',
        customRequestsPerHour: 7,
        customDailyBudget: 2.5,
        preferredModels: ['gpt-4o'],
        enablePiiDetection: true,
      }),
    );
  });

  it('takes NULL for nothing special', async () => {
    const profile = await profileOfCustomer(query, 'c-2');
    expect(profile).toEqual(createUserProfile('FREE', 'c-2', { createdAt: profile?.createdAt }));
  });

  it('knows no plan that nobody knows, and nobody who is not there', async () => {
    await expect(profileOfCustomer(query, 'c-3')).rejects.toThrow('"tier" is "platinum", but must be one of');
    expect(await profileOfCustomer(query, "' OR 1=1 --")).toBeUndefined();
  });
});

it('domainModelsFromTable: the favourite of each domain first, for this customer alone', async () => {
  database.exec(`
    CREATE TABLE domain_models (customer_ref TEXT, domain TEXT, model TEXT, rank INTEGER);
    INSERT INTO domain_models VALUES
      ('c-1', 'code', 'second', 2), ('c-1', '__proto__', 'odd', 1), ('c-1', 'code', 'first', 1), ('c-2', 'law', 'x', 1);`);
  const profile = await withDomainModels(query, createUserProfile('PRO', 'c-1'));
  expect([...profile.preferences.domainModels]).toEqual([
    ['__proto__', ['odd']],
    ['code', ['first', 'second']],
  ]);
});

describe('over a table of profiles', () => {
  beforeEach(() => {
    database.exec(`
      CREATE TABLE user_profiles (user_id TEXT PRIMARY KEY, tier TEXT, custom_requests_per_hour INTEGER);
      INSERT INTO user_profiles VALUES ('u', 'PRO', 1);`);
  });

  it('oneLiner: the profile, or the one of an unknown user', async () => {
    expect(await profileOf(query, 'u')).toMatchObject({ tier: 'PRO', limits: { requestsPerHour: 1 } });
    expect(await profileOf(query, 'somebody')).toMatchObject({ userId: 'somebody', tier: 'FREE' });
  });

  it('loadOnEachRequest: limits hold, also those that changed just now; a failure counts nowhere', async () => {
    const limiter = new RateLimiter({ store: new MemoryStore() });
    const ask = () =>
      answerWithinLimits(query, limiter, 'u', () => Promise.resolve({ answer: 'yes', cost: 0.25 }));
    const failing = () => Promise.reject(new Error('model down'));
    await expect(answerWithinLimits(query, limiter, 'u', failing)).rejects.toThrow('model down');
    expect(await ask()).toEqual({ allowed: true, answer: 'yes' });
    const refused = await ask();
    expect(refused).toEqual({ allowed: false, retryAfterMs: expect.any(Number) });
    database.exec(`UPDATE user_profiles SET custom_requests_per_hour = 2`);
    expect(await ask()).toEqual({ allowed: true, answer: 'yes' });
    const usage = await limiter.getUsage(await profileOf(query, 'u'));
    expect(usage).toMatchObject({ hourly: { used: 2 }, budget: { used: 0.5 }, concurrent: { used: 0 } });
  });
});

it('cachedManager: loads once, saves, deletes', async () => {
  database.exec('CREATE TABLE profiles (user_id TEXT PRIMARY KEY, tier TEXT, profile TEXT)');
  const manager = profileManager(query);
  const saved = createUserProfile('PRO', 'u', { customDailyBudget: null, metadata: { seats: 5 } });
  await manager.saveProfile(saved);
  await manager.changeTier('u', 'BUSINESS');

  const other = profileManager(query);
  queries = 0;
  const [profile] = await Promise.all(Array.from({ length: 100 }, () => other.getProfile('u')));
  expect(queries).toBe(1);
  expect(profile).toEqual({ ...saved, tier: 'BUSINESS', tierConfig: profile?.tierConfig });
  expect(profile && effectiveLimits(profile)).toMatchObject({ requestsPerHour: 2000, dailyBudget: null });
  expect(await query('SELECT user_id, tier FROM profiles')).toEqual([{ user_id: 'u', tier: 'BUSINESS' }]);

  expect(await other.deleteProfile('u')).toBe(true);
  expect(await other.deleteProfile('u')).toBe(false);
  expect(await other.getProfile('u')).toMatchObject({ tier: 'FREE' });
});

it('bulkImport: one bad row loses no other, in any page', async () => {
  database.exec(`
    CREATE TABLE users (id TEXT PRIMARY KEY, plan TEXT, metadata TEXT);
    WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1200)
      INSERT INTO users SELECT printf('u%04d', n), 'gold', 'free text' FROM numbers;
    UPDATE users SET plan = 'lifetime' WHERE id = 'u0700';
    UPDATE users SET plan = NULL WHERE id = 'u1200';
    UPDATE users SET plan = 'Trial' WHERE id = 'u0001';`);
  const store = new MemoryStore();
  expect(await importUsers(query, store)).toEqual({
    imported: 1198,
    failed: [
      { id: 'u0700', reason: expect.stringContaining('"tier" is "lifetime", but must be one of') },
      { id: 'u1200', reason: expect.stringContaining('"tier" is missing, but must be one of') },
    ],
  });
  expect(store.getProfile('u0001')).toMatchObject({ tier: 'FREE' });
  expect(store.getProfile('u1199')).toMatchObject({ tier: 'PRO' });
  expect(store.getProfile('u0700')).toBeUndefined();
});

it('nightlySync: follows billing, keeps what is the user’s own, and goes on where it ended', async () => {
  database.exec(`
    CREATE TABLE profiles (user_id TEXT PRIMARY KEY, tier TEXT, profile TEXT);
    CREATE TABLE subscriptions (user_id TEXT, plan TEXT, cancelled INTEGER, changed_at TEXT);
    INSERT INTO subscriptions VALUES
      ('old', 'scale', 0, '2026-01-01'), ('up', 'scale', 0, '2026-01-02'), ('gone', 'hobby', 1, '2026-01-03'),
      ('odd', 'barter', 0, '2026-01-04'), ('new', 'hobby', 0, '2026-01-05');`);
  const manager = profileManager(query);
  for (const userId of ['old', 'up', 'gone', 'odd']) {
    await manager.saveProfile(createUserProfile('PRO', userId, { customDailyBudget: 3 }));
  }
  expect(await syncTiers(query, manager, '2026-01-02')).toEqual({
    changed: 2,
    deleted: 1,
    unknownPlan: ['odd'],
    until: '2026-01-05',
  });
  expect(await query('SELECT user_id, tier FROM profiles ORDER BY user_id')).toEqual([
    { user_id: 'new', tier: 'STARTER' },
    { user_id: 'odd', tier: 'PRO' },
    { user_id: 'old', tier: 'PRO' },
    { user_id: 'up', tier: 'BUSINESS' },
  ]);
  expect(await manager.getProfile('up')).toMatchObject({ limits: { dailyBudget: 3 } });
  expect(await syncTiers(query, manager, '2026-01-05')).toMatchObject({ changed: 1, until: '2026-01-05' });
});

function sqlValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`SQLite takes no ${typeof value} here`);
}
