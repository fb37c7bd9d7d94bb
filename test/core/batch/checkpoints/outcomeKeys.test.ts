import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { outcomeKeys } from '../../../../core/batch/checkpoints/outcomeKeys';

const keysOf = (queries: readonly string[]) => outcomeKeys(queries, (query) => query);

describe('the keys of outcomes', () => {
  it('are those that every store takes, and say nothing of the query', () => {
    const keys = keysOf(['secret', '__proto__', '', 'a\nb', '漢', 'x'.repeat(10_000)]);
    for (const key of keys) expect(key).toMatch(/^outcome:[\w-]{43}:0$/);
  });

  it('are the same in every order, as many as there are equal queries', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd')).chain((queries) =>
          fc.tuple(
            fc.constant(queries),
            fc.shuffledSubarray(
              queries.map((_, index) => index),
              { minLength: queries.length },
            ),
          ),
        ),
        ([queries, order]) => {
          const shuffled = order.map((index) => queries[index] ?? '');
          expect([...keysOf(shuffled)].sort()).toEqual([...keysOf(queries)].sort());
          expect(new Set(keysOf(queries)).size).toBe(queries.length);
        },
      ),
    );
  });

  it('stay when other queries come or go', () => {
    expect(keysOf(['a', 'b', 'a'])).toEqual(expect.arrayContaining([...keysOf(['a', 'a'])]));
    expect(
      keysOf(['x', 'a', 'y', 'b', 'a', 'a']).filter((key) => keysOf(['a', 'b', 'a']).includes(key)),
    ).toHaveLength(3);
  });

  it('tell texts apart that UTF-8 does not', () => {
    const keys = ['\ud800', '\ud801', '\ufffd'].flatMap((query) => keysOf([query]));
    expect(new Set(keys).size).toBe(3);
  });

  it('are an error where there is none, and only there', () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    const [first, second, third] = outcomeKeys([circular, 'b', undefined], JSON.stringify);
    expect(first).toBeInstanceOf(TypeError);
    expect(second).toMatch(/^outcome:/);
    expect(third).toBeInstanceOf(Error);
  });
});
