import { describe, expect, it } from '@jest/globals';
import { routeQuery } from '../../../../core/cascade/routing/routeQuery';

const LENGTH = 50_000;
/** Milliseconds that a text of this length may take; generous, because the machine does other things too. */
const MOST_MS = 60;

describe('reading a query', () => {
  it.each([
    ['prose', 'The quick brown fox jumps over the lazy dog. '],
    ['digits', '1'],
    ['numbers', '1.2,3 '],
    ['brackets', '{['],
    ['quotation marks', '"'],
    ['opening quotation marks', '“abcdefghijklmnopq'],
    ['fences', '```'],
    ['spaces', ' '],
    ['line breaks', '\n'],
    ['lists', '\n- '],
    ['commas', 'a,b;'],
    ['selects', 'select a '],
    ['semicolons and blanks', ';  '],
    ['stack traces', 'at a.b.c '],
    ['Chinese', '合同'],
    ['Japanese', 'プログラムの契約書を'],
    ['accents', 'é\u0301\u0301\u0301'],
    ['Arabic articles', ' الال'],
    ['phrases', 'write a write a poem '],
  ])('takes time in proportion to its length: %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH - 1) + 'x';
    routeQuery(text);
    const times = Array.from({ length: 3 }, () => {
      const started = performance.now();
      routeQuery(text);
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(MOST_MS);
  });
});
