import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createUserProfile, fromStored, RedisStore, toStored, type UserProfile } from '../../core';
import { outputOf } from './support/outputOf';
import { having, nodeOf, replacedBy } from './support/profiles/changes';
import {
  changesLoader,
  loaderOf,
  modelsLoader,
  profileLoader,
  rowLoader,
  tableLoader,
  type Source,
  type TableSource,
} from './support/profiles/loaders';
import type { Published } from './support/profiles/published';
import { limits, profileExample, Stage, type Changes } from './support/profiles/stage';
import { hostileIds, hourlyLimitOf } from './support/profiles/tables';

jest.setTimeout(60_000);

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.set();
});

afterAll(() => stage.strike());

describe.each<Source>(['mysql', 'postgres', 'redis', 'http-api'])('map-database-row from %s', (source) => {
  it('takes the names of the table, NULL for nothing special, and no plan that nobody knows', async () => {
    const ofHash = having({ profile: "={{ { ...$json.profile, plan: $json.profile?.plan || 'FREE' } }}" });
    const other = () => replacedBy(rowLoader(source, stage.origin, 'customers', 'customer_ref'));
    const workflow = await stage.publish('map-database-row', {
      ...(source === 'mysql' ? {} : { 'Find Customer': other() }),
      ...(source === 'redis' ? { 'Check and Count': ofHash } : {}),
    });
    const ids = ['c-1', 'c-2', "o'brien", '__proto__', 'a stranger', 'c-3'];
    const answers = await Promise.all(ids.map((userId) => workflow.ask({ userId })));
    expect(answers.map(({ status, body }) => [status, body])).toMatchObject([
      [200, { tier: 'BUSINESS', usage: limits(7, 20_000, 2.5) }],
      [200, { tier: 'FREE', usage: limits(10, 100, 0.1) }],
      [200, { tier: 'STARTER', usage: limits(100, 1000, 5) }],
      [200, { tier: 'FREE', usage: limits(3, 100, 0.1) }],
      [200, { tier: 'FREE', usage: limits(10, 100, 0.1) }],
      [500, {}],
    ]);
    await workflow.ask({ userId: 'c-3' });
    expect(await workflow.lastFailure()).toMatch(/"platinum", but must be one of FREE/);
  });
});

describe.each<TableSource>(['postgres', 'mysql', 'http-api'])('domain-models from %s', (source) => {
  const question = 'What is the capital of France?';
  let workflow: Published;

  beforeAll(async () => {
    const other = source === 'postgres' ? undefined : modelsLoader(source, stage.origin);
    workflow = await stage.publish('domain-models', other ? { 'Models of User': replacedBy(other) } : {});
  });

  beforeEach(() => {
    stage.models.forgetRequests();
  });

  it.each([
    ['ada', 'code', ['refusing', 'strong'], 'Paris, on the Seine.'],
    ['ada', 'legal', ['good'], 'Paris.'],
    ['ada', 'poetry', ['gpt-4o-mini'], 'Paris.'],
    ['007', 'code', ['uncounted'], 'Paris.'],
    ['a stranger', 'code', ['gpt-4o-mini'], 'Paris.'],
  ])('%s is answered about %s by %j', async (userId, domain, asked, answer) => {
    const { body } = await workflow.ask({ userId, domain, question });
    expect(body).toMatchObject({ answer, model: asked.at(-1) });
    expect(stage.models.requests.map((request) => request.body.model)).toEqual(asked);
  });

  it('makes one profile of the rows of a user', async () => {
    await workflow.ask({ userId: 'ada', domain: 'code', question });
    const domainModels = { code: ['refusing', 'strong'], legal: ['good'] };
    expect(outputOf(await workflow.lastExecution(), 'Profile')).toEqual([
      { profile: { userId: 'ada', tier: 'PRO', domainModels } },
    ]);
  });
});

it('domain-models from mysql: its way to give the user ID finds each hostile one', async () => {
  const other = modelsLoader('mysql', stage.origin);
  const workflow = await stage.publish('domain-models', { 'Models of User': replacedBy(other) });
  const question = 'What is the capital of France?';
  const answers = await Promise.all(
    hostileIds.map((userId) => workflow.ask({ userId, domain: 'legal', question })),
  );
  expect(answers.map(({ body }) => body)).toMatchObject(hostileIds.map(() => ({ tier: 'BUSINESS' })));
});

