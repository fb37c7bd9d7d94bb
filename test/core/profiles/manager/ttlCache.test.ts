import { describe, expect, it } from '@jest/globals';
import { TtlCache } from '../../../../core/profiles/manager/ttlCache';
import { FakeClock } from '../../../support/fakeClock';

describe('TtlCache', () => {
  it('keeps a value until its time is over', async () => {
    const clock = new FakeClock();
    const cache = new TtlCache<string>({ clock, ttlMs: 1000, maxEntries: 5 });
    cache.set('a', 'first');
    await clock.advance(999);
    expect(cache.get('a')).toBe('first');
    await clock.advance(1);
    expect(cache.get('a')).toBeUndefined();
  });

  it('counts the time from the last set, not from the last get', async () => {
    const clock = new FakeClock();
    const cache = new TtlCache<string>({ clock, ttlMs: 1000, maxEntries: 5 });
    cache.set('a', 'first');
    await clock.advance(600);
    cache.set('a', 'second');
    await clock.advance(600);
    expect(cache.get('a')).toBe('second');
    await clock.advance(400);
    expect(cache.get('a')).toBeUndefined();
  });

  it('lets go what was not used for longest', () => {
    const cache = new TtlCache<number>({ clock: new FakeClock(), ttlMs: 1000, maxEntries: 3 });
    for (const [value, key] of ['a', 'b', 'c'].entries()) cache.set(key, value);
    cache.get('a');
    cache.set('b', 5);
    cache.set('d', 6);
    expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual([0, 5, undefined, 6]);
  });

  it('forgets what it is told to', () => {
    const cache = new TtlCache<number>({ clock: new FakeClock(), ttlMs: 1000, maxEntries: 3 });
    cache.set('__proto__', 1);
    cache.delete('__proto__');
    cache.delete('never there');
    expect(cache.get('__proto__')).toBeUndefined();
  });
});
