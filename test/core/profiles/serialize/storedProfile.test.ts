import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createUserProfile } from '../../../../core/profiles/createUserProfile';
import { fromStored, toStored } from '../../../../core/profiles/serialize/storedProfile';
import { arbitraryProfile } from '../support/arbitraryProfile';

it('a stored profile is read back the same', () => {
  fc.assert(
    fc.property(arbitraryProfile, (profile) => {
      const stored = toStored(profile);
      expect(stored).toMatchObject({ userId: profile.userId, tier: profile.tier });
      expect(fromStored(stored)).toEqual(profile);
    }),
  );
});

it('an ordinary profile takes few bytes', () => {
  expect(toStored(createUserProfile('PRO', 'user-123')).json.length).toBeLessThan(100);
});

it.each([
  ['{"version":2', 'it is not JSON'],
  ['null', 'it is not JSON'],
  ['{"version":2,"userId":"other","tier":"PRO"}', 'it belongs to another user'],
])('a store that holds %s is corrupt', (json, detail) => {
  const stored = { userId: 'u', tier: 'PRO', json };
  expect(() => fromStored(stored)).toThrow(`The profile of a user cannot be read from the store: ${detail}`);
});

it('a stored profile with an unknown tier is refused', () => {
  const stored = { userId: 'u', tier: 'PRO', json: '{"version":2,"userId":"u","tier":"PLATINUM"}' };
  expect(() => fromStored(stored)).toThrow('"tier" is "PLATINUM", but must be one of FREE,');
});
