import { expect, it } from '@jest/globals';
import type { Store } from '../../../../core/stores/store';
import { HOUR_MS, profileOf, type Surroundings } from './surroundings';

/** Long enough for a few round trips, short enough to wait for. */
const SHORT_TTL_MS = 300;

/** Values that mean something somewhere. */
const HOSTILE = [
  '__proto__',
  'EMAIL_1',
  'a\nb',
  'a\r\nEMAIL\nb',
  '"\\',
  'é\u0000\u2028',
  '\ud83d\ude00',
  '\ud800',
  '\udc00',
  ' ',
  'p:EMAIL_1',
  '%s $& [[',
  'x'.repeat(10_000),
];

export function redactionContract(store: () => Store, surroundings: () => Surroundings): void {
  const emails = (...values: readonly string[]) => values.map((value) => ({ label: 'EMAIL', value }));
  const assign = async (values: readonly string[], conversationId = 'ann', ttlMs = HOUR_MS) =>
    await store().assignPlaceholders(conversationId, emails(...values), ttlMs);

  it('names values by their labels, the same value always the same', async () => {
    expect(await assign(['a', 'b', 'a'])).toEqual(['EMAIL_1', 'EMAIL_2', 'EMAIL_1']);
    const mixed = [
      { label: 'PHONE', value: 'a' },
      { label: 'EMAIL', value: 'c' },
      { label: 'EMAIL', value: 'b' },
    ];
    expect(await store().assignPlaceholders('ann', mixed, HOUR_MS)).toEqual([
      'PHONE_1',
      'EMAIL_3',
      'EMAIL_2',
    ]);
    expect(await store().placeholdersOf('ann')).toEqual(
      new Map([
        ['EMAIL_1', 'a'],
        ['EMAIL_2', 'b'],
        ['PHONE_1', 'a'],
        ['EMAIL_3', 'c'],
      ]),
    );
  });

  it('tells labels apart that begin alike', async () => {
    const values = ['CARD', 'CARD_X', 'CARD:X'].map((label) => ({ label, value: 'X:a' }));
    const names = ['CARD_1', 'CARD_X_1', 'CARD:X_1'];
    expect(await store().assignPlaceholders('ann', values, HOUR_MS)).toEqual(names);
    expect([...(await store().placeholdersOf('ann')).keys()].sort()).toEqual([...names].sort());
  });

  it('takes values for data, whatever they look like', async () => {
    const names = await assign(HOSTILE);
    expect(new Set(names).size).toBe(HOSTILE.length);
    expect(await assign(HOSTILE)).toEqual(names);
    const values = await store().placeholdersOf('ann');
    expect(names.map((name) => values.get(name))).toEqual(HOSTILE);
  });

  it('keeps conversations apart from each other, and from users', async () => {
    await store().putProfile(profileOf('ann'));
    await store().recordRequest('ann', 1);
    for (const id of ['ann', 'Ann', 'ann:redactions', '}{', '__proto__', '\ud83d\ude00'.repeat(128)]) {
      expect(await assign([id, 'shared'], id)).toEqual(['EMAIL_1', 'EMAIL_2']);
    }
    expect((await store().placeholdersOf('Ann')).get('EMAIL_1')).toBe('Ann');
    expect(await store().deleteRedactions('ann')).toBe(true);
    expect(await store().getProfile('ann')).toEqual(profileOf('ann'));
    expect((await store().placeholdersOf('__proto__')).get('EMAIL_1')).toBe('__proto__');
  });

  it('names each value once when many ask at once', async () => {
    const requests = Array.from({ length: 60 }, (_, request) => [`v${String(request % 15)}`, 'shared']);
    const names = await Promise.all(requests.map((values) => assign(values)));
    const values = await store().placeholdersOf('ann');
    expect(values.size).toBe(16);
    expect(names.map((given) => given.map((name) => values.get(name)))).toEqual(requests);
  });

  it('knows nothing of a conversation that never was', async () => {
    expect(await store().placeholdersOf('ann')).toEqual(new Map());
    expect(await store().deleteRedactions('ann')).toBe(false);
    expect(await assign([])).toEqual([]);
    expect(await store().deleteRedactions('ann')).toBe(false);
  });

  it('forgets a conversation that is deleted, and nothing else', async () => {
    await assign(['a']);
    await assign(['b'], 'bob');
    expect(await store().deleteRedactions('ann')).toBe(true);
    expect(await store().placeholdersOf('ann')).toEqual(new Map());
    expect(await store().placeholdersOf('bob')).toEqual(new Map([['EMAIL_1', 'b']]));
    expect(await assign(['c'])).toEqual(['EMAIL_1']);
  });

  it('forgets a conversation when its time has passed without a use', async () => {
    await assign(['a'], 'ann', SHORT_TTL_MS);
    await assign(['b'], 'bob', SHORT_TTL_MS);
    await surroundings().pass(SHORT_TTL_MS / 2);
    await store().placeholdersOf('ann');
    await surroundings().pass(SHORT_TTL_MS / 2 + 20);
    expect(await store().placeholdersOf('bob')).toEqual(new Map());
    expect(await assign([], 'ann', SHORT_TTL_MS)).toEqual([]);
    await surroundings().pass(SHORT_TTL_MS / 2);
    expect(await store().placeholdersOf('ann')).toEqual(new Map([['EMAIL_1', 'a']]));
    await surroundings().pass(SHORT_TTL_MS + 20);
    expect(await store().deleteRedactions('ann')).toBe(false);
    expect(await assign(['c'], 'ann')).toEqual(['EMAIL_1']);
  });

  it('keeps 10,000 values of a conversation, and none of those that would be more', async () => {
    const many = Array.from({ length: 9_999 }, (_, index) => `value ${String(index)}`);
    await assign(many);
    const full = { code: 'REDACTIONS_FULL' };
    await expect((async () => await assign(['new', 'value 7', 'newer']))()).rejects.toMatchObject(full);
    expect((await store().placeholdersOf('ann')).size).toBe(9_999);
    expect(await assign(['new', 'value 7', 'new'])).toEqual(['EMAIL_10000', 'EMAIL_8', 'EMAIL_10000']);
    await expect((async () => await assign(['newer']))()).rejects.toMatchObject(full);
    expect(await assign(['newer'], 'bob')).toEqual(['EMAIL_1']);
  });
}
