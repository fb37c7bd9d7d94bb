import { describe, expect, it } from '@jest/globals';
import { createUserProfile, MemoryStore, StoreUnavailableError, toStored } from '../../../../core';
import { readUser } from '../../../../nodes/shared/queries/user';
import { StoredProfiles } from '../../../../nodes/shared/tenants/storedProfiles';
import { nodeContext } from '../../../support/nodeContext';

const ann = createUserProfile('PRO', 'ann', { quality: 'best' });

function profiles(): Promise<StoredProfiles> {
  const store = new MemoryStore();
  store.putProfile(toStored(ann));
  return Promise.resolve(new StoredProfiles(store));
}

const read = (parameters: object, stored = profiles) =>
  readUser(nodeContext({ parameters: { ...parameters } }), 0, stored);

const down = () => Promise.reject(new StoreUnavailableError('Redis does not answer', { hint: 'Start it.' }));

describe('the user of an item', () => {
  it('is nobody when the panel says so, or nothing', async () => {
    expect(await read({})).toBeUndefined();
    expect(await read({ profileFrom: 'none', userId: 'ann' }, down)).toBeUndefined();
  });

  it('has the stored profile, all of which holds unless the panel says less', async () => {
    expect(await read({ profileFrom: 'stored', userId: 'ann' })).toEqual({
      profile: ann,
      applies: new Set(['guardrails', 'limits', 'preferences']),
    });
    const less = { profileFrom: 'stored', userId: 'ann', apply: ['limits'] };
    expect(await read(less)).toMatchObject({ applies: new Set(['limits']) });
    expect(await read({ ...less, apply: [] })).toMatchObject({ applies: new Set() });
  });

  it('may be a number, as applications often call them', async () => {
    expect(await read({ profileFrom: 'stored', userId: 42 })).toMatchObject({ profile: { userId: '42' } });
  });

  it('is FREE when unknown, or an error', async () => {
    const bob = { profileFrom: 'stored', userId: 'bob' };
    expect(await read(bob)).toMatchObject({ profile: { userId: 'bob', tier: 'FREE' } });
    await expect(read({ ...bob, unknownUser: 'error' })).rejects.toMatchObject({
      message: 'The user has no profile',
      context: { itemIndex: 0 },
    });
  });

  it('has the profile that the item brings along', async () => {
    const profile = { user_id: 'ann', tier: 'BUSINESS', enable_pii_detection: true };
    expect(await read({ profileFrom: 'item', userId: 'ann', profile }, down)).toMatchObject({
      profile: { userId: 'ann', tier: 'BUSINESS', guardrails: { enablePiiDetection: true } },
    });
  });

  it('is not somebody else', async () => {
    const profile = { user_id: 'bob', tier: 'BUSINESS' };
    await expect(read({ profileFrom: 'item', userId: 'ann', profile })).rejects.toThrow(
      'Parameter "Profile" is an object, but must be the profile of the user in User ID',
    );
  });

  it('is guarded by everything when nobody can say who it is, and such users are let in', async () => {
    const parameters = { profileFrom: 'stored', userId: 'ann' };
    await expect(read(parameters, down)).rejects.toThrow(StoreUnavailableError);
    expect(await read({ ...parameters, options: { whenUnavailable: 'allow' } }, down)).toMatchObject({
      profile: {
        userId: 'ann',
        tier: 'FREE',
        guardrails: { enableContentModeration: true, enablePiiDetection: true },
      },
    });
  });

  it('is an error when the store has another fault', async () => {
    const parameters = { profileFrom: 'stored', userId: 'ann', options: { whenUnavailable: 'allow' } };
    const broken = () => Promise.reject(new Error('broken'));
    await expect(read(parameters, broken)).rejects.toThrow('broken');
  });

  it.each<[string, object]>([
    ['User Profile From', { profileFrom: 'web', userId: 'ann' }],
    ['userId', { profileFrom: 'stored', userId: '' }],
    ['userId', { profileFrom: 'stored' }],
    ['Apply', { profileFrom: 'stored', userId: 'ann', apply: ['everything'] }],
    ['If User Is Unknown', { profileFrom: 'stored', userId: 'bob', unknownUser: 'guess' }],
    [
      'If Store Is Unavailable',
      { profileFrom: 'stored', userId: 'ann', options: { whenUnavailable: 'hope' } },
    ],
  ])('needs a right %s: %j', async (parameter, parameters) => {
    await expect(read(parameters)).rejects.toThrow(`Parameter "${parameter}" is `);
  });
});
