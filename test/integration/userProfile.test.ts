import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';
import { outputsOf } from './support/runWorkflow';
import { SavedWorkflow } from './support/savedWorkflow';
import { hintsOf, NODE, runTenantNode, type TenantCase } from './support/tenantWorkflow';

let saved: SavedWorkflow;

beforeEach(() => {
  saved = new SavedWorkflow();
});

const run = (given: TenantCase) =>
  runTenantNode('UserProfile', {
    saved,
    ...given,
    parameters: { userId: '={{ $json.user }}', ...given.parameters },
  });

function succeeded(result: IRun): IRun {
  if (result.data.resultData.error) throw result.data.resultData.error;
  return result;
}

async function itemsOf(
  items: readonly unknown[],
  parameters: INodeParameters,
): Promise<INodeExecutionData[]> {
  return outputsOf(succeeded(await run({ items, parameters })), NODE)[0] ?? [];
}

async function profilesOf(items: readonly unknown[], parameters: INodeParameters): Promise<IDataObject[]> {
  return (await itemsOf(items, parameters)).map(({ json }) => json['profile'] as IDataObject);
}

const profileOf = async (user: unknown, parameters: INodeParameters) =>
  (await profilesOf([{ user }], parameters))[0];

const get = (user: unknown) => profileOf(user, { operation: 'get' });

async function errorOf(given: TenantCase) {
  const { error } = (await run(given)).data.resultData;
  if (!error) throw new Error('The workflow did not fail');
  return error;
}

