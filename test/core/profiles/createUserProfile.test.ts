import { describe, expect, it } from '@jest/globals';
import {
  changeTier,
  createUserProfile,
  updateProfile,
  type CreateProfileOptions,
} from '../../../core/profiles/createUserProfile';
import { defineTiers } from '../../../core/profiles/tierTable';
import { TIER_PRESETS } from '../../../core/profiles/tiers';
import { effectiveLimits } from '../../../core/profiles/userProfile';
import { FakeClock } from '../../support/fakeClock';

const clock = new FakeClock();
const everything: CreateProfileOptions = {
  customRequestsPerHour: 5,
  customRequestsPerDay: null,
  customDailyBudget: 0.000000001,
  customConcurrency: 0,
  preferredModels: ['gpt-4o', 'gpt-4o-mini'],
  preferredDomains: ['code'],
  domainModels: { code: ['a', 'b'], law: 'c' },
  costSensitivity: 'high',
  quality: 'best',
  latency: 'fast',
  enableContentModeration: true,
  enablePiiDetection: true,
  strictGuardrails: true,
  telemetryOptIn: true,
  telemetryLabels: new Map([['team', 'red']]),
  metadata: { company: 'Acme', seats: 5, trial: false, reseller: null },
  createdAt: '2026-01-31T12:00:00+01:00',
};

