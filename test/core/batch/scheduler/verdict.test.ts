import { describe, expect, it } from '@jest/globals';
import { backOffMs, verdictOn } from '../../../../core/batch/scheduler/verdict';

describe('a verdict', () => {
  it.each([
    [{ status: 429 }, 'refused'],
    [{ status: 408 }, 'passing'],
    [{ status: 425 }, 'passing'],
    [{ status: 500 }, 'passing'],
    [{ status: 529 }, 'passing'],
    [new Error('No connection'), 'passing'],
    [undefined, 'passing'],
    [{ status: '429' }, 'passing'],
    [{ status: 400 }, 'final'],
    [{ status: 401 }, 'final'],
    [{ status: 404 }, 'final'],
  ])('on %p is %s', (thrown, kind) => {
    expect(verdictOn(thrown).kind).toBe(kind);
  });

  it('takes what makes no sense for nothing', () => {
    expect(verdictOn({ status: 429, retryAfterMs: Number.NaN, costUsd: -1 })).toMatchObject({
      retryAfterMs: undefined,
      costUsd: 0,
    });
    expect(verdictOn({ retryAfterMs: -5, costUsd: 0.5 })).toMatchObject({ retryAfterMs: 0, costUsd: 0.5 });
  });
});

describe('the time until the next attempt', () => {
  const rules = { attempts: 9, baseDelayMs: 100, maxDelayMs: 1000 };

  it('doubles up to a bound', () => {
    const waits = [1, 2, 3, 4, 5, 50].map((failures) => backOffMs(failures, rules, () => 0));
    expect(waits).toEqual([100, 200, 400, 800, 1000, 1000]);
  });

  it('is less by up to half, so that those who failed together part', () => {
    expect(backOffMs(1, rules, () => 0.999)).toBeCloseTo(50, 0);
  });
});
