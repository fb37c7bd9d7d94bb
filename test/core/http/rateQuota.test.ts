import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { rateQuotaOf, type RateQuota } from '../../../core/http/rateQuota';

const NOW = Date.parse('2026-11-23T12:00:00Z');

function quotaIn(headers: Record<string, string>): RateQuota | undefined {
  return rateQuotaOf((name) => headers[name], NOW);
}

it.each<[string, Record<string, string>, RateQuota | undefined]>([
  [
    'OpenAI',
    {
      'x-ratelimit-limit-requests': '60',
      'x-ratelimit-remaining-requests': '59',
      'x-ratelimit-reset-requests': '1s',
      'x-ratelimit-limit-tokens': '150000',
      'x-ratelimit-remaining-tokens': '149984',
      'x-ratelimit-reset-tokens': '6m0s',
    },
    {
      requests: { remaining: 59, limit: 60, resetsInMs: 1000 },
      tokens: { remaining: 149_984, limit: 150_000, resetsInMs: 360_000 },
    },
  ],
  [
    'Anthropic, whose tighter limit binds',
    {
      'anthropic-ratelimit-requests-limit': '50',
      'anthropic-ratelimit-requests-remaining': '0',
      'anthropic-ratelimit-requests-reset': '2026-11-23T12:00:30Z',
      'anthropic-ratelimit-input-tokens-limit': '40000',
      'anthropic-ratelimit-input-tokens-remaining': '30000',
      'anthropic-ratelimit-input-tokens-reset': '2026-11-23T12:00:15.5Z',
      'anthropic-ratelimit-output-tokens-limit': '8000',
      'anthropic-ratelimit-output-tokens-remaining': '1000',
      'anthropic-ratelimit-output-tokens-reset': '2026-11-23T13:00:50+01:00',
    },
    {
      requests: { remaining: 0, limit: 50, resetsInMs: 30_000 },
      tokens: { remaining: 1000, limit: 8000, resetsInMs: 50_000 },
    },
  ],
  [
    'Azure, which does not know one of them',
    {
      'x-ratelimit-limit-tokens': '-1',
      'x-ratelimit-remaining-tokens': '-1',
      'x-ratelimit-reset-tokens': '0',
      'x-ratelimit-remaining-requests': '7',
      'x-ratelimit-reset-requests': '12',
    },
    { requests: { remaining: 7, limit: undefined, resetsInMs: 12_000 }, tokens: undefined },
  ],
  [
    'OpenRouter, which says when',
    {
      'x-ratelimit-limit': '20',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(NOW + 45_000),
    },
    { requests: { remaining: 0, limit: 20, resetsInMs: 45_000 }, tokens: undefined },
  ],
  [
    'an instant in seconds that is over',
    { 'ratelimit-remaining': '3', 'ratelimit-reset': String(NOW / 1000 - 5) },
    { requests: { remaining: 3, limit: undefined, resetsInMs: 0 }, tokens: undefined },
  ],
  ['nobody', {}, undefined],
  ['who says no reset', { 'x-ratelimit-remaining-requests': '7' }, undefined],
  [
    'who has more left than there is',
    {
      'x-ratelimit-limit-requests': '5',
      'x-ratelimit-remaining-requests': '6',
      'x-ratelimit-reset-requests': '1s',
    },
    undefined,
  ],
])('reads the headers of %s', (_, headers, quota) => {
  expect(quotaIn(headers)).toEqual(quota);
});

describe('a reset', () => {
  it.each<[string, number | undefined]>([
    ['120ms', 120],
    ['6m0s', 360_000],
    ['1h2m3.5s', 3_723_500],
    ['2d', 172_800_000],
    ['500µs', 0.5],
    ['7.66s', 7660],
    [' 1s ', 1000],
    ['0', 0],
    ['0.5', 500],
    ['2026-11-23T11:59:00Z', 0],
    ['40d', undefined],
    ['2030-01-01T00:00:00Z', undefined],
    ['9999999999999', undefined],
    ['', undefined],
    ['s', undefined],
    ['1s!', undefined],
    ['!1s', undefined],
    ['1 s', undefined],
    ['-1s', undefined],
    ['-5', undefined],
    ['1e3', undefined],
    ['soon', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    ['2026-13-45T99:99:99Z', undefined],
    ['1h'.repeat(50), undefined],
  ])('of "%s" is in %p ms', (reset, ms) => {
    const quota = quotaIn({ 'x-ratelimit-remaining-requests': '1', 'x-ratelimit-reset-requests': reset });
    expect(quota?.requests?.resetsInMs).toBe(ms);
  });
});

it('makes sense of whatever stands in the headers, or nothing', () => {
  const names = ['x-ratelimit-limit-tokens', 'x-ratelimit-remaining-tokens', 'x-ratelimit-reset-tokens'];
  const value = fc.oneof(
    fc.string(),
    fc.integer().map(String),
    fc.stringMatching(/^[0-9.hmsd]{0,60}$/),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 3, maxLength: 3 }), (values) => {
      const { tokens } =
        quotaIn(Object.fromEntries(names.map((name, place) => [name, values[place] ?? '']))) ?? {};
      if (!tokens) return;
      const { remaining, limit = Infinity, resetsInMs } = tokens;
      expect(remaining).toBeGreaterThanOrEqual(0);
      expect(remaining).toBeLessThanOrEqual(limit);
      expect(resetsInMs).toBeGreaterThanOrEqual(0);
      expect(resetsInMs).toBeLessThanOrEqual(31 * 86_400_000);
    }),
    { numRuns: 500 },
  );
});
