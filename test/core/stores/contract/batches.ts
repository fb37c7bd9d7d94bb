import { expect, it } from '@jest/globals';
import type { Store } from '../../../../core/stores/store';
import { HOUR_MS, profileOf, usedBy, type Surroundings } from './surroundings';

/** Long enough for a few round trips, short enough to wait for. */
const SHORT_TTL_MS = 300;

/** Texts that mean something somewhere. */
const HOSTILE = [
  '',
  ' ',
  '\n',
  'a\nb\n',
  '\r\n',
  '"',
  '"a"',
  '"\\',
  'é\u0000\u2028',
  '\ud83d\ude00',
  '\ud800',
  'a\udc00b',
  '%s $& [[',
  '{"a":"b"}',
  'null',
  'x'.repeat(100_000),
];

export function batchContract(store: () => Store, surroundings: () => Surroundings): void {
  const keep = async (batchId: string, entries: Record<string, string>, ttlMs = HOUR_MS) => {
    await store().keepBatchEntries(batchId, Object.entries(entries), ttlMs);
  };
  const find = async (batchId: string, ...keys: string[]) => await store().batchEntries(batchId, keys);

  it('gives back what was kept in the order in which it is asked for', async () => {
    expect(await find('night', 'a', 'b')).toEqual([undefined, undefined]);
    await keep('night', { a: 'one', b: 'two' });
    await keep('night', { b: 'three', c: 'four' });
    expect(await find('night', 'c', 'missing', 'a', 'b', 'a')).toEqual([
      'four',
      undefined,
      'one',
      'three',
      'one',
    ]);
    expect(await find('night')).toEqual([]);
  });

  it('keeps texts as they are, whatever they look like', async () => {
    const keys = HOSTILE.map((_, index) => `k-${String(index)}.1_A:2`);
    const entries = keys.map((key, index) => [key, HOSTILE[index] ?? ''] as const);
    await store().keepBatchEntries('night', entries, HOUR_MS);
    expect(await find('night', ...keys)).toEqual(HOSTILE);
  });

  it('keeps the last of entries that share a key', async () => {
    await store().keepBatchEntries(
      'night',
      [
        ['a', 'one'],
        ['a', 'two'],
      ],
      HOUR_MS,
    );
    expect(await find('night', 'a')).toEqual(['two']);
  });

  it('keeps batches apart from each other, and from users', async () => {
    const ids = ['ann', 'Ann', 'ann:batch', '}{', '__proto__', 'a\nb', ' ', '\ud83d\ude00'.repeat(128)];
    await store().putProfile(profileOf('ann'));
    await store().recordRequest('ann', 1);
    for (const id of ids) await keep(id, { a: `of ${id}` });
    for (const id of ids) expect(await find(id, 'a', '__proto__')).toEqual([`of ${id}`, undefined]);
    expect(await store().deleteUser('ann')).toBe(true);
    expect(await find('ann', 'a')).toEqual(['of ann']);
    expect(await store().deleteBatch('ann')).toBe(true);
    expect(await find('ann', 'a')).toEqual([undefined]);
    expect(await find('Ann', 'a')).toEqual(['of Ann']);
    expect(await usedBy(store())).toEqual([0, 0, 0, 0]);
  });

  it('keeps all of a batch for as long as was said last', async () => {
    await keep('short', { a: 'one' }, SHORT_TTL_MS);
    await keep('renewed', { a: 'one' }, SHORT_TTL_MS);
    await keep('renewed', { b: 'two' }, HOUR_MS);
    await keep('cut', { a: 'one' }, HOUR_MS);
    await keep('cut', {}, SHORT_TTL_MS);
    await store().finishBatch('renewed');
    expect(await find('short', 'a')).toEqual(['one']);
    await surroundings().pass(SHORT_TTL_MS + 20);
    expect(await find('short', 'a')).toEqual([undefined]);
    expect(await find('cut', 'a')).toEqual([undefined]);
    expect(await find('renewed', 'a', 'b')).toEqual(['one', 'two']);
    expect(await store().deleteBatch('short')).toBe(false);
    await keep('short', { b: 'three' });
    expect(await find('short', 'a', 'b')).toEqual([undefined, 'three']);
  });

  it('knows nothing of a batch that never was, or is forgotten', async () => {
    await store().finishBatch('never');
    await keep('never', {});
    expect(await store().deleteBatch('never')).toBe(false);
    await keep('once', { a: 'one' });
    expect(await store().deleteBatch('once')).toBe(true);
    expect(await store().deleteBatch('once')).toBe(false);
    await keep('once', { b: 'two' });
    expect(await find('once', 'a', 'b')).toEqual([undefined, 'two']);
  });

  it('goes on with a batch that was finished', async () => {
    await keep('night', { a: 'one' });
    await store().finishBatch('night');
    await keep('night', { b: 'two' });
    expect(await find('night', 'a', 'b')).toEqual(['one', 'two']);
  });

  it('loses nothing when many write at once', async () => {
    const keys = Array.from({ length: 120 }, (_, index) => `k${String(index)}`);
    await Promise.all(keys.map((key) => keep('night', { [key]: `of ${key}` })));
    expect(await find('night', ...keys)).toEqual(keys.map((key) => `of ${key}`));
  });

  it('keeps thousands of entries, and finds them at once', async () => {
    const keys = Array.from({ length: 3_000 }, (_, index) => `k${String(index)}`);
    await store().keepBatchEntries(
      'night',
      keys.map((key) => [key, `${key} ${'漢'.repeat(20)}`]),
      HOUR_MS,
    );
    const found = await find('night', ...keys, 'missing');
    expect(found).toHaveLength(3_001);
    expect(found.at(2_999)).toBe(`k2999 ${'漢'.repeat(20)}`);
    expect(found.at(-1)).toBeUndefined();
    expect(found.filter((text) => text === undefined)).toHaveLength(1);
  });
}
