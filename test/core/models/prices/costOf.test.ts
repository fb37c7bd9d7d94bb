import { describe, expect, it } from '@jest/globals';
import { InvalidParameterError } from '../../../../core/errors/invalidParameterError';
import { costOf } from '../../../../core/models/prices/costOf';
import type { ModelPrice } from '../../../../core/models/prices/modelPrice';

const PRICE: ModelPrice = { inputPerMillion: 2.5, outputPerMillion: 10 };
const CACHED: ModelPrice = { ...PRICE, cachedInputPerMillion: 1.25 };
const TIERED: ModelPrice = {
  ...CACHED,
  tiers: [
    { inputTokensAbove: 500, inputPerMillion: 20, outputPerMillion: 80 },
    { inputTokensAbove: 100, inputPerMillion: 5, outputPerMillion: 20, cachedInputPerMillion: 2.5 },
  ],
};

describe('costOf', () => {
  it.each<[string, Parameters<typeof costOf>, number]>([
    ['nothing used', [{ inputTokens: 0, outputTokens: 0 }, PRICE], 0],
    ['a million tokens each way', [{ inputTokens: 1e6, outputTokens: 1e6 }, PRICE], 12.5],
    ['one token', [{ inputTokens: 1, outputTokens: 0 }, PRICE], 0.0000025],
    [
      'a token cheaper than a micro-dollar',
      [
        { inputTokens: 1, outputTokens: 0 },
        { inputPerMillion: 0.003, outputPerMillion: 0 },
      ],
      3e-9,
    ],
    [
      'half a nano-dollar, rounded up',
      [
        { inputTokens: 1, outputTokens: 0 },
        { inputPerMillion: 0.0025, outputPerMillion: 0 },
      ],
      3e-9,
    ],
    [
      'cached input without a rate of its own',
      [{ inputTokens: 100, outputTokens: 0, cachedInputTokens: 60 }, PRICE],
      0.00025,
    ],
    [
      'cached input as part of all input',
      [{ inputTokens: 100, outputTokens: 0, cachedInputTokens: 60 }, CACHED],
      0.000175,
    ],
    [
      'input written to the cache without a rate of its own',
      [{ inputTokens: 100, outputTokens: 0, cacheWriteInputTokens: 60 }, CACHED],
      0.00025,
    ],
    [
      'input read from the cache and written to it',
      [
        { inputTokens: 100, outputTokens: 0, cachedInputTokens: 60, cacheWriteInputTokens: 20 },
        { ...CACHED, cacheWritePerMillion: 3.125 },
      ],
      0.0001875,
    ],
    [
      'more cached than sent',
      [{ inputTokens: 100, outputTokens: 0, cachedInputTokens: 900 }, CACHED],
      0.000125,
    ],
    [
      'a fee for each request',
      [
        { inputTokens: 1, outputTokens: 1 },
        { ...PRICE, perRequest: 0.012 },
      ],
      0.0120125,
    ],
    ['a prompt at the edge of a tier', [{ inputTokens: 100, outputTokens: 10 }, TIERED], 0.00035],
    ['a prompt above it, output included', [{ inputTokens: 101, outputTokens: 10 }, TIERED], 0.000705],
    [
      'cached input in a tier',
      [{ inputTokens: 200, outputTokens: 0, cachedInputTokens: 100 }, TIERED],
      0.00075,
    ],
    [
      'cached input in a tier without a cached rate',
      [{ inputTokens: 600, outputTokens: 0, cachedInputTokens: 100 }, TIERED],
      0.012,
    ],
    [
      'a free model',
      [
        { inputTokens: 1e6, outputTokens: 1e6 },
        { inputPerMillion: 0, outputPerMillion: 0 },
      ],
      0,
    ],
  ])('bills %s', (_what, [usage, price], dollars) => {
    expect(costOf(usage, price)).toBe(dollars);
  });

  it.each<[string, Parameters<typeof costOf>]>([
    ['usage.inputTokens', [{ inputTokens: NaN, outputTokens: 0 }, PRICE]],
    ['usage.outputTokens', [{ inputTokens: 0, outputTokens: -1 }, PRICE]],
    ['usage.cachedInputTokens', [{ inputTokens: 0, outputTokens: 0, cachedInputTokens: Infinity }, PRICE]],
    [
      'price.inputPerMillion',
      [
        { inputTokens: 1, outputTokens: 1 },
        { ...PRICE, inputPerMillion: -1 },
      ],
    ],
    [
      'price.outputPerMillion',
      [
        { inputTokens: 1, outputTokens: 1 },
        { ...PRICE, outputPerMillion: NaN },
      ],
    ],
    [
      'price.cachedInputPerMillion',
      [
        { inputTokens: 1, outputTokens: 1 },
        { ...PRICE, cachedInputPerMillion: -0.1 },
      ],
    ],
    [
      'price.perRequest',
      [
        { inputTokens: 1, outputTokens: 1 },
        { ...PRICE, perRequest: Infinity },
      ],
    ],
  ])('refuses a wrong %s', (parameter, [usage, price]) => {
    expect(() => costOf(usage, price)).toThrow(InvalidParameterError);
    expect(() => costOf(usage, price)).toThrow(parameter);
  });
});

describe('a sum of costs', () => {
  it('is exact over a million tiny requests', () => {
    const price = { inputPerMillion: 0.037, outputPerMillion: 0.003625 };
    let nanoDollars = 0;
    let dollars = 0;
    for (let request = 0; request < 1_000_000; request += 1) {
      const cost = costOf({ inputTokens: 3, outputTokens: 1 }, price);
      nanoDollars += Math.round(cost * 1e9);
      dollars += cost;
    }
    expect(nanoDollars).toBe(115_000_000);
    expect(dollars).toBeCloseTo(0.115, 9);
  });

  it('does not depend on how requests are grouped, while rates are whole nano-dollars a token', () => {
    const price = { inputPerMillion: 0.075, outputPerMillion: 0.3, cachedInputPerMillion: 0.019 };
    for (const { inputTokens, outputTokens, cachedInputTokens } of randomUsages(1000)) {
      const parts =
        costOf({ inputTokens: inputTokens - cachedInputTokens, outputTokens: 0 }, price) +
        costOf({ inputTokens: cachedInputTokens, outputTokens: 0, cachedInputTokens }, price) +
        costOf({ inputTokens: 0, outputTokens }, price);
      expect(costOf({ inputTokens, outputTokens, cachedInputTokens }, price)).toBeCloseTo(parts, 12);
    }
  });

  it('never falls when more is used, and never below what caching saves', () => {
    for (const usage of randomUsages(1000)) {
      const cost = costOf(usage, CACHED);
      expect(costOf({ ...usage, outputTokens: usage.outputTokens + 1 }, CACHED)).toBeGreaterThan(cost);
      expect(costOf({ ...usage, inputTokens: usage.inputTokens + 1 }, CACHED)).toBeGreaterThan(cost);
      expect(cost).toBeLessThanOrEqual(costOf(usage, PRICE));
      expect(Number.isSafeInteger(Math.round(cost * 1e9))).toBe(true);
      expect(cost).toBe(Math.round(cost * 1e9) / 1e9);
    }
  });
});

/** The same usages on every run: a linear congruential generator (Numerical Recipes, 7.1). */
function randomUsages(count: number) {
  let state = 42;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % limit;
  };
  return Array.from({ length: count }, () => {
    const inputTokens = 1 + below(200_000);
    return { inputTokens, outputTokens: below(20_000), cachedInputTokens: below(inputTokens) };
  });
}
