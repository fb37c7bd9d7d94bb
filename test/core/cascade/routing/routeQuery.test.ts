import { describe, expect, it } from '@jest/globals';
import { routeQuery } from '../../../../core/cascade/routing/routeQuery';
import { InvalidParameterError } from '../../../../core/errors/invalidParameterError';

const HARD =
  'Prove formally that the asymptotic lower bound holds, derive every lemma, and design and analyze a distributed algorithm that must match it exactly. Explain why.';

describe('routeQuery', () => {
  it('tells what is known of a query', () => {
    expect(routeQuery('Fix the bug in my Python function')).toMatchObject({
      complexity: 'TRIVIAL',
      domain: 'code',
      direct: false,
      signals: ['7 words', 'code word "bug"', 'code word "python"', 'code word "function"'],
    });
  });

  it('goes direct exactly when not even a faultless draft would reach the threshold', () => {
    expect(routeQuery(HARD).direct).toBe(true);
    expect(routeQuery(HARD, { preset: 'costSaver' }).direct).toBe(false);
    expect(routeQuery('Hi', { threshold: 1 }).direct).toBe(true);
    expect(routeQuery(HARD, { threshold: 0 }).direct).toBe(false);
  });

  it('prefers its threshold to that of the preset', () => {
    expect(routeQuery(HARD, { preset: 'qualityFirst', threshold: 0.1 }).direct).toBe(false);
  });

  it.each([{ threshold: 2 }, { threshold: Number.NaN }, { preset: 'cheap' }])('refuses %j', (options) => {
    const route = routeQuery as (query: string, options: unknown) => unknown;
    expect(() => route('a', options)).toThrow(InvalidParameterError);
  });

  it('refuses an empty query', () => {
    expect(() => routeQuery(' ')).toThrow('"query"');
  });
});