/** Counts a request of the user. */
const check = (user: string) =>
  runTenantNode('RateLimitCheck', {
    items: [{ user }],
    saved,
    parameters: { operation: 'checkAndCount', userId: '={{ $json.user }}', estimatedCost: 0.01 },
  });

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('Create or Update', () => {
  const upsert = (user: unknown, parameters: INodeParameters = {}) =>
    profileOf(user, { operation: 'upsert', ...parameters });

  it('creates a FREE user when nothing is said', async () => {
    expect(await upsert('ann')).toEqual({
      version: 2,
      userId: 'ann',
      createdAt: expect.stringMatching(ISO),
      tier: 'FREE',
      effectiveLimits: {
        requestsPerHour: 10,
        requestsPerDay: 100,
        dailyBudget: 0.1,
        concurrentRequests: null,
      },
      exists: true,
      created: true,
    });
  });

  it('writes all that can be chosen, and reads it back after a restart', async () => {
    const written = await upsert('ann', {
      tier: 'PRO',
      limits: { requestsPerHour: 7, unlimited: ['dailyBudget'] },
      preferences: {
        preferredModels: 'gpt-4o-mini, gpt-4o',
        preferredDomains: '={{ ["code", "legal"] }}',
        domainModels: {
          domains: [
            { domain: '__proto__', models: 'o3' },
            { domain: 'code', models: 'a,b' },
          ],
        },
        costSensitivity: 'high',
        quality: 'best',
        latency: 'fast',
      },
      guardrails: { enableContentModeration: true, enablePiiDetection: true, strictGuardrails: true },
      telemetry: { telemetryOptIn: true, telemetryLabels: { entries: [{ name: 'team', value: 'sales' }] } },
      metadata: {
        entries: [
          { name: 'city', value: 'Berlin' },
          { name: 'seats', value: '={{ 5 }}' },
        ],
      },
    });
    expect(written).toMatchObject({
      tier: 'PRO',
      limits: { requestsPerHour: 7, dailyBudget: null },
      preferences: {
        preferredModels: ['gpt-4o-mini', 'gpt-4o'],
        preferredDomains: ['code', 'legal'],
        costSensitivity: 'high',
        quality: 'best',
        latency: 'fast',
      },
      guardrails: { enableContentModeration: true, enablePiiDetection: true, strict: true },
      telemetry: { optIn: true, labels: { team: 'sales' } },
      metadata: { city: 'Berlin', seats: 5 },
      effectiveLimits: { requestsPerHour: 7, requestsPerDay: 5000, dailyBudget: null },
    });
    const { domainModels } = written?.['preferences'] as { domainModels: object };
    expect(Object.entries(domainModels)).toEqual([
      ['__proto__', ['o3']],
      ['code', ['a', 'b']],
    ]);
    saved = saved.restarted();
    const { created, ...kept } = written ?? {};
    expect(created).toBe(true);
    expect(await get('ann')).toEqual(kept);
  });

  it('changes what is given and leaves all else', async () => {
    const first = await upsert('ann', { tier: 'PRO', limits: { requestsPerHour: 7 } });
    const second = await upsert('ann', { preferences: { quality: 'best' } });
    expect(second).toEqual({ ...first, preferences: { quality: 'best' }, created: false });
    const third = await upsert('ann', {
      tier: '={{ "business" }}',
      limits: { tierLimitAgain: ['requestsPerHour'] },
    });
    expect(third).toMatchObject({ tier: 'BUSINESS', preferences: { quality: 'best' } });
    expect(third).not.toHaveProperty('limits');
  });

  it('leaves alone what an expression does not find', async () => {
    const first = await upsert('ann', {
      tier: 'PRO',
      preferences: { quality: 'best', preferredModels: 'a' },
    });
    const nothing = '={{ $json.nothing }}';
    const second = await upsert('ann', {
      tier: nothing,
      limits: { requestsPerHour: nothing },
      preferences: { quality: nothing, preferredModels: nothing },
      guardrails: { strictGuardrails: nothing },
    });
    expect(second).toEqual({ ...first, created: false });
  });

  it('takes items of one user one after the other', async () => {
    const items = ['FREE', 'PRO', 'STARTER'].map((tier) => ({ user: 'ann', tier }));
    const profiles = await profilesOf(items, { operation: 'upsert', tier: '={{ $json.tier }}' });
    expect(profiles.map(({ tier, created }) => [tier, created])).toEqual([
      ['FREE', true],
      ['PRO', false],
      ['STARTER', false],
    ]);
    expect(await get('ann')).toMatchObject({ tier: 'STARTER' });
  });

  it('loses no change of executions that run at the same time', async () => {
    await Promise.all(
      ['preferredModels', 'preferredDomains'].map((name) => upsert('ann', { preferences: { [name]: 'x' } })),
    );
    expect(await get('ann')).toMatchObject({
      preferences: { preferredModels: ['x'], preferredDomains: ['x'] },
    });
  });

  it('stores the limits of a tier of one’s own', async () => {
    await upsert('ann', {
      tier: 'custom',
      customTierName: 'gold',
      customTierLimits: { requestsPerHour: 3, requestsPerDay: 9, dailyBudget: 0.5 },
    });
    saved = saved.restarted();
    expect(await get('ann')).toMatchObject({
      tier: 'GOLD',
      effectiveLimits: { requestsPerHour: 3, requestsPerDay: 9, dailyBudget: 0.5, concurrentRequests: null },
    });
  });
});

describe('Get', () => {
  it('fails for an unknown user, or gives the FREE profile when told to', async () => {
    expect(await errorOf({ items: [{ user: 'ann' }], parameters: { operation: 'get' } })).toMatchObject({
      message: 'The user is unknown',
      context: { itemIndex: 0 },
    });
    expect(await profileOf('ann', { operation: 'get', unknownUser: 'free' })).toMatchObject({
      userId: 'ann',
      tier: 'FREE',
      exists: false,
    });
    expect(await profilesOf([{}], { operation: 'getAll' })).toEqual([]);
  });

  it('keeps the incoming fields and the link to the item, or leaves the fields out', async () => {
    await profileOf('ann', { operation: 'upsert' });
    const [item] = await itemsOf([{ user: 'ann', query: 'Hi' }], { operation: 'get' });
    expect(item?.json).toMatchObject({ user: 'ann', query: 'Hi', profile: { userId: 'ann' } });
    expect(item?.pairedItem).toEqual({ item: 0 });
    const alone = { operation: 'get', options: { includeInputFields: false } };
    const [own] = await itemsOf([{ user: 'ann', query: 'Hi' }], alone);
    expect(Object.keys(own?.json ?? {})).toEqual(['profile']);
  });

  it('takes 42 and "42" for the same user', async () => {
    await profileOf(42, { operation: 'upsert', tier: 'PRO' });
    expect(await get('42')).toMatchObject({ userId: '42', tier: 'PRO' });
  });
});

