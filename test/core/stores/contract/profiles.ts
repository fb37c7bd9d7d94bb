import { expect, it } from '@jest/globals';
import type { ProfileQuery } from '../../../../core/stores/profileStore';
import type { Store } from '../../../../core/stores/store';
import { profileOf } from './surroundings';

const TIERS = ['FREE', 'PRO', 'BUSINESS'];

export function profileContract(store: () => Store): void {
  /** All pages of a list, each as its user ids. */
  async function pagesOf(query: ProfileQuery): Promise<string[][]> {
    const pages: string[][] = [];
    let after = query.after;
    do {
      const page = await store().listProfiles({ ...query, after });
      pages.push(page.profiles.map(({ userId }) => userId));
      after = page.next;
    } while (after !== undefined);
    return pages;
  }

  /** user-00, user-01... in no order, with the three tiers in turn. */
  async function putUsers(users: number): Promise<readonly string[]> {
    const ids = Array.from({ length: users }, (_, user) => `user-${String(user).padStart(2, '0')}`);
    for (const [index, userId] of [...ids.entries()].reverse()) {
      await store().putProfile(profileOf(userId, TIERS[index % TIERS.length], JSON.stringify({ index })));
    }
    return ids;
  }

  it('gives back what was put, replaced by what was put last', async () => {
    expect(await store().getProfile('ann')).toBeUndefined();
    await store().putProfile(profileOf('ann', 'PRO', '{"version":2}'));
    await store().putProfile(profileOf('ann', 'FREE', '{"version":3}'));
    expect(await store().getProfile('ann')).toEqual(profileOf('ann', 'FREE', '{"version":3}'));
    expect(await pagesOf({ limit: 10 })).toEqual([['ann']]);
  });

  it.each([
    ['empty', ''],
    ['not JSON', '{"a":'],
    ['of every kind of letter', '{"a":"\\u0000\u2028 \ud83d\ude00 é \\" \\\\ \n"}'],
    ['long', JSON.stringify({ text: 'é'.repeat(50_000) })],
  ])('keeps a text that is %s as it is', async (_, json) => {
    await store().putProfile(profileOf('ann', 'PRO', json));
    expect(await store().getProfile('ann')).toEqual(profileOf('ann', 'PRO', json));
  });

  it('deletes what is there', async () => {
    await store().putProfile(profileOf('ann'));
    await store().putProfile(profileOf('bob'));
    expect(await store().deleteProfile('ann')).toBe(true);
    expect(await store().deleteProfile('ann')).toBe(false);
    expect(await store().getProfile('ann')).toBeUndefined();
    expect(await pagesOf({ limit: 10 })).toEqual([['bob']]);
  });

  it('lists nobody when nobody is there', async () => {
    await store().recordRequest('ann', 1);
    expect(await store().listProfiles({ limit: 10 })).toEqual({ profiles: [] });
  });

  it.each([1, 2, 7, 23, 24, 1_000])('lists all by their ids, %i on a page', async (limit) => {
    const ids = await putUsers(23);
    const pages = await pagesOf({ limit });
    expect(pages.flat()).toEqual(ids);
    expect(pages.filter((page) => page.length > limit || page.length === 0)).toEqual([]);
  });

  it('lists whole profiles', async () => {
    await putUsers(2);
    expect(await store().listProfiles({ limit: 2 })).toEqual({
      profiles: [profileOf('user-00', 'FREE', '{"index":0}'), profileOf('user-01', 'PRO', '{"index":1}')],
    });
  });

  it('lists the users of a tier, page by page', async () => {
    await putUsers(12);
    await store().putProfile(profileOf('user-03', 'PRO'));
    expect(await pagesOf({ tier: 'PRO', limit: 2 })).toEqual([
      ['user-01', 'user-03'],
      ['user-04', 'user-07'],
      ['user-10'],
    ]);
    expect(await pagesOf({ tier: 'ENTERPRISE', limit: 2 })).toEqual([[]]);
    expect(await pagesOf({ tier: 'pro', limit: 2 })).toEqual([[]]);
  });

  it('goes on after a user who is no longer there', async () => {
    await putUsers(6);
    const { next } = await store().listProfiles({ limit: 2 });
    await store().deleteProfile('user-01');
    await store().putProfile(profileOf('user-00a'));
    expect(await pagesOf({ limit: 3, after: next })).toEqual([
      ['user-02', 'user-03', 'user-04'],
      ['user-05'],
    ]);
  });

  it('goes through more users than a page of any kind holds', async () => {
    const users = Array.from({ length: 450 }, (_, user) => `u${String(user).padStart(4, '0')}`);
    const tierOf = (userId: string) => (userId < 'u0440' ? 'FREE' : 'PRO');
    await Promise.all(users.map(async (userId) => store().putProfile(profileOf(userId, tierOf(userId)))));
    expect((await pagesOf({ limit: 200 })).flat()).toEqual(users);
    expect(await pagesOf({ tier: 'PRO', limit: 50 })).toEqual([users.slice(440)]);
  });
}
