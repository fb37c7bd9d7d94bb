import { expect, it } from '@jest/globals';
import { rateLimitStateOf } from '../../../core/limits/rateLimitState';

it('a state says of each limit what is used and what is left, money in dollars', () => {
  const usage = {
    hourly: { used: 3, resetsAt: 1_000 },
    daily: { used: 7, resetsAt: 2_000 },
    budget: { used: 1_500_000_001, resetsAt: 2_000 },
    concurrent: { used: 0, resetsAt: null },
  };
  const limits = {
    requestsPerHour: 10,
    requestsPerDay: 5,
    dailyBudgetNanoUsd: 2_000_000_000,
    concurrentRequests: 0,
  };
  expect(rateLimitStateOf(usage, limits)).toEqual({
    hourly: { used: 3, limit: 10, remaining: 7, resetsAt: 1_000 },
    daily: { used: 7, limit: 5, remaining: 0, resetsAt: 2_000 },
    budget: { used: 1.500000001, limit: 2, remaining: 0.499999999, resetsAt: 2_000 },
    concurrent: { used: 0, limit: 0, remaining: 0, resetsAt: null },
  });
});

it('a state knows nothing left of what is unlimited', () => {
  const none = { used: 4, resetsAt: 1 };
  const usage = { hourly: none, daily: none, budget: none, concurrent: none };
  const limits = {
    requestsPerHour: null,
    requestsPerDay: null,
    dailyBudgetNanoUsd: null,
    concurrentRequests: null,
  };
  expect(rateLimitStateOf(usage, limits)).toEqual({
    hourly: { used: 4, limit: null, remaining: null, resetsAt: 1 },
    daily: { used: 4, limit: null, remaining: null, resetsAt: 1 },
    budget: { used: 0.000000004, limit: null, remaining: null, resetsAt: 1 },
    concurrent: { used: 4, limit: null, remaining: null, resetsAt: 1 },
  });
});
