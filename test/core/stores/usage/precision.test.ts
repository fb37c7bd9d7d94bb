import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { UsageLimits } from '../../../../core/stores/limitStore';
import { UserUsage } from '../../../../core/stores/usage/userUsage';
import { ExactLimiter } from './support/exactLimiter';
import { burstyDays, type Appetite, type Arrival } from './support/trace';

interface Verdict {
  readonly admitted: number;
  /** How many an exact limiter lets in of the same requests. */
  readonly due: number;
  /** How many were let in though a window was full. */
  readonly beyond: number;
}

function judge(arrivals: readonly Arrival[], limits: UsageLimits): Verdict {
  const usage = new UserUsage();
  const history = new ExactLimiter(limits);
  const exact = new ExactLimiter(limits);
  let beyond = 0;
  for (const arrival of arrivals) {
    const { time, nanoUsd: estimateNanoUsd } = arrival;
    if (exact.hasRoom(arrival)) exact.add(arrival);
    usage.expire(time);
    if (usage.refusal({ limits, estimateNanoUsd }, time)) continue;
    if (!history.hasRoom(arrival)) beyond++;
    history.add(arrival);
    usage.record(estimateNanoUsd, time);
  }
  return { admitted: history.admitted, due: exact.admitted, beyond };
}

const tiers = {
  FREE: { requestsPerHour: 10, requestsPerDay: 100, dailyBudget: 0.1 },
  STARTER: { requestsPerHour: 100, requestsPerDay: 1_000, dailyBudget: 5 },
  PRO: { requestsPerHour: 500, requestsPerDay: 5_000, dailyBudget: 50 },
  BUSINESS: { requestsPerHour: 2_000, requestsPerDay: 20_000, dailyBudget: 200 },
};
/** A day's requests cost so many times a day's budget: the hour, the day or the money binds. */
const prices = [0.25, 1, 3];
const seeds = [1, 2, 3];

describe.each(Object.entries(tiers))('two days of bursts against %s', (_, tier) => {
  const limits: UsageLimits = {
    ...tier,
    dailyBudgetNanoUsd: tier.dailyBudget * 1e9,
    concurrentRequests: null,
  };
  const verdicts = prices.flatMap((price) => {
    const appetite: Appetite = { ...tier, nanoUsd: (price * tier.dailyBudget * 1e9) / tier.requestsPerDay };
    return seeds.flatMap((seed) =>
      fc.sample(burstyDays(appetite), { seed, numRuns: 1 }).map((arrivals) => judge(arrivals, limits)),
    );
  });

  it('let in nothing beyond a limit', () => {
    expect(verdicts.map(({ beyond }) => beyond)).toEqual(verdicts.map(() => 0));
  });

  it('let in at most 1 % less than an exact window does', () => {
    const shares = verdicts.map(({ admitted, due }) => admitted / due);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.99);
  });
});

it('what is few is let in exactly as an exact window does', () => {
  const appetite: Appetite = { requestsPerHour: 10, requestsPerDay: 100, nanoUsd: 1_000_000 };
  const limits: UsageLimits = {
    requestsPerHour: 10,
    requestsPerDay: 100,
    dailyBudgetNanoUsd: 80_000_000,
    concurrentRequests: null,
  };
  fc.assert(
    fc.property(burstyDays(appetite), (arrivals) => {
      const { admitted, due, beyond } = judge(arrivals, limits);
      expect({ admitted, beyond }).toEqual({ admitted: due, beyond: 0 });
    }),
    { numRuns: 40 },
  );
});
