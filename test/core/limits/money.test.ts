import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LARGEST_COST_USD, nanoUsdOf, readCost, usdOf } from '../../../core/limits/money';

describe('money', () => {
  it.each([
    [0, 0],
    [1, 1_000_000_000],
    [0.001, 1_000_000],
    [0.1 + 0.2, 300_000_000],
    [0.000000001, 1],
    [0.0000000004, 0],
    [0.0000000005, 1],
    [1.005, 1_005_000_000],
    [LARGEST_COST_USD, 1_000_000_000_000_000],
  ])('of %d dollars is %d billionths', (usd, nanoUsd) => {
    expect(nanoUsdOf(usd)).toBe(nanoUsd);
  });

  it('is the same dollars again', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), (nanoUsd) => {
        expect(nanoUsdOf(usdOf(nanoUsd))).toBe(nanoUsd);
      }),
    );
  });

  it('adds up to what it is in cents', () => {
    const hundredth = readCost('cost', 0.01);
    expect(Array.from({ length: 100 }, () => hundredth).reduce((sum, cost) => sum + cost)).toBe(nanoUsdOf(1));
  });
});

describe('a cost', () => {
  it.each<[string, unknown]>([
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['-Infinity', -Infinity],
    ['negative', -0.000000001],
    ['huge', 1_000_000.01],
    ['the largest number', Number.MAX_VALUE],
    ['a text', '0.5'],
    ['a bigint', 1n],
    ['missing', undefined],
    ['null', null],
    ['an object', { valueOf: () => 1 }],
    ['a list', [1]],
  ])('is not %s', (_, given) => {
    expect(() => readCost('estimatedCost', given)).toThrow(
      expect.objectContaining({
        code: 'INVALID_PARAMETER',
        parameter: 'estimatedCost',
        message: expect.stringMatching(
          /^Parameter "estimatedCost" is .+, but must be a number of US dollars from 0 to 1000000$/,
        ),
      }),
    );
  });

  it.each([0, -0, 0.5, 1e-12, 1_000_000])('is %d', (given) => {
    expect(readCost('cost', given)).toBe(Math.round(given * 1e9));
  });
});
