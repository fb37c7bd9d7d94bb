import { describe, expect, it } from '@jest/globals';
import { FrozenMap } from '../../../core/profiles/frozenMap';

describe('FrozenMap', () => {
  const map = new FrozenMap([
    ['__proto__', 1],
    ['b', 2],
  ]);

  it('reads like a map', () => {
    const seen: unknown[] = [];
    map.forEach((value, key, itself) => seen.push([key, value, itself === map]));
    expect(seen).toEqual([
      ['__proto__', 1, true],
      ['b', 2, true],
    ]);
    expect([map.size, map.get('b'), map.has('b'), map.has('toString')]).toEqual([2, 2, true, false]);
    expect([[...map.keys()], [...map.values()]]).toEqual([
      ['__proto__', 'b'],
      [1, 2],
    ]);
    expect([...map]).toEqual([...map.entries()]);
  });

  it('has nothing to write with, and is cut off from what it was made of', () => {
    const source = new Map([['a', 1]]);
    const copy = new FrozenMap(source);
    source.set('a', 2);
    expect(copy.get('a')).toBe(1);
    expect('set' in copy || 'delete' in copy || 'clear' in copy).toBe(false);
  });

  it('is an object in JSON, whatever its keys', () => {
    expect(JSON.stringify(map)).toBe('{"__proto__":1,"b":2}');
  });
});
