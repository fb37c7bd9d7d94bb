import { describe, expect, it } from '@jest/globals';
import { createUserProfile } from '../../../../core/profiles/createUserProfile';
import { profileFromRow, type RowMapping } from '../../../../core/profiles/serialize/profileFromRow';
import { defineTiers } from '../../../../core/profiles/tierTable';

const createdAt = '2026-01-31T12:00:00.000Z';
const mapping: RowMapping = {
  columns: { userId: 'customer_ref', tier: 'plan', createdAt: 'signed_up', customDailyBudget: 'cap_usd' },
  tierNames: { basic: 'STARTER', 'Pro Plus': 'BUSINESS' },
};
const row = {
  customer_ref: 'c-1',
  plan: 'basic',
  signed_up: createdAt,
  cap_usd: '2.50',
  preferred_models: 'a',
};

describe('profileFromRow', () => {
  it('finds fields in columns with names of their own, and the others where they are by default', () => {
    expect(profileFromRow(row, mapping)).toEqual(
      createUserProfile('STARTER', 'c-1', { createdAt, customDailyBudget: 2.5, preferredModels: ['a'] }),
    );
  });

  it.each([
    ['BASIC', 'STARTER'],
    [' pro plus', 'BUSINESS'],
    ['enterprise', 'ENTERPRISE'],
  ])('takes plan %j for tier %s', (plan, tier) => {
    expect(profileFromRow({ ...row, plan }, mapping).tier).toBe(tier);
  });

  it('refuses a plan that is no tier, also one that only JavaScript knows', () => {
    for (const plan of ['platinum', 'constructor', '__proto__', 7]) {
      expect(() => profileFromRow({ ...row, plan }, mapping)).toThrow('"tier" is ');
    }
  });

  it('takes a NULL, or a column that is not there, for not set', () => {
    const { customer_ref } = row;
    const profile = profileFromRow({ customer_ref, plan: null }, { ...mapping, defaultTier: 'FREE' });
    expect(profile).toMatchObject({ userId: 'c-1', tier: 'FREE' });
    expect(profile.limits.dailyBudget).toBeUndefined();
    expect(() => profileFromRow({ customer_ref, plan: null }, mapping)).toThrow('"tier" is missing');
  });

  it('leaves alone the columns that mean something else there', () => {
    const other = {
      user_id: 'u',
      tier: 'PRO',
      version: 17,
      quality: 'AAA',
      latency: 12,
      metadata: '{"a":{}}',
    };
    const profile = profileFromRow(other, { columns: { quality: null, latency: null, metadata: null } });
    expect(profile.preferences.quality).toBe('balanced');
    expect(profile.metadata.size).toBe(0);
  });

  it('knows tiers of one’s own', () => {
    const tiers = defineTiers({ GOLD: { requestsPerHour: 1, requestsPerDay: 1, dailyBudget: 1 } });
    expect(profileFromRow({ ...row, plan: 'gold' }, { ...mapping, tiers }).tier).toBe('GOLD');
  });

  it('refuses a misspelt field: it would be a limit less', () => {
    const columns = Object.fromEntries([['customDailyBuget', 'cap_usd']]);
    expect(() => profileFromRow(row, { columns })).toThrow(
      'Parameter "a name in columns" is "customDailyBuget", but must be one of userId,',
    );
  });

  it('does not read what a row inherits', () => {
    const inherited = { columns: { userId: 'constructor' } };
    expect(() => profileFromRow({ tier: 'PRO' }, inherited)).toThrow('"userId" is missing');
  });

  it('refuses what is no row', () => {
    expect(() => profileFromRow(null)).toThrow('Parameter "row" is null, but must be an object');
  });
});
