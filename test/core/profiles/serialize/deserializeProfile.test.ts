import { describe, expect, it } from '@jest/globals';
import { createUserProfile, type CreateProfileOptions } from '../../../../core/profiles/createUserProfile';
import { deserializeProfile } from '../../../../core/profiles/serialize/deserializeProfile';
import { defineTiers } from '../../../../core/profiles/tierTable';
import { effectiveLimits } from '../../../../core/profiles/userProfile';
import { FakeClock } from '../../../support/fakeClock';

const clock = new FakeClock();
const createdAt = '2026-01-31T12:00:00.000Z';
const expected = (tier: string, options: CreateProfileOptions = {}) =>
  createUserProfile(tier, 'u', { createdAt, ...options });

/** All columns that a table can have, with nothing in them. */
const emptyRow = {
  user_id: 'u',
  tier: 'PRO',
  created_at: createdAt,
  tier_config: null,
  custom_requests_per_hour: null,
  custom_requests_per_day: null,
  custom_daily_budget: null,
  custom_concurrency: null,
  preferred_models: null,
  preferred_domains: null,
  domain_models: null,
  cost_sensitivity: null,
  quality: null,
  latency: null,
  enable_content_moderation: null,
  enable_pii_detection: null,
  strict_guardrails: null,
  telemetry_opt_in: null,
  telemetry_labels: null,
  metadata: null,
};

