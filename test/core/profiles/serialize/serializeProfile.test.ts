import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createUserProfile } from '../../../../core/profiles/createUserProfile';
import { deserializeProfile } from '../../../../core/profiles/serialize/deserializeProfile';
import { serializeProfile } from '../../../../core/profiles/serialize/serializeProfile';
import { arbitraryProfile, tiers } from '../support/arbitraryProfile';

const createdAt = '2026-01-31T12:00:00.000Z';

describe('serializeProfile', () => {
  it('leaves out what has its default', () => {
    expect(serializeProfile(createUserProfile('PRO', 'u', { createdAt }))).toEqual({
      version: 2,
      userId: 'u',
      createdAt,
      tier: 'PRO',
    });
  });

  it('groups what differs', () => {
    const profile = createUserProfile('PRO', 'u', {
      createdAt,
      customDailyBudget: null,
      preferredModels: ['gpt-4o'],
      domainModels: { code: 'a' },
      strictGuardrails: true,
      telemetryOptIn: true,
      telemetryLabels: { teamName: 'red' },
      metadata: { companySize: 5 },
    });
    expect(serializeProfile(profile)).toEqual({
      version: 2,
      userId: 'u',
      createdAt,
      tier: 'PRO',
      limits: { dailyBudget: null },
      preferences: { preferredModels: ['gpt-4o'], domainModels: { code: ['a'] } },
      guardrails: { strict: true },
      telemetry: { optIn: true, labels: { teamName: 'red' } },
      metadata: { companySize: 5 },
    });
  });

  it('renames fields, but no key that a user chose', () => {
    const profile = createUserProfile('gold', 'u', {
      tiers,
      createdAt,
      customRequestsPerHour: 1,
      enablePiiDetection: true,
      domainModels: { taxLaw: ['a'] },
      telemetryLabels: { teamName: 'red' },
      metadata: { companySize: 5 },
    });
    expect(serializeProfile(profile, { keys: 'snake_case' })).toEqual({
      version: 2,
      user_id: 'u',
      created_at: createdAt,
      tier: 'GOLD',
      tier_config: {
        requests_per_hour: 300,
        requests_per_day: null,
        daily_budget: 0.125,
        concurrent_requests: 4,
      },
      limits: { requests_per_hour: 1 },
      preferences: { domain_models: { taxLaw: ['a'] } },
      guardrails: { enable_pii_detection: true },
      telemetry: { labels: { teamName: 'red' } },
      metadata: { companySize: 5 },
    });
  });
});

describe('what serializeProfile writes', () => {
  it.each(['camelCase', 'snake_case'] as const)(
    'is read back the same in %s, as object and as text',
    (keys) => {
      fc.assert(
        fc.property(arbitraryProfile, (profile) => {
          const json = serializeProfile(profile, { keys });
          expect(deserializeProfile(json, { tiers })).toEqual(profile);
          expect(deserializeProfile(JSON.stringify(json), { tiers })).toEqual(profile);
        }),
        { numRuns: 300 },
      );
    },
  );

  it('is read back without the definition of a tier of one’s own', () => {
    fc.assert(
      fc.property(arbitraryProfile, (profile) => {
        expect(deserializeProfile(JSON.stringify(serializeProfile(profile)))).toEqual(profile);
      }),
    );
  });

  it('is what a profile itself says, too', () => {
    fc.assert(
      fc.property(arbitraryProfile, (profile) => {
        expect(deserializeProfile(profile)).toEqual(profile);
        expect(deserializeProfile(JSON.stringify(profile))).toEqual(profile);
      }),
    );
  });

  it('survives a database that has a text column for each part', () => {
    fc.assert(
      fc.property(arbitraryProfile, (profile) => {
        const columns = Object.entries(serializeProfile(profile, { keys: 'snake_case' })).map(
          ([column, value]) => [column, typeof value === 'object' ? JSON.stringify(value) : value],
        );
        const row: unknown = { ...Object.fromEntries(columns), version: '2', other: null };
        expect(deserializeProfile(row)).toEqual(profile);
      }),
    );
  });
});
