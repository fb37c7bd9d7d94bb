import { expect, it } from '@jest/globals';
import type { Store } from '../../../../core/stores/store';
import { HOUR_MS, profileOf, usedBy, type Surroundings } from './surroundings';

/** Long enough for a few round trips, short enough to wait for. */
const SHORT_TTL_MS = 300;

/** Every store keeps so many of a tenant, static data no more. */
const ALWAYS_KEPT = 20;

/** Values that mean something somewhere. */
const HOSTILE = [
  '',
  '\n',
  'a\nb',
  '"\\',
  'é\u0000\u2028',
  '\ud83d\ude00',
  '\ud800',
  '%s $& [[',
  '{"a":1}',
  '7',
];

export function responseContract(store: () => Store, surroundings: () => Surroundings): void {
  const keep = async (tenant: string, key: string, value: string, ttlMs = HOUR_MS) => {
    await store().cacheResponse(tenant, key, value, ttlMs);
  };
  const find = async (tenant: string, key: string) => await store().cachedResponse(tenant, key);

  it('gives back what was kept, replaced by what was kept last', async () => {
    expect(await find('ann', 'k1')).toBeUndefined();
    await keep('ann', 'k1', 'one');
    await keep('ann', 'k1', 'two');
    expect(await find('ann', 'k1')).toBe('two');
    expect(await find('ann', 'k2')).toBeUndefined();
  });

  it.each(HOSTILE)('keeps a value as it is: %j', async (value) => {
    await keep('ann', 'k', value);
    expect(await find('ann', 'k')).toBe(value);
  });

  it('keeps tenants apart, and who has no name from all of them', async () => {
    const tenants = ['ann', 'Ann', '', 'anonymous', 'ann:k', '}{', '__proto__', '\ud83d\ude00'];
    for (const tenant of tenants) await keep(tenant, 'k', `of ${tenant}`);
    for (const tenant of tenants) expect(await find(tenant, 'k')).toBe(`of ${tenant}`);
  });

  it('forgets each when its time is over', async () => {
    await keep('ann', 'short', 'a', SHORT_TTL_MS);
    await keep('ann', 'long', 'b', HOUR_MS);
    await keep('ann', 'renewed', 'c', SHORT_TTL_MS);
    await keep('ann', 'renewed', 'd', HOUR_MS);
    expect(await find('ann', 'short')).toBe('a');
    await surroundings().pass(SHORT_TTL_MS + 20);
    expect(await find('ann', 'short')).toBeUndefined();
    expect(await find('ann', 'long')).toBe('b');
    expect(await find('ann', 'renewed')).toBe('d');
    expect(await store().exportUser('ann')).toEqual({ responses: ['b', 'd'] });
  });

  it('knows nothing of a user whose responses are all over', async () => {
    await keep('ann', 'k', 'a', SHORT_TTL_MS);
    await surroundings().pass(SHORT_TTL_MS + 20);
    expect(await store().exportUser('ann')).toBeUndefined();
    expect(await store().deleteUser('ann')).toBe(false);
  });

  it('keeps a number of them for each tenant: those that were kept first go', async () => {
    for (let index = 0; index < 110; index++) await keep('ann', `k${String(index)}`, String(index));
    await keep('bob', 'k0', 'of bob');
    const found = await Promise.all(
      Array.from({ length: 110 }, (_, index) => find('ann', `k${String(index)}`)),
    );
    const kept = found.filter((value) => value !== undefined);
    expect(kept.length).toBeGreaterThanOrEqual(ALWAYS_KEPT);
    expect(kept.length).toBeLessThanOrEqual(100);
    expect(found.slice(-kept.length)).toEqual(kept);
    expect(await find('bob', 'k0')).toBe('of bob');
  });

  it('keeps no more than 1 MB of a tenant, and nothing that is larger', async () => {
    for (let index = 0; index < 30; index++) await keep('ann', `k${String(index)}`, 'x'.repeat(100_000));
    const { responses = [] } = (await store().exportUser('ann')) ?? {};
    expect(responses.join('').length).toBeLessThanOrEqual(1_048_576);
    await keep('ann', 'huge', 'x'.repeat(1_048_577));
    expect(await find('ann', 'huge')).toBeUndefined();
  });

  it('counts what is replaced once', async () => {
    for (let index = 0; index < 2 * ALWAYS_KEPT; index++) await keep('ann', 'again', String(index));
    for (let index = 1; index < ALWAYS_KEPT; index++) await keep('ann', `k${String(index)}`, String(index));
    expect(await find('ann', 'again')).toBe('39');
    expect((await store().exportUser('ann'))?.responses).toHaveLength(ALWAYS_KEPT);
  });

  it('forgets those of a user who is erased, and nobody else’s', async () => {
    await keep('ann', 'k', 'of ann');
    await keep('bob', 'k', 'of bob');
    await store().putProfile(profileOf('ann'));
    await store().recordRequest('ann', 5);
    expect(await store().exportUser('ann')).toMatchObject({ responses: ['of ann'] });
    expect(await store().deleteUser('ann')).toBe(true);
    expect(await find('ann', 'k')).toBeUndefined();
    expect(await usedBy(store())).toEqual([0, 0, 0, 0]);
    expect(await store().deleteUser('bob')).toBe(true);
    expect(await store().deleteUser('bob')).toBe(false);
  });

  it('keeps them when only the usage is reset', async () => {
    await keep('ann', 'k', 'of ann');
    await store().resetUsage('ann');
    expect(await find('ann', 'k')).toBe('of ann');
  });
}