describe.each<Source>(['postgres', 'mysql', 'redis', 'http-api'])(
  'load-on-each-request from %s',
  (source) => {
    it('counts a request, and what it really cost instead of the estimate', async () => {
      const theirs = nodeOf(profileExample(`sources/${source}`), 'Check and Count').parameters['profile'];
      const workflow = await stage.publish('load-on-each-request', {
        'Load Profile': replacedBy(profileLoader(source, stage.origin)),
        'Check and Count': having({ profile: theirs }),
      });
      const ask = () => workflow.ask({ userId: 'ada' });
      const answers = [await ask(), await ask()];
      const usage = (requests: number, dollars: number) => ({
        hourly: { used: requests, limit: 7 },
        budget: { used: dollars, limit: 2.5 },
        concurrent: { used: 1 },
      });
      expect(answers.map(({ body }) => body)).toMatchObject([
        { answer: 'The answer', tier: 'PRO', usage: usage(1, 0.01) },
        { answer: 'The answer', tier: 'PRO', usage: usage(2, 0.012) },
      ]);
    });
  },
);

describe.each<TableSource>(['http-api', 'postgres', 'mysql'])('cached-profiles from %s', (source) => {
  const ownLoader = () => having({ url: `${stage.origin}/profile` });
  const otherLoader = () => replacedBy({ ...loaderOf(source), onError: 'continueRegularOutput' });
  const publish = () =>
    stage.publish('cached-profiles', { 'Load Profile': source === 'http-api' ? ownLoader() : otherLoader() });

  it('loads a user once, and a stranger each time without storing anything', async () => {
    const workflow = await publish();
    const loads: number[] = [];
    for (const userId of ['ada', 'ada', 'nell', 'a stranger', 'a stranger']) {
      const { body } = await workflow.ask({ userId });
      const [tier, usage] = userId === 'ada' ? ['PRO', limits(7, 5000, 2.5)] : ['FREE', limits(10, 100, 0.1)];
      expect(body).toMatchObject({ tier, usage });
      loads.push(outputOf(await workflow.lastExecution(), 'Load Profile').length);
    }
    expect(loads).toEqual([1, 0, 1, 1, 1]);
  });

  it('stores no tier that nobody knows', async () => {
    const workflow = await publish();
    expect((await workflow.ask({ userId: 'mallory' })).status).toBe(500);
    expect(await workflow.lastFailure()).toMatch(/^Parameter "Profile: tier" is "platinum"/);
  });
});

describe('cached-profiles', () => {
  it('keeps for a hostile id its own profile and no other', async () => {
    const { http } = stage.databases;
    const ids = hostileIds.slice(0, 6);
    const workflow = await stage.publish('cached-profiles', {
      'Load Profile': having({ url: `${stage.origin}/profile` }),
    });
    await Promise.all(ids.map((userId) => workflow.ask({ userId })));
    const answers = await http.whileDown(() => Promise.all(ids.map((userId) => workflow.ask({ userId }))));
    expect(answers.map(({ body }) => body)).toMatchObject(
      ids.map((userId) => ({
        tier: 'BUSINESS',
        usage: { hourly: { limit: hourlyLimitOf(userId), used: 2 } },
      })),
    );
  });

  it('loads an old profile again, and holds users to it while the API is down', async () => {
    const { http } = stage.databases;
    const workflow = await stage.publish('cached-profiles', {
      'Load Profile': having({ url: `${stage.origin}/profile` }),
      'Store Profile': having({ profile: '={{ { ...$json, metadata: { loadedAt: 0 } } }}' }),
    });
    const ask = (userId: string) => workflow.ask({ userId });
    const before = http.requests.length;
    const answers = [
      await ask('ada'),
      await ask('ada'),
      ...(await http.whileDown(async () => [await ask('ada'), await ask('twice')])),
    ];
    expect(http.requests).toHaveLength(before + 4);
    expect(answers.map(({ body }) => body)).toMatchObject([
      { tier: 'PRO', usage: limits(7, 5000, 2.5) },
      { tier: 'PRO', usage: limits(7, 5000, 2.5) },
      { tier: 'PRO', usage: limits(7, 5000, 2.5) },
      { tier: 'FREE', usage: limits(10, 100, 0.1) },
    ]);
  });
});