describe('Get Many', () => {
  const list = (parameters: INodeParameters) => profilesOf([{}], { operation: 'getAll', ...parameters });

  beforeEach(async () => {
    const items = Array.from({ length: 60 }, (_, index) => ({
      user_id: `user-${String(index).padStart(2, '0')}`,
      tier: index % 3 === 0 ? 'PRO' : 'FREE',
    }));
    await profilesOf(items, { operation: 'import', profile: '={{ $json }}' });
  });

  it('gives one item a profile, in the order of their ids, 50 at most unless told otherwise', async () => {
    const first = await list({});
    expect(first).toHaveLength(50);
    expect(first.map(({ userId }) => userId)).toEqual(
      Array.from({ length: 50 }, (_, index) => `user-${String(index).padStart(2, '0')}`),
    );
    expect(await list({ limit: 7 })).toHaveLength(7);
    expect(await list({ returnAll: true })).toHaveLength(60);
  });

  it('gives those of a tier', async () => {
    const pro = await list({ returnAll: true, filters: { tier: ' pro ' } });
    expect(pro).toHaveLength(20);
    expect(new Set(pro.map(({ tier }) => tier))).toEqual(new Set(['PRO']));
    expect(await list({ filters: { tier: 'GOLD' } })).toEqual([]);
  });
});

describe('Change Tier', () => {
  it('moves a user and changes nothing else', async () => {
    const before = await profileOf('ann', { operation: 'upsert', limits: { requestsPerHour: 7 } });
    const after = await profileOf('ann', { operation: 'changeTier', tier: '={{ "business" }}' });
    expect(after).toMatchObject({
      createdAt: before?.['createdAt'],
      tier: 'BUSINESS',
      limits: { requestsPerHour: 7 },
      created: false,
    });
  });

  it('creates who pays before the first request, or fails when told to', async () => {
    expect(await profileOf('ann', { operation: 'changeTier', tier: 'PRO' })).toMatchObject({
      tier: 'PRO',
      created: true,
    });
    const parameters = { operation: 'changeTier', tier: 'PRO', unknownUser: 'error' };
    expect(await errorOf({ items: [{ user: 'bob' }], parameters })).toMatchObject({
      message: 'The user is unknown',
    });
  });

  it('holds for the very next check', async () => {
    await profileOf('ann', { operation: 'changeTier', tier: 'BUSINESS' });
    const [allowed] = outputsOf(await check('ann'), NODE)[0] ?? [];
    expect(allowed?.json['rateLimit']).toMatchObject({
      tier: 'BUSINESS',
      usage: { hourly: { limit: 2000 } },
    });
  });
});

describe('Delete', () => {
  it('erases profile and usage, from static data too', async () => {
    await profileOf('ann-the-user', { operation: 'upsert', tier: 'PRO' });
    await check('ann-the-user');
    expect(saved.column).toContain('ann-the-user');
    expect(await profileOf('ann-the-user', { operation: 'delete' })).toEqual({
      userId: 'ann-the-user',
      deleted: true,
    });
    expect(saved.column).not.toContain('ann-the-user');
    expect(await profileOf('ann-the-user', { operation: 'delete' })).toMatchObject({ deleted: false });
  });
});