describe('createUserProfile', () => {
  it('has a default for everything', () => {
    const profile = createUserProfile('PRO', 'user-123', { clock });
    expect(profile).toMatchObject({
      userId: 'user-123',
      createdAt: new Date(clock.now()).toISOString(),
      tier: 'PRO',
      tierConfig: TIER_PRESETS.PRO,
      preferences: {
        preferredModels: [],
        preferredDomains: [],
        costSensitivity: 'balanced',
        quality: 'balanced',
        latency: 'balanced',
      },
      guardrails: { enableContentModeration: false, enablePiiDetection: false, strict: false },
      telemetry: { optIn: false },
    });
    expect(effectiveLimits(profile)).toEqual({
      requestsPerHour: 500,
      requestsPerDay: 5000,
      dailyBudget: 50,
      concurrentRequests: null,
    });
    const { metadata, preferences, telemetry } = profile;
    expect([metadata.size, preferences.domainModels.size, telemetry.labels.size]).toEqual([0, 0, 0]);
  });

  it('keeps all that is chosen', () => {
    const profile = createUserProfile('STARTER', 'u', everything);
    expect(effectiveLimits(profile)).toEqual({
      requestsPerHour: 5,
      requestsPerDay: null,
      dailyBudget: 0.000000001,
      concurrentRequests: 0,
    });
    expect(profile).toMatchObject({
      createdAt: '2026-01-31T11:00:00.000Z',
      preferences: {
        preferredModels: ['gpt-4o', 'gpt-4o-mini'],
        preferredDomains: ['code'],
        costSensitivity: 'high',
        quality: 'best',
        latency: 'fast',
      },
      guardrails: { enableContentModeration: true, enablePiiDetection: true, strict: true },
      telemetry: { optIn: true },
    });
    expect([...profile.preferences.domainModels]).toEqual([
      ['code', ['a', 'b']],
      ['law', ['c']],
    ]);
    expect([...profile.telemetry.labels]).toEqual([['team', 'red']]);
    expect(profile.metadata.get('seats')).toBe(5);
    expect(profile.metadata.get('reseller')).toBeNull();
  });

  it('cannot be changed, nor can what it was made of change it', () => {
    const preferredModels = ['gpt-4o'];
    const profile = createUserProfile('PRO', 'u', { ...everything, preferredModels });
    preferredModels.push('other');
    expect(profile.preferences.preferredModels).toEqual(['gpt-4o']);
    const { tierConfig, limits, preferences, guardrails, telemetry } = profile;
    const { preferredModels: models, preferredDomains: domains } = preferences;
    const parts = [profile, tierConfig, limits, preferences, guardrails, telemetry, models, domains];
    expect(parts.every((part) => Object.isFrozen(part))).toBe(true);
    expect(preferences.domainModels).not.toBeInstanceOf(Map);
  });

  it('shares what is not chosen, so that a user costs few bytes', () => {
    const [one, other] = [createUserProfile('PRO', 'a'), createUserProfile('PRO', 'b', { quality: 'best' })];
    expect(other.limits).toBe(one.limits);
    expect(other.guardrails).toBe(one.guardrails);
    expect(other.metadata).toBe(one.metadata);
    expect(other.preferences).not.toBe(one.preferences);
  });

  it('knows tiers of one’s own', () => {
    const tiers = defineTiers({ GOLD: { requestsPerHour: 1, requestsPerDay: 2, dailyBudget: 3 } });
    const profile = createUserProfile(' gold', 'u', { tiers });
    expect(profile.tier).toBe('GOLD');
    expect(effectiveLimits(profile)).toMatchObject({ requestsPerHour: 1, dailyBudget: 3 });
    expect(() => createUserProfile('GOLD', 'u')).toThrow('Parameter "tier" is "GOLD", but must be one of');
    expect(() => createUntyped({ tiers: { GOLD: {} } })).toThrow(
      'Parameter "tiers" is an object, but must be a table made by defineTiers',
    );
  });

  it.each(['__proto__', 'constructor', 'toString'])('takes the key %s as any other', (key) => {
    const hostile = Object.fromEntries([[key, 'x']]);
    const { metadata, preferences, telemetry } = createUserProfile('FREE', 'u', {
      metadata: hostile,
      domainModels: hostile,
      telemetryLabels: hostile,
    });
    expect([...metadata]).toEqual([[key, 'x']]);
    expect([...preferences.domainModels]).toEqual([[key, ['x']]]);
    expect([...telemetry.labels]).toEqual([[key, 'x']]);
    expect(createUserProfile('FREE', 'u').metadata.get(key)).toBeUndefined();
  });

  it('refuses a misspelt option: it would be a limit less', () => {
    expect(() => createUntyped({ customRequestPerHour: 5 })).toThrow(
      'Parameter "a name in options" is "customRequestPerHour", but must be one of customRequestsPerHour,',
    );
    expect(() => createUntyped(null)).toThrow('"options" is null, but must be');
  });

  it.each<[string, unknown, string]>([
    ['customRequestsPerHour', -1, 'is -1, but must be a whole number from 0 to 1000000000, or null'],
    ['customRequestsPerHour', 1.5, 'is 1.5, but must be a whole number'],
    ['customRequestsPerDay', Number.NaN, 'is NaN, but must be a whole number'],
    ['customRequestsPerDay', 1e9 + 1, 'is 1000000001, but must be a whole number'],
    ['customConcurrency', '5', 'is "5", but must be a whole number'],
    ['customConcurrency', 'none', 'or "tier" for the limit of the tier'],
    [
      'customDailyBudget',
      Infinity,
      'is Infinity, but must be 0 or a number of US dollars from 1e-9 to 1000000',
    ],
    ['customDailyBudget', -0.01, 'is -0.01, but must be 0 or a number of US dollars'],
    ['customDailyBudget', 1e-10, 'is 1e-10, but must be 0 or a number of US dollars'],
    ['preferredModels', 'gpt-4o', 'is "gpt-4o", but must be a list of texts'],
    ['preferredModels', [''], '"preferredModels.0" is empty, but must be a text of 1 to 200 characters'],
    ['preferredModels', ['a', 5], '"preferredModels.1" is 5, but must be a text'],
    ['preferredModels', Array(101).fill('a'), 'is a list of 101, but must be a list of at most 100 texts'],
    ['domainModels', ['a'], 'is a list of 1, but must be an object or a map with at most 100 entries'],
    ['domainModels', { code: 5 }, '"domainModels.code" is 5, but must be a list of texts'],
    ['domainModels', { '': 'a' }, '"a key of domainModels" is empty, but must be a text of 1 to 100'],
    ['domainModels', new Map([[1, 'a']]), '"a key of domainModels" is 1, but must be a text of 1 to 100'],
    ['metadata', null, 'is null, but must be an object or a map with at most 50 entries'],
    ['metadata', { a: {} }, '"metadata.a" is an object, but must be a text of at most 1000 characters, a'],
    ['metadata', { a: Infinity }, '"metadata.a" is Infinity, but must be a text'],
    ['metadata', { a: 'x'.repeat(1001) }, 'but must be a text of at most 1000 characters'],
    [
      'metadata',
      Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${String(i)}`, i])),
      'at most 50',
    ],
    ['telemetryLabels', { a: 1 }, '"telemetryLabels.a" is 1, but must be a text'],
    ['telemetryOptIn', 'yes', 'is "yes", but must be true or false'],
    ['enablePiiDetection', 1, 'is 1, but must be true or false'],
    ['costSensitivity', 'extreme', 'is "extreme", but must be one of low, balanced, high'],
    ['quality', null, 'is null, but must be one of economy, balanced, best'],
    ['latency', '__proto__', 'is "__proto__", but must be one of relaxed, balanced, fast'],
    ['createdAt', 'yesterday', 'is "yesterday", but must be a date'],
  ])('refuses %s %p', (name, value, saying) => {
    expect(() => createUntyped({ [name]: value })).toThrow(saying);
  });

  it('keeps what users wrote short in errors', () => {
    const huge = 'x'.repeat(10_000);
    const options = [
      { metadata: { [huge]: 1 } },
      { domainModels: { [huge.slice(0, 99)]: [], b: 5 } },
      { [huge]: 1 },
    ];
    for (const given of options) {
      const error = caught(() => createUntyped(given));
      expect(error.message.length).toBeLessThan(500);
      expect(error.message).not.toContain('x'.repeat(61));
    }
  });
});

describe('updateProfile', () => {
  const profile = createUserProfile('PRO', 'u', everything);

  it('changes what is given, and nothing else', () => {
    const updated = updateProfile(profile, {
      customRequestsPerHour: 7,
      quality: 'economy',
      metadata: { a: 1 },
    });
    expect(updated.limits).toEqual({ ...profile.limits, requestsPerHour: 7 });
    expect(updated.preferences).toEqual({ ...profile.preferences, quality: 'economy' });
    expect([...updated.metadata]).toEqual([['a', 1]]);
    expect(updated.guardrails).toBe(profile.guardrails);
    expect(updated.telemetry).toBe(profile.telemetry);
    expect(profile.limits.requestsPerHour).toBe(5);
  });

  it('takes undefined for not given, null for unlimited and "tier" for the limit of the tier', () => {
    const updated = updateProfile(profile, {
      customRequestsPerHour: undefined,
      customDailyBudget: null,
      customConcurrency: 'tier',
      customRequestsPerDay: 'tier',
    });
    expect(effectiveLimits(updated)).toEqual({
      requestsPerHour: 5,
      requestsPerDay: 5000,
      dailyBudget: null,
      concurrentRequests: null,
    });
  });

  it.each(['tier', 'userId', 'createdAt', 'tiers', '__proto__'])('does not take %s for an option', (name) => {
    const given = Object.fromEntries([[name, 'PRO']]);
    expect(() => updateProfile(profile, given)).toThrow(`is "${name}", but must be one of`);
  });
});

describe('changeTier', () => {
  it('keeps the limits of the user’s own', () => {
    const profile = createUserProfile('PRO', 'u', { customDailyBudget: 1 });
    const changed = changeTier(profile, 'BUSINESS');
    expect(changed).toEqual({ ...profile, tier: 'BUSINESS', tierConfig: TIER_PRESETS.BUSINESS });
    expect(effectiveLimits(changed)).toMatchObject({ requestsPerHour: 2000, dailyBudget: 1 });
    expect(Object.isFrozen(changed)).toBe(true);
  });

  it('refuses an unknown tier', () => {
    expect(() => changeTier(createUserProfile('PRO', 'u'), 'GOLD')).toThrow('"GOLD", but must be one of');
  });
});

function caught(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('Nothing was thrown');
}

/** What plain JavaScript would hand over, whatever the types say. */
function createUntyped(options: unknown): unknown {
  return Reflect.apply(createUserProfile, undefined, ['FREE', 'u', options]);
}
