import { describe, expect, it } from '@jest/globals';
import { RateLimitError } from '../../../core/limits/rateLimitError';
import { DEFAULT_LEASE_MS, LONGEST_LEASE_MS, RateLimiter } from '../../../core/limits/rateLimiter';
import { createUserProfile, type CreateProfileOptions } from '../../../core/profiles/createUserProfile';
import { MemoryStore } from '../../../core/stores/memory/memoryStore';
import { systemClock } from '../../../core/time/clock';
import { FakeClock } from '../../support/fakeClock';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

const unlimited: CreateProfileOptions = {
  customRequestsPerHour: null,
  customRequestsPerDay: null,
  customDailyBudget: null,
  customConcurrency: null,
};
const profileWith = (options: CreateProfileOptions = {}) =>
  createUserProfile('FREE', 'user-123', { ...unlimited, ...options });

function limited(leaseMs?: number) {
  const clock = new FakeClock();
  return { clock, limiter: new RateLimiter({ clock, leaseMs }) };
}

/** The id of a reservation that has to be let in. */
async function reserved(limiter: RateLimiter, profile = profileWith(), cost = 0): Promise<string> {
  const decision = await limiter.reserve(profile, cost);
  if (decision.allowed) return decision.reservationId;
  throw new Error(`Refused by the ${decision.limitType} limit`);
}

describe('a limiter', () => {
  it('looks, counts, settles and tells, as its documentation says', async () => {
    const { clock, limiter } = limited();
    const profile = createUserProfile('PRO', 'user-123', { preferredModels: ['gpt-4o'] });
    await limiter.checkRateLimit(profile, 0.005);
    await limiter.recordRequest(profile.userId, 0.004);
    const decision = await limiter.reserve(profile, 0.005);
    if (!decision.allowed) throw new Error('It was refused');
    expect(decision.usage.budget.used).toBe(0.009);
    expect(await limiter.settle(decision.reservationId, 0.0042)).toBe('closed');
    expect(await limiter.settle(decision.reservationId, 1)).toBe('already closed');
    expect(await limiter.release(decision.reservationId)).toBe('already closed');
    const resetsAt = clock.now() + DAY_MS;
    expect(await limiter.getUsage(profile)).toEqual({
      hourly: { used: 2, limit: 500, remaining: 498, resetsAt: clock.now() + HOUR_MS },
      daily: { used: 2, limit: 5_000, remaining: 4_998, resetsAt },
      budget: { used: 0.0082, limit: 50, remaining: 49.9918, resetsAt },
      concurrent: { used: 0, limit: null, remaining: null, resetsAt: null },
    });
  });

  it('lets nobody in by looking', async () => {
    const { limiter } = limited();
    const profile = profileWith({ customRequestsPerHour: 1 });
    for (let look = 0; look < 3; look++) await limiter.checkRateLimit(profile);
    expect((await limiter.getUsage(profile)).hourly.used).toBe(0);
  });

  it.each<[string, CreateProfileOptions, number]>([
    ['hourly', { customRequestsPerHour: 1 }, HOUR_MS],
    ['daily', { customRequestsPerDay: 1 }, DAY_MS],
    ['budget', { customDailyBudget: 0.015 }, DAY_MS],
    ['concurrent', { customConcurrency: 1 }, DEFAULT_LEASE_MS],
  ])('refuses by the %s limit, until the moment it tells', async (limitType, options, retryAfterMs) => {
    const { clock, limiter } = limited();
    const profile = profileWith(options);
    await reserved(limiter, profile, 0.01);
    const error: unknown = await limiter.checkRateLimit(profile, 0.01).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ limitType, retryAfterMs, retryAfterSeconds: retryAfterMs / 1_000 });
    const decision = await limiter.reserve(profile, 0.01);
    expect(decision).toMatchObject({ allowed: false, limitType, retryAfterMs });
    expect(decision.usage).toEqual(await limiter.getUsage(profile));
    await clock.advance(retryAfterMs - 1);
    await expect(limiter.checkRateLimit(profile, 0.01)).rejects.toMatchObject({
      retryAfterMs: 1,
      retryAfterSeconds: 1,
    });
    await clock.advance(1);
    await limiter.checkRateLimit(profile, 0.01);
    expect(await limiter.reserve(profile, 0.01)).toMatchObject({ allowed: true });
  });

  it.each<[string, CreateProfileOptions]>([
    ['hourly', { customRequestsPerHour: 0 }],
    ['daily', { customRequestsPerDay: 0 }],
    ['budget', { customDailyBudget: 0 }],
    ['concurrent', { customConcurrency: 0 }],
  ])('knows no wait when the %s limit is 0', async (limitType, options) => {
    const { limiter } = limited();
    await expect(limiter.checkRateLimit(profileWith(options))).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      limitType,
      retryAfterMs: null,
      retryAfterSeconds: null,
    });
  });

  it('lets in as many as come when nothing is limited', async () => {
    const { limiter } = limited();
    for (let request = 0; request < 5_000; request++) await reserved(limiter, profileWith(), 1_000);
    const { hourly, daily, budget, concurrent } = await limiter.getUsage(profileWith());
    for (const state of [hourly, daily, concurrent]) {
      expect(state).toMatchObject({ used: 5_000, limit: null, remaining: null });
    }
    expect(budget).toMatchObject({ used: 5_000_000, limit: null, remaining: null });
  });

  it('judges each user by the limits of their own profile', async () => {
    const { limiter } = limited();
    const [free, pro] = [createUserProfile('FREE', 'ann'), createUserProfile('PRO', 'bob')];
    for (let request = 0; request < 10; request++) {
      await limiter.recordRequest('ann', 0.001);
      await limiter.recordRequest('bob', 0.001);
    }
    await expect(limiter.checkRateLimit(free)).rejects.toMatchObject({ limitType: 'hourly' });
    await limiter.checkRateLimit(pro);
    // As soon as the plan changes.
    await limiter.checkRateLimit(createUserProfile('PRO', 'ann'));
  });

  it('forgets who is reset', async () => {
    const { limiter } = limited();
    const profile = profileWith({ customRequestsPerHour: 1 });
    const id = await reserved(limiter, profile);
    await limiter.resetUsage(profile.userId);
    expect(await limiter.settle(id, 1)).toBe('unknown');
    await reserved(limiter, profile);
  });

  it('shares what it counts with all who use the same store', async () => {
    const store = new MemoryStore();
    const profile = profileWith({ customRequestsPerHour: 1 });
    await reserved(new RateLimiter({ store }), profile);
    await expect(new RateLimiter({ store }).checkRateLimit(profile)).rejects.toThrow(RateLimitError);
    await new RateLimiter().checkRateLimit(profile);
  });
});