describe('Export', () => {
  it('gives profile and usage, and can be imported again', async () => {
    await profileOf('ann', {
      operation: 'upsert',
      tier: 'PRO',
      metadata: { entries: [{ name: 'a', value: 'b' }] },
    });
    await check('ann');
    const exported = await profileOf('ann', { operation: 'export' });
    expect(exported).toMatchObject({
      userId: 'ann',
      tier: 'PRO',
      metadata: { a: 'b' },
      exists: true,
      usage: { hourly: { used: 1, limit: 500 }, budget: { used: 0.01, limit: 50 } },
    });
    saved = new SavedWorkflow();
    const [imported] = await profilesOf([exported], { operation: 'import', profile: '={{ $json }}' });
    const { usage, ...profile } = exported ?? {};
    expect(usage).toBeDefined();
    expect(imported).toEqual({ ...profile, created: true });
  });

  it('does not give away what reservation ids are signed with', async () => {
    await check('ann');
    const exported = JSON.stringify(await profileOf('ann', { operation: 'export' }));
    const { global } = JSON.parse(saved.column) as { global: { cascadeflow: string } };
    const { usages } = JSON.parse(global.cascadeflow) as { usages: [string, string][] };
    expect(usages.map(([userId]) => userId)).toEqual(['ann']);
    expect(exported).not.toContain(usages[0]?.[1]);
    expect(exported).toContain('"exists":false');
  });

  it('fails for a user of whom nothing is known', async () => {
    expect(await errorOf({ items: [{ user: 'ann' }], parameters: { operation: 'export' } })).toMatchObject({
      message: 'The user is unknown',
    });
  });
});

describe('Import', () => {
  const parameters = { operation: 'import', profile: '={{ $json }}' };

  it('takes a thousand rows of a table', async () => {
    const items = Array.from({ length: 1000 }, (_, id) => ({ user_id: id, tier: 'pro', note: 'x' }));
    expect(await profilesOf(items, parameters)).toHaveLength(1000);
    expect(await get(999)).toMatchObject({ tier: 'PRO' });
  });

  it('takes columns and plans of other names, and a tier for rows without one', async () => {
    const items = [
      { ref: 'ann', plan: 'Basic', hourly: null, models: 'a,b', since: '2026-01-31 12:00:00' },
      { ref: 'bob', plan: null, hourly: 9 },
    ];
    const profiles = await profilesOf(items, {
      ...parameters,
      options: {
        defaultTier: 'FREE',
        columnNames: {
          columns: [
            { column: 'ref', field: 'userId' },
            { column: 'plan', field: 'tier' },
            { column: 'hourly', field: 'customRequestsPerHour' },
            { column: 'models', field: 'preferredModels' },
            { column: 'since', field: 'createdAt' },
          ],
        },
        planNames: { plans: [{ plan: 'basic', tier: 'STARTER' }] },
      },
    });
    expect(profiles).toMatchObject([
      {
        userId: 'ann',
        tier: 'STARTER',
        createdAt: '2026-01-31T12:00:00.000Z',
        preferences: { preferredModels: ['a', 'b'] },
      },
      { userId: 'bob', tier: 'FREE', limits: { requestsPerHour: 9 } },
    ]);
  });

  it('replaces what is stored, but for the moment of creation', async () => {
    const first = await profileOf('ann', {
      operation: 'upsert',
      tier: 'PRO',
      limits: { requestsPerHour: 7 },
    });
    const [second] = await profilesOf([{ user_id: 'ann', tier: 'FREE' }], parameters);
    expect(second).toMatchObject({ createdAt: first?.['createdAt'], tier: 'FREE', created: false });
    expect(second).not.toHaveProperty('limits');
  });

  const rows = [
    { user_id: 'ann', tier: 'PRO' },
    { user_id: 'bob', tier: 'GOLD' },
    { user_id: '', tier: 'PRO' },
    { user_id: 'eve', tier: 'FREE' },
  ];

  it('imports all good rows before it fails for the first bad one', async () => {
    const error = await errorOf({ items: rows, parameters });
    expect(error).toMatchObject({
      message: expect.stringContaining('Parameter "Profile: tier" is "GOLD"'),
      description: '2 of 4 items were done, 2 failed.',
      context: { itemIndex: 1 },
    });
    expect((await profilesOf([{}], { operation: 'getAll' })).map(({ userId }) => userId)).toEqual([
      'ann',
      'eve',
    ]);
  });

  it('sends bad rows to the error output', async () => {
    const result = succeeded(await run({ items: rows, parameters, onError: 'continueErrorOutput' }));
    const [done = [], failed = []] = outputsOf(result, NODE);
    expect(done.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 3 }]);
    expect(failed.map(({ json }) => json['user_id'])).toEqual(['bob', '']);
  });
});

