import { describe, expect, it } from '@jest/globals';
import { CascadeError } from '../../../core/errors/cascadeError';
import { RateLimitError, secondsOf } from '../../../core/limits/rateLimitError';
import type { LimitType } from '../../../core/stores/limitStore';

describe('a rate limit error', () => {
  it.each<[LimitType, string]>([
    ['hourly', 'The limit of requests per hour is reached'],
    ['daily', 'The limit of requests per day is reached'],
    ['budget', 'The daily budget is used up'],
    ['concurrent', 'The limit of requests at the same time is reached'],
  ])('by the %s limit says so, and when to come back', (limitType, message) => {
    const error = new RateLimitError({ allowed: false, limitType, retryAfterMs: 1_001 });
    expect(CascadeError.is(error)).toBe(true);
    expect(error).toMatchObject({
      name: 'RateLimitError',
      code: 'RATE_LIMITED',
      message,
      limitType,
      retryAfterMs: 1_001,
      retryAfterSeconds: 2,
      hint: 'Try again in 2 s.',
    });
  });

  it('says when no waiting helps', () => {
    const error = new RateLimitError({ allowed: false, limitType: 'budget', retryAfterMs: null });
    expect(error).toMatchObject({
      retryAfterMs: null,
      retryAfterSeconds: null,
      hint: 'No waiting helps: it is more than the limit ever allows.',
    });
  });
});

it.each([
  [null, null],
  [0, 0],
  [1, 1],
  [1_000, 1],
  [1_000.5, 2],
  [86_400_000, 86_400],
])('%j ms are %j seconds, never too short', (ms, seconds) => {
  expect(secondsOf(ms)).toBe(seconds);
});