describe('money', () => {
  it('is exact: 100 times a tenth of a cent fits ten cents, and no more', async () => {
    const { limiter } = limited();
    const profile = profileWith({ customDailyBudget: 0.1 });
    for (let request = 0; request < 100; request++) await reserved(limiter, profile, 0.001);
    expect((await limiter.getUsage(profile)).budget).toMatchObject({ used: 0.1, limit: 0.1, remaining: 0 });
    await expect(limiter.checkRateLimit(profile, 0.000000001)).rejects.toMatchObject({ limitType: 'budget' });
    await expect(limiter.checkRateLimit(profile)).rejects.toMatchObject({ limitType: 'budget' });
  });

  it('counts a token that costs less than a millionth', async () => {
    const { limiter } = limited();
    const profile = profileWith({ customDailyBudget: 0.000000003 });
    for (let token = 0; token < 3; token++) await reserved(limiter, profile, 0.000000001);
    await expect(limiter.checkRateLimit(profile, 0.000000001)).rejects.toMatchObject({ limitType: 'budget' });
  });

  it('that was overrun blocks until it leaves the day', async () => {
    const { clock, limiter } = limited();
    const profile = profileWith({ customDailyBudget: 1 });
    await clock.advance(0.5);
    await limiter.settle(await reserved(limiter, profile, 0.01), 2.5);
    await clock.advance(HOUR_MS);
    expect((await limiter.getUsage(profile)).budget).toMatchObject({ used: 2.5, remaining: 0 });
    const refused = await limiter.reserve(profile, 0.01);
    const retryAfterMs = refused.allowed ? null : refused.retryAfterMs;
    expect(retryAfterMs).toBeCloseTo(DAY_MS - HOUR_MS, -1);
    await clock.advance((retryAfterMs ?? 0) - 1);
    await expect(limiter.checkRateLimit(profile, 0.01)).rejects.toMatchObject({ limitType: 'budget' });
    await clock.advance(1);
    await limiter.checkRateLimit(profile, 1);
  });

  it.each([NaN, Infinity, -0.01, 1_000_001])(
    'of %d dollars is refused by its name, and counts nowhere',
    async (cost) => {
      const { limiter } = limited();
      const profile = profileWith();
      const id = await reserved(limiter, profile, 0.5);
      const before = await limiter.getUsage(profile);
      const wrong = (parameter: string) => ({ code: 'INVALID_PARAMETER', parameter });
      await expect(limiter.checkRateLimit(profile, cost)).rejects.toMatchObject(wrong('estimatedCost'));
      await expect(limiter.reserve(profile, cost)).rejects.toMatchObject(wrong('estimatedCost'));
      await expect(limiter.recordRequest(profile.userId, cost)).rejects.toMatchObject(wrong('cost'));
      await expect(limiter.settle(id, cost)).rejects.toMatchObject(wrong('cost'));
      expect(await limiter.getUsage(profile)).toEqual(before);
      expect(await limiter.settle(id, 0.25)).toBe('closed');
    },
  );
});