describe('runs by hand', () => {
  it('write profiles that hold at once, are saved with the next run in production, and say so', async () => {
    const byHand = await run({
      items: [{ user: 'ann' }],
      parameters: { operation: 'upsert', tier: 'PRO' },
      mode: 'manual',
    });
    expect(hintsOf(byHand)).toEqual([
      expect.objectContaining({ message: expect.stringContaining('saved with its next run'), type: 'info' }),
    ]);
    expect(saved.column).toBe('{}');
    const production = await run({ items: [{ user: 'ann' }], parameters: { operation: 'get' } });
    expect(hintsOf(production)).toEqual([]);
    saved = saved.restarted();
    expect(await get('ann')).toMatchObject({ tier: 'PRO' });
  });
});

describe('bad input', () => {
  const long = 'x'.repeat(10_000);
  const upsert = (parameters: INodeParameters): Partial<TenantCase> => ({
    parameters: { operation: 'upsert', ...parameters },
  });
  const importing = (profile: string): Partial<TenantCase> => ({
    parameters: { operation: 'import', profile },
  });

  const faults: [name: string, fault: Partial<TenantCase>, message: RegExp][] = [
    ['no user id', { items: [{}] }, /^Parameter "User ID" is missing/],
    ['a huge user id', { items: [{ user: long }] }, /^Parameter "User ID" is "x{60}…"/],
    ['a list as user id', { items: [{ user: ['ann'] }] }, /^Parameter "User ID" is a list of 1/],
    [
      'an unknown tier',
      upsert({ tier: '={{ "GOLD" }}' }),
      /^Parameter "Tier" is "GOLD", but must be one of FREE/,
    ],
    ['a tier that is a number', upsert({ tier: '={{ 5 }}' }), /^Parameter "Tier" is 5/],
    [
      'a huge limit',
      upsert({ limits: { requestsPerDay: 1e10 } }),
      /^Parameter "Limits: Requests per Day" is 10000000000/,
    ],
    [
      'a limit that is NaN',
      upsert({ limits: { dailyBudget: '={{ NaN }}' } }),
      /^Parameter "Limits: Daily Budget \(USD\)" is NaN/,
    ],
    [
      'models that are none',
      upsert({ preferences: { preferredModels: '={{ 7 }}' } }),
      /^Parameter "Preferred Models" is 7, but must be a list/,
    ],
    [
      'too many models',
      upsert({ preferences: { preferredModels: 'm,'.repeat(101) } }),
      /^Parameter "Preferred Models" is a list of 101/,
    ],
    [
      'a model of a huge name',
      upsert({ preferences: { preferredModels: long } }),
      /^Parameter "Preferred Models.0" is "x{60}…"/,
    ],
    [
      'a quality that is none',
      upsert({ preferences: { quality: 'divine' } }),
      /^Parameter "Quality" is "divine", but must be one of economy/,
    ],
    [
      'a guardrail that is neither on nor off',
      upsert({ guardrails: { strictGuardrails: '={{ "yes" }}' } }),
      /^Parameter "Strict" is "yes", but must be true or false/,
    ],
    [
      'metadata without a name',
      upsert({ metadata: { entries: [{ name: '', value: 'a' }] } }),
      /^Parameter "a key of Metadata" is empty/,
    ],
    [
      'metadata that is an object',
      upsert({ metadata: { entries: [{ name: 'a', value: '={{ ({ b: 1 }) }}' }] } }),
      /^Parameter "Metadata: Value" is an object/,
    ],
    [
      'huge metadata',
      upsert({ metadata: { entries: [{ name: 'a', value: long }] } }),
      /^Parameter "Metadata.a" is "x{60}…"/,
    ],
    [
      'a label that is a number',
      upsert({ telemetry: { telemetryLabels: { entries: [{ name: 'a', value: '={{ 1 }}' }] } } }),
      /^Parameter "Labels: Value" is 1/,
    ],
    ['a limit of nothing', { parameters: { operation: 'getAll', limit: 0 } }, /^Parameter "Limit" is 0/],
    [
      'an operation that is none',
      { parameters: { operation: 'guess' } },
      /^Parameter "Operation" is "guess"/,
    ],
    ['a row that is none', importing('={{ "row" }}'), /^Parameter "Profile" is "row"/],
    ['a row of nobody', importing('={{ ({ tier: "PRO" }) }}'), /^Parameter "Profile: userId" is missing/],
    [
      'a row of a later version',
      importing('={{ ({ version: 99, userId: "ann", tier: "PRO" }) }}'),
      /^Parameter "Profile: version" is 99/,
    ],
    [
      'a column without a name',
      {
        parameters: {
          operation: 'import',
          options: { columnNames: { columns: [{ column: '', field: 'tier' }] } },
        },
      },
      /^Parameter "Column Names: Column" is empty/,
    ],
  ];

  it.each(faults)('says what is wrong with %s, and for which item', async (_, fault, message) => {
    const error = await errorOf({ items: [{ user: 'ann' }], ...fault });
    expect(error.name).toBe('NodeOperationError');
    expect(error.message).toMatch(message);
    expect(error.message.length).toBeLessThan(250);
    expect(error.context).toMatchObject({ itemIndex: 0 });
  });

  it.each(['__proto__', 'constructor', 'toString', 'a:b{c}', 'two\nlines', '../..', '${x}'])(
    'is not what a hostile name of a user makes: %j',
    async (user) => {
      await profileOf(user, { operation: 'upsert', tier: 'PRO' });
      await profileOf('ann', { operation: 'upsert', tier: 'STARTER' });
      saved = saved.restarted();
      expect(await get(user)).toMatchObject({ userId: user, tier: 'PRO' });
      expect(await get('ann')).toMatchObject({ userId: 'ann', tier: 'STARTER' });
    },
  );

  it.each([
    ['no JSON', 'gibberish', /it is not JSON/],
    [
      'that of another user',
      '{"version":2,"userId":"eve","tier":"ENTERPRISE"}',
      /it belongs to another user/,
    ],
  ])('in the store fails its user alone: a profile that is %s', async (_, json, message) => {
    const text = JSON.stringify({
      version: 1,
      profiles: [
        ['ann', 'PRO', json],
        ['bob', 'PRO', '{"version":2,"userId":"bob","tier":"PRO"}'],
      ],
      usages: [],
    });
    saved = new SavedWorkflow({ column: JSON.stringify({ global: { cascadeflow: text } }) });
    const error = await errorOf({ items: [{ user: 'ann' }], parameters: { operation: 'get' } });
    expect(error.message).toMatch(message);
    expect(await get('bob')).toMatchObject({ tier: 'PRO' });
    await profilesOf([{ user_id: 'ann', tier: 'FREE' }], { operation: 'import', profile: '={{ $json }}' });
    expect(await get('ann')).toMatchObject({ tier: 'FREE' });
  });
});