describe('a row of a database', () => {
  it('may have nothing but nulls', () => {
    expect(deserializeProfile(emptyRow)).toEqual(expected('PRO'));
  });

  it('may have nothing but empty cells', () => {
    const cells = Object.entries(emptyRow).map(([column, value]) => [column, value ?? '']);
    expect(deserializeProfile(Object.fromEntries(cells))).toEqual(expected('PRO'));
  });

  it('may have other columns, also such as are called like a part of a profile', () => {
    const row = {
      ...emptyRow,
      id: 7,
      email: 'a@b.c',
      limits: 'none',
      preferences: 5,
      telemetry: '{',
      guardrails: true,
    };
    expect(deserializeProfile(row)).toEqual(expected('PRO'));
  });

  it.each([
    [
      'as PostgreSQL gives it',
      {
        created_at: new Date(createdAt),
        custom_requests_per_hour: 5,
        custom_requests_per_day: '50',
        custom_daily_budget: '12.500000000',
        preferred_models: ['gpt-4o', 'b'],
        domain_models: { code: ['a'] },
        enable_pii_detection: true,
        enable_content_moderation: false,
        metadata: { seats: 5 },
      },
    ],
    [
      'as PostgreSQL prints it',
      {
        created_at: '2026-01-31 12:00:00+00',
        custom_requests_per_hour: '5',
        custom_requests_per_day: '50',
        custom_daily_budget: '12.5',
        preferred_models: '["gpt-4o", "b"]',
        domain_models: '{"code": ["a"]}',
        enable_pii_detection: 't',
        enable_content_moderation: 'f',
        metadata: '{"seats": 5}',
      },
    ],
    [
      'as MySQL and SQLite give it',
      {
        created_at: '2026-01-31 12:00:00',
        custom_requests_per_hour: 5,
        custom_requests_per_day: 50n,
        custom_daily_budget: 12.5,
        preferred_models: '["gpt-4o","b"]',
        domain_models: '{"code":"a"}',
        enable_pii_detection: 1,
        enable_content_moderation: 0n,
        metadata: '{"seats":5}',
      },
    ],
    [
      'as a sheet gives it',
      {
        created_at: '2026-01-31T12:00:00Z',
        custom_requests_per_hour: ' 5 ',
        custom_requests_per_day: '5e1',
        custom_daily_budget: '12.50',
        preferred_models: 'gpt-4o, b',
        domain_models: '{"code": "a"}',
        enable_pii_detection: 'TRUE',
        enable_content_moderation: 'FALSE',
        metadata: '{"seats": 5}',
      },
    ],
  ])('is read %s', (_, columns) => {
    expect(deserializeProfile({ ...emptyRow, ...columns })).toEqual(
      expected('PRO', {
        customRequestsPerHour: 5,
        customRequestsPerDay: 50,
        customDailyBudget: 12.5,
        preferredModels: ['gpt-4o', 'b'],
        domainModels: { code: ['a'] },
        enablePiiDetection: true,
        enableContentModeration: false,
        metadata: { seats: 5 },
      }),
    );
  });

  it('says unlimited with a word, because NULL is not set', () => {
    const row = { ...emptyRow, custom_requests_per_hour: 'Unlimited', custom_daily_budget: null };
    expect(effectiveLimits(deserializeProfile(row))).toMatchObject({
      requestsPerHour: null,
      dailyBudget: 50,
    });
  });

  it('may number its users, but not with fractions', () => {
    expect(deserializeProfile({ ...emptyRow, user_id: 42 }).userId).toBe('42');
    expect(deserializeProfile({ ...emptyRow, user_id: 2n ** 60n }).userId).toBe('1152921504606846976');
    expect(() => deserializeProfile({ ...emptyRow, user_id: 0.5 })).toThrow('"userId" is 0.5, but must be');
    expect(() => deserializeProfile({ ...emptyRow, user_id: 2 ** 60 })).toThrow('"userId" is 11529215046068');
  });

  it('may leave tier, user and date to the caller', () => {
    const row = { user_id: null, tier: null };
    const profile = deserializeProfile(row, { defaultTier: 'STARTER', userId: 'u', clock });
    expect(profile).toEqual(createUserProfile('STARTER', 'u', { clock }));
    expect(
      deserializeProfile({ userId: 'v', tier: 'PRO' }, { defaultTier: 'FREE', userId: 'u' }),
    ).toMatchObject({
      userId: 'v',
      tier: 'PRO',
    });
  });

  it('may have names in either style; what is not null counts in the first', () => {
    const row = {
      userId: 'u',
      tier: 'PRO',
      created_at: createdAt,
      customConcurrency: 3,
      enable_pii_detection: true,
    };
    expect(deserializeProfile(row)).toEqual(
      expected('PRO', { customConcurrency: 3, enablePiiDetection: true }),
    );
  });

  it('may be a document with groups', () => {
    const row = {
      userId: 'u',
      tier: 'PRO',
      createdAt,
      limits: { requestsPerHour: null },
      preferences: '{"quality": "best"}',
      guardrails: { enable_pii_detection: true },
    };
    expect(deserializeProfile(row)).toEqual(
      expected('PRO', { customRequestsPerHour: null, quality: 'best', enablePiiDetection: true }),
    );
  });

  it('is read without what it inherits', () => {
    const row: unknown = Object.create({ ...emptyRow, tier: 'ENTERPRISE' });
    expect(() => deserializeProfile(row)).toThrow('Parameter "tier" is missing');
    const hostile: unknown = JSON.parse(
      '{"user_id":"u","tier":"FREE","__proto__":{"custom_daily_budget":9}}',
    );
    expect(deserializeProfile(hostile).limits.dailyBudget).toBeUndefined();
  });

  it.each<[object, string]>([
    [{ tier: 'GOLD' }, '"tier" is "GOLD", but must be one of FREE,'],
    [{ tier: null }, '"tier" is missing, but must be one of FREE,'],
    [{ tier: 5 }, '"tier" is 5, but must be one of FREE,'],
    [{ user_id: null }, '"userId" is missing, but must be a text'],
    [{ user_id: ' ' }, '"userId" is " ", but must be a text that is not blank'],
    [{ created_at: 'soon' }, '"createdAt" is "soon", but must be a date'],
    [{ custom_requests_per_hour: '-5' }, '"customRequestsPerHour" is -5, but must be a whole number'],
    [{ custom_requests_per_hour: 'five' }, '"customRequestsPerHour" is "five", but must be a whole number'],
    [{ custom_daily_budget: '0x10' }, '"customDailyBudget" is "0x10", but must be 0 or a number'],
    [{ custom_daily_budget: 'Infinity' }, '"customDailyBudget" is "Infinity", but must be 0 or a number'],
    [{ domain_models: '{"code": ' }, '"domainModels" is "{"code": ", but must be an object or a map'],
    [{ preferred_models: '["a"' }, '"preferredModels" is "["a"", but must be a list of texts'],
    [{ preferred_models: 'a,,b' }, '"preferredModels.1" is empty, but must be a text'],
    [{ enable_pii_detection: 'maybe' }, '"enablePiiDetection" is "maybe", but must be true or false'],
    [{ enable_pii_detection: 2 }, '"enablePiiDetection" is 2, but must be true or false'],
    [{ limits: { requestsPerHour: -1 } }, '"customRequestsPerHour" is -1, but must be a whole number'],
  ])('with %j is refused', (columns, saying) => {
    expect(() => deserializeProfile({ ...emptyRow, ...columns })).toThrow(`Parameter ${saying}`);
  });
});