describe('requests at the same time', () => {
  it('are let in to the last place and not one more: 50 of 200 that reserve, work and settle', async () => {
    const limiter = new RateLimiter();
    const profile = profileWith({ customRequestsPerHour: 50, customDailyBudget: 0.5 });
    const cycles = Array.from({ length: 200 }, async (_, index) => {
      const decision = await limiter.reserve(profile, 0.01);
      if (!decision.allowed) return false;
      await systemClock.sleep(index % 7);
      expect(await limiter.settle(decision.reservationId, 0.01)).toBe('closed');
      return true;
    });
    const letIn = (await Promise.all(cycles)).filter(Boolean);
    expect(letIn).toHaveLength(50);
    expect(await limiter.getUsage(profile)).toMatchObject({
      hourly: { used: 50, remaining: 0 },
      budget: { used: 0.5, remaining: 0 },
      concurrent: { used: 0 },
    });
  });

  it('are never more than may be, and the next one comes in when one ends', async () => {
    const limiter = new RateLimiter();
    const profile = profileWith({ customConcurrency: 3 });
    let [running, most, letIn] = [0, 0, 0];
    const cycles = Array.from({ length: 60 }, async (_, index) => {
      await systemClock.sleep(index % 20);
      const decision = await limiter.reserve(profile);
      if (!decision.allowed) return;
      letIn++;
      most = Math.max(most, ++running);
      await systemClock.sleep(3);
      running--;
      await limiter.settle(decision.reservationId, 0);
    });
    await Promise.all(cycles);
    expect(most).toBe(3);
    expect(letIn).toBeGreaterThan(3);
  });
});

describe('leases', () => {
  it.each([
    [undefined, DEFAULT_LEASE_MS],
    [1, 1],
    [1_500.2, 1_501],
    [LONGEST_LEASE_MS, LONGEST_LEASE_MS],
  ])('of %j ms hold a slot for %i ms', async (leaseMs, held) => {
    const { clock, limiter } = limited(leaseMs);
    const profile = profileWith({ customConcurrency: 1 });
    await reserved(limiter, profile);
    expect(await limiter.reserve(profile)).toMatchObject({ limitType: 'concurrent', retryAfterMs: held });
    await clock.advance(held);
    await reserved(limiter, profile);
  });

  it.each([0, -1, NaN, Infinity, LONGEST_LEASE_MS + 1])('are not %d ms long', (leaseMs) => {
    expect(() => new RateLimiter({ leaseMs })).toThrow(
      expect.objectContaining({ code: 'INVALID_PARAMETER', parameter: 'leaseMs' }),
    );
  });

  it('that end leave the request and its estimate counted', async () => {
    const { clock, limiter } = limited(1_000);
    const profile = profileWith({ customDailyBudget: 1 });
    for (let request = 0; request < 10; request++) await reserved(limiter, profile, 0.1);
    await clock.advance(1_000);
    expect(await limiter.reserve(profile, 0.1)).toMatchObject({ allowed: false, limitType: 'budget' });
    expect(await limiter.getUsage(profile)).toMatchObject({
      daily: { used: 10 },
      concurrent: { used: 0, resetsAt: null },
    });
  });
});

describe('what a limiter does not take', () => {
  it.each<[string, string]>([
    ['nobody', ''],
    ['a blank', ' \n'],
    ['257 letters', 'x'.repeat(257)],
    ['10 kB', 'x'.repeat(10_000)],
    ['half a letter', '\ud83d'],
  ])('a user id of %s', async (_, userId) => {
    const { limiter } = limited();
    const wrong = { code: 'INVALID_PARAMETER', parameter: 'userId' };
    await expect(limiter.recordRequest(userId, 1)).rejects.toMatchObject(wrong);
    await expect(limiter.resetUsage(userId)).rejects.toMatchObject(wrong);
  });

  it('a reservation id that it never gave', async () => {
    const { limiter } = limited();
    const wrong = { code: 'INVALID_PARAMETER', parameter: 'reservationId' };
    await expect(limiter.settle('mine', 1)).rejects.toMatchObject(wrong);
    await expect(limiter.release('')).rejects.toMatchObject(wrong);
    const other = await reserved(new RateLimiter());
    expect(await limiter.settle(other, 1)).toBe('unknown');
    expect(await limiter.release(other)).toBe('unknown');
  });
});

it.each(['__proto__', 'constructor', 'a:b', 'a\nb', '{a}', '\ud83d\ude00'])(
  'a limiter serves %j as anybody',
  async (userId) => {
    const { limiter } = limited();
    const profile = createUserProfile('FREE', userId, { customRequestsPerHour: 2 });
    await limiter.recordRequest(userId, 0.01);
    await limiter.settle(await reserved(limiter, profile), 0.02);
    expect(await limiter.getUsage(profile)).toMatchObject({ hourly: { used: 2 }, budget: { used: 0.03 } });
    await expect(limiter.checkRateLimit(profile)).rejects.toThrow(RateLimitError);
    await limiter.checkRateLimit(createUserProfile('FREE', `${userId}x`));
  },
);