describe.each<Source>(['redis', 'postgres', 'mysql', 'http-api'])('one-liner from %s', (source) => {
  it('takes the tier from the field, and none for FREE', async () => {
    const other = () => replacedBy(rowLoader(source, stage.origin, 'user_profiles', 'user_id'));
    const workflow = await stage.publish('one-liner', source === 'redis' ? {} : { 'Load Tier': other() });
    const ids = ['ada', 'nell', 'a stranger', '__proto__', '007', 'mallory'];
    const answers = await Promise.all(ids.map((userId) => workflow.ask({ userId })));
    expect(answers.map(({ status, body }) => [status, body])).toMatchObject([
      [200, { tier: 'PRO', usage: limits(500, 5000, 50) }],
      [200, { tier: 'FREE', usage: limits(10, 100, 0.1) }],
      [200, { tier: 'FREE' }],
      [200, { tier: 'BUSINESS', usage: limits(2000, 20_000, 200) }],
      [200, { tier: 'BUSINESS' }],
      [500, {}],
    ]);
    await workflow.ask({ userId: 'mallory' });
    expect(await workflow.lastFailure()).toMatch(/^Parameter "Tier" is "platinum", but must be one of FREE/);
  });
});

describe('profiles in Redis', () => {
  let store: RedisStore;

  beforeAll(() => {
    store = new RedisStore({ url: stage.databases.redis.url });
  });

  afterAll(() => store.close());

  beforeEach(async () => {
    const { profiles } = await store.listProfiles({ limit: 500 });
    await Promise.all(profiles.map(({ userId }) => store.deleteUser(userId)));
  });

  async function storedProfiles(): Promise<ReadonlyMap<string, UserProfile>> {
    const { profiles } = await store.listProfiles({ limit: 500 });
    return new Map(profiles.map((stored) => [stored.userId, fromStored(stored)]));
  }

  it.each<TableSource>(['postgres', 'mysql', 'http-api'])(
    'bulk-import from %s: a bad row costs no other user the import',
    async (source) => {
      const execution = await stage.run('bulk-import', 'Start', {
        'Existing Users': replacedBy(tableLoader(source, stage.origin, 'users')),
      });
      expect(execution.status).toBe('success');
      const good = new Set(['u-1', 'u-2', 'u-5', ...hostileIds]);
      expect(new Set(outputOf(execution, 'Imported').map(({ userId }) => userId))).toEqual(good);
      expect(outputOf(execution, 'Failed Rows')).toEqual([
        { id: 'u-3', reason: expect.stringContaining('"Profile: tier" is "platinum"') },
        { id: 'u-4', reason: expect.stringContaining('"Profile: customDailyBudget" is -1') },
        { id: '', reason: expect.stringContaining('"Profile: userId" is missing') },
      ]);
      const profiles = await storedProfiles();
      expect(new Set(profiles.keys())).toEqual(good);
      expect(profiles.get('u-1')).toMatchObject({
        // A DATETIME of MySQL has no time zone.
        createdAt: expect.stringMatching(source === 'mysql' ? /^2026-0[12]-/ : /^2026-01-31T12:00:00/),
        tier: 'PRO',
        limits: { dailyBudget: 2.5 },
        preferences: { preferredModels: ['gpt-4o', 'gpt-4o-mini'] },
      });
      expect(profiles.get('u-2')).toMatchObject({ tier: 'FREE', limits: { dailyBudget: undefined } });
      expect(profiles.get('__proto__')).toMatchObject({ tier: 'BUSINESS' });
    },
  );

  it.each<TableSource | 'supabase'>(['supabase', 'postgres', 'mysql', 'http-api'])(
    'nightly-sync from %s: brings over what changed, takes away who is gone, and leaves the others alone',
    async (source) => {
      for (const userId of ['moved', 'ended', 'odd', 'gone', 'asleep']) {
        await store.putProfile(toStored(createUserProfile('PRO', userId, { customRequestsPerHour: 3 })));
      }
      const other = source === 'supabase' ? undefined : changesLoader(source, stage.origin, 'subscriptions');
      const changes: Changes = other ? { 'Changed Rows': replacedBy(other) } : {};
      const execution = await stage.run('nightly-sync', 'Every Night', changes);
      expect(execution.status).toBe('success');
      const profiles = [...(await storedProfiles()).values()];
      const tiers = profiles.map(({ userId, tier, limits: own }) => [userId, tier, own.requestsPerHour]);
      expect(tiers.sort()).toEqual([
        ['__proto__', 'STARTER', undefined],
        ['asleep', 'PRO', 3],
        ['ended', 'FREE', 3],
        ['moved', 'BUSINESS', 3],
        ['odd', 'PRO', 3],
      ]);
      expect(outputOf(execution, 'Failed Rows')).toEqual([
        { userId: 'odd', reason: expect.stringContaining('"Tier" is "platinum"') },
      ]);
    },
  );
});