describe('a version', () => {
  it.each([1, '1', 1n])('%p has its fields side by side', (version) => {
    const row = {
      version,
      user_id: 'u',
      tier: 'BUSINESS',
      created_at: createdAt,
      custom_requests_per_hour: 5,
      custom_daily_budget: null,
      preferred_models: '["gpt-4o"]',
      enable_pii_detection: true,
      limits: { requestsPerDay: 1 },
    };
    expect(deserializeProfile(row)).toEqual(
      expected('BUSINESS', {
        customRequestsPerHour: 5,
        preferredModels: ['gpt-4o'],
        enablePiiDetection: true,
      }),
    );
  });

  it('2 has groups, in which a limit of null is unlimited', () => {
    const row = {
      version: 2,
      userId: 'u',
      tier: 'FREE',
      createdAt,
      limits: { dailyBudget: null, requestsPerHour: 3 },
      preferences: { quality: null, latency: 'fast' },
      telemetry: null,
      customRequestsPerHour: 999,
    };
    expect(deserializeProfile(row)).toEqual(
      expected('FREE', { customDailyBudget: null, customRequestsPerHour: 3, latency: 'fast' }),
    );
  });

  it('2 with a broken group is refused: it would be a limit less', () => {
    const row = { version: 2, userId: 'u', tier: 'FREE', limits: '{"requestsPerHour":' };
    expect(() => deserializeProfile(row)).toThrow(
      'Parameter "limits" is "{"requestsPerHour":", but must be an object',
    );
  });

  it.each<[unknown, string]>([
    [3, '3'],
    ['3', '"3"'],
    [0, '0'],
    [1.5, '1.5'],
    ['two', '"two"'],
    [true, 'true'],
    [{}, 'an object'],
  ])('%p is not known', (version, said) => {
    expect(() => deserializeProfile({ version, userId: 'u', tier: 'FREE' })).toThrow(
      `Parameter "version" is ${said}, but must be one of 1, 2 (a later one needs a later release)`,
    );
  });
});

describe('a tier of one’s own', () => {
  const stored = {
    version: 2,
    userId: 'u',
    tier: 'gold',
    tierConfig: { requestsPerHour: 1, requestsPerDay: '2', dailyBudget: null, concurrentRequests: null },
  };

  it('comes with its limits', () => {
    expect(effectiveLimits(deserializeProfile(stored))).toEqual({
      requestsPerHour: 1,
      requestsPerDay: 2,
      dailyBudget: null,
      concurrentRequests: null,
    });
  });

  it('has the limits of its definition where there is one', () => {
    const tiers = defineTiers({ GOLD: { requestsPerHour: 9, requestsPerDay: 9, dailyBudget: 9 } });
    expect(effectiveLimits(deserializeProfile(stored, { tiers })).requestsPerHour).toBe(9);
  });

  it('cannot pass for a preset', () => {
    const { tierConfig } = deserializeProfile({ ...stored, tier: 'FREE' });
    expect(tierConfig.requestsPerHour).toBe(10);
  });

  it.each<[object, string]>([
    [{ tierConfig: null }, '"tier" is "gold", but must be one of FREE,'],
    [{ tierConfig: '{' }, '"tier" is "gold", but must be one of FREE,'],
    [{ tierConfig: {} }, '"tier.GOLD.requestsPerHour" is missing, but must be a whole number'],
    [{ tier: 'x y' }, '"tier" is "x y", but must be a name of 1 to 40'],
    [{ tier: null }, '"tier" is missing, but must be a name of 1 to 40'],
  ])('with %j is refused', (changes, saying) => {
    expect(() => deserializeProfile({ ...stored, ...changes })).toThrow(`Parameter ${saying}`);
  });
});

it.each<[unknown, string]>([
  ['', 'empty'],
  ['{', '"{"'],
  ['null', '"null"'],
  ['[]', '"[]"'],
  ['"PRO"', '""PRO""'],
  [[], 'a list of 0'],
  [null, 'null'],
  [undefined, 'missing'],
  [5, '5'],
])('%p is no profile', (given, said) => {
  expect(() => deserializeProfile(given)).toThrow(
    `Parameter "profile" is ${said}, but must be an object or the JSON text of one`,
  );
});
