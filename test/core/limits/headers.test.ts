import { describe, expect, it } from '@jest/globals';
import { rateLimitHeaders, type ToldDecision } from '../../../core/limits/headers';
import type { LimitState, RateLimitState } from '../../../core/limits/rateLimitState';

const NOW = 1_700_000_000_000;

const UNLIMITED: LimitState = { used: 3, limit: null, remaining: null, resetsAt: NOW + 5_000 };

/** `used` of `limit`, all of it gone in `seconds`. */
function state(used: number, limit: number, seconds: number | null): LimitState {
  const resetsAt = seconds === null ? null : NOW + seconds * 1000;
  return { used, limit, remaining: Math.max(0, limit - used), resetsAt };
}

const usage: RateLimitState = {
  hourly: state(488, 500, 1800),
  daily: state(1000, 5000, 80_000),
  budget: state(49.99, 50, 80_000),
  concurrent: UNLIMITED,
};

const headersOf = (decision: ToldDecision, legacy = false) =>
  rateLimitHeaders(decision, { now: NOW, legacy });

const allowed = (more: Partial<RateLimitState> = {}): ToldDecision => ({
  allowed: true,
  usage: { ...usage, ...more },
});

const refused = (
  limitType: Extract<ToldDecision, { allowed: false }>['limitType'],
  retryAfterMs: number | null,
  more: Partial<RateLimitState> = {},
): ToldDecision => ({ allowed: false, limitType, retryAfterMs, usage: { ...usage, ...more } });

describe('rateLimitHeaders', () => {
  it('tells the limits and what is left of them', () => {
    expect(headersOf(allowed())).toEqual({
      'RateLimit-Policy': '"hourly";q=500;w=3600, "daily";q=5000;w=86400',
      RateLimit: '"hourly";r=12;t=1800, "daily";r=4000;t=80000',
    });
  });

  it('tells concurrency by the unit of the draft, without a time', () => {
    const headers = headersOf(allowed({ concurrent: state(2, 5, 900), daily: UNLIMITED }));
    expect(headers).toEqual({
      'RateLimit-Policy': '"hourly";q=500;w=3600, "concurrent";q=5;qu="concurrent-requests"',
      RateLimit: '"hourly";r=12;t=1800, "concurrent";r=3',
    });
  });

  it('gives an unused window its whole length', () => {
    const headers = headersOf(allowed({ hourly: state(0, 500, null), daily: state(0, 5000, null) }));
    expect(headers.RateLimit).toBe('"hourly";r=500;t=3600, "daily";r=5000;t=86400');
  });

  it('rounds times up, and never gives one outside the window', () => {
    expect(headersOf(allowed({ hourly: state(1, 10, 0.2) })).RateLimit).toContain('"hourly";r=9;t=1,');
    expect(headersOf(allowed({ hourly: state(1, 10, -7) })).RateLimit).toContain('"hourly";r=9;t=0,');
    expect(headersOf(allowed({ hourly: state(1, 10, 9999) })).RateLimit).toContain('"hourly";r=9;t=3600,');
  });

  it('tells nothing when nothing is limited', () => {
    const free = { hourly: UNLIMITED, daily: UNLIMITED, budget: UNLIMITED };
    expect(headersOf(allowed(free), true)).toEqual({});
  });

  it('says with a refusal when to try again, and times nothing else', () => {
    expect(headersOf(refused('hourly', 61_001, { hourly: state(500, 500, 1800) }))).toEqual({
      'RateLimit-Policy': '"hourly";q=500;w=3600, "daily";q=5000;w=86400',
      RateLimit: '"hourly";r=0;t=62, "daily";r=4000',
      'Retry-After': '62',
    });
  });

  it('does not tell of money, only when to try again', () => {
    const headers = headersOf(refused('budget', 7_200_000), true);
    expect(headers).toEqual({
      'RateLimit-Policy': '"hourly";q=500;w=3600, "daily";q=5000;w=86400',
      RateLimit: '"hourly";r=12, "daily";r=4000',
      'Retry-After': '7200',
    });
  });

  it('gives no time when no waiting helps', () => {
    const headers = headersOf(refused('hourly', null, { hourly: state(0, 0, null) }), true);
    expect(headers.RateLimit).toBe('"hourly";r=0, "daily";r=4000');
    expect(headers).not.toHaveProperty('Retry-After');
  });

  it.each<[string, ToldDecision, string, string, string]>([
    ['the fuller window', allowed(), '500', '12', '1800'],
    ['the day when it is fuller', allowed({ daily: state(4990, 5000, 80_000) }), '5000', '10', '80000'],
    ['a limit of nothing', allowed({ daily: state(0, 0, null) }), '0', '0', '86400'],
    ['what refused', refused('daily', 30_000, { daily: state(5000, 5000, 9) }), '5000', '0', '30'],
    ['what refused', refused('concurrent', 900_000, { concurrent: state(5, 5, 900) }), '5', '0', '900'],
  ])('adds the headers of older drafts for %s', (_, decision, limit, remaining, reset) => {
    expect(headersOf(decision, true)).toMatchObject({
      'RateLimit-Limit': limit,
      'RateLimit-Remaining': remaining,
      'RateLimit-Reset': reset,
    });
  });

  it('writes lists of strings with parameters, as structured fields are', () => {
    const parameter = String.raw`;[a-z]+=(?:\d{1,15}|"[a-z-]+")`;
    const list = new RegExp(`^"[a-z]+"(?:${parameter})+(?:, "[a-z]+"(?:${parameter})+)*$`);
    const all = allowed({ concurrent: state(1, 999_999_999, 1) });
    for (const decision of [all, refused('hourly', 5_000)]) {
      const headers = headersOf(decision);
      expect(headers['RateLimit-Policy']).toMatch(list);
      expect(headers.RateLimit).toMatch(list);
    }
  });
});
