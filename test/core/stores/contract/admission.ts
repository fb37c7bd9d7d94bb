import { expect, it } from '@jest/globals';
import type { LimitType, UsageLimits } from '../../../../core/stores/limitStore';
import type { Store } from '../../../../core/stores/store';
import { admitted, DAY_MS, HOUR_MS, LEASE_MS, requestOf, usedBy, usedIn } from './surroundings';

/** A limit that one request of a dollar fills. */
const full: readonly [LimitType, Partial<UsageLimits>, wait: number][] = [
  ['hourly', { requestsPerHour: 1 }, HOUR_MS],
  ['daily', { requestsPerDay: 1 }, DAY_MS],
  ['budget', { dailyBudgetNanoUsd: 1_000_000_000 }, DAY_MS],
  ['concurrent', { concurrentRequests: 1 }, LEASE_MS],
];
const zero: readonly [LimitType, Partial<UsageLimits>][] = [
  ['hourly', { requestsPerHour: 0 }],
  ['daily', { requestsPerDay: 0 }],
  ['budget', { dailyBudgetNanoUsd: 0 }],
  ['concurrent', { concurrentRequests: 0 }],
];
/** What a few slow round trips may take of a wait. */
const SLACK_MS = 10_000;

export function admissionContract(store: () => Store): void {
  const dollar = (limits: Partial<UsageLimits> = {}) => requestOf(limits, { estimateNanoUsd: 1_000_000_000 });

  it('knows nothing of a user who never came', async () => {
    const nothing = { used: 0, resetsAt: null };
    const usage = { hourly: nothing, daily: nothing, budget: nothing, concurrent: nothing };
    expect(await store().getUsage('ann')).toEqual(usage);
    expect(await store().check(requestOf())).toEqual({ allowed: true });
    expect(await store().exportUser('ann')).toBeUndefined();
  });

  it('looks without counting', async () => {
    for (let look = 0; look < 5; look++) {
      expect(await store().check(dollar({ requestsPerHour: 1 }))).toEqual({ allowed: true });
    }
    expect(await usedBy(store())).toEqual([0, 0, 0, 0]);
  });

  it('counts what it lets in, in all windows', async () => {
    const first = await store().reserve(dollar(), LEASE_MS);
    const second = await store().reserve(dollar(), LEASE_MS);
    expect([first, second]).toMatchObject([{ allowed: true }, { allowed: true }]);
    expect(usedIn(second.usage)).toEqual([2, 2, 2_000_000_000, 2]);
    expect(await store().getUsage('ann')).toEqual(second.usage);
  });

  it('tells when all that counts will have left', async () => {
    const id = await admitted(store(), requestOf());
    const time = Number(id.split('.')[2]);
    expect(await store().getUsage('ann')).toEqual({
      hourly: { used: 1, resetsAt: time + HOUR_MS },
      daily: { used: 1, resetsAt: time + DAY_MS },
      budget: { used: 0, resetsAt: null },
      concurrent: { used: 1, resetsAt: time + LEASE_MS },
    });
  });

  it('knows no limit where there is none', async () => {
    for (let request = 0; request < 300; request++) await admitted(store(), dollar());
    expect(await usedBy(store())).toEqual([300, 300, 300_000_000_000, 300]);
  });

  it.each(full)('refuses by the %s limit, and counts that nowhere', async (limitType, limits, wait) => {
    await admitted(store(), dollar());
    const before = await store().getUsage('ann');
    const refused = await store().reserve(dollar(limits), LEASE_MS);
    expect(refused).toEqual({ allowed: false, limitType, retryAfterMs: expect.any(Number), usage: before });
    if (refused.allowed) throw new Error('It was let in');
    // A moment is taken for the whole ms after it when it is counted, for the one before when it is judged.
    expect(refused.retryAfterMs).toBeLessThanOrEqual(wait + 1);
    expect(refused.retryAfterMs).toBeGreaterThan(wait - SLACK_MS);
    expect(await store().check(dollar(limits))).toMatchObject({ allowed: false, limitType });
    expect(await store().getUsage('ann')).toEqual(before);
  });

  it.each(zero)('knows no wait when the %s limit is 0', async (limitType, limits) => {
    const refusal = { allowed: false, limitType, retryAfterMs: null };
    expect(await store().check(requestOf(limits))).toEqual(refusal);
    await admitted(store(), requestOf());
    expect(await store().reserve(requestOf(limits), LEASE_MS)).toMatchObject(refusal);
  });

  it('knows no wait for what costs more than the budget', async () => {
    const limits = { dailyBudgetNanoUsd: 999_999_999 };
    const refusal = { allowed: false, limitType: 'budget', retryAfterMs: null };
    expect(await store().check(dollar(limits))).toEqual(refusal);
    expect(await store().reserve(dollar(limits), LEASE_MS)).toMatchObject(refusal);
    expect(await store().exportUser('ann')).toBeUndefined();
  });

  it('tells the limit that binds longest', async () => {
    await admitted(store(), dollar());
    const all = { requestsPerHour: 1, requestsPerDay: 1, concurrentRequests: 1 };
    expect(await store().check(dollar(all))).toMatchObject({ limitType: 'daily' });
    expect(await store().check(dollar({ ...all, requestsPerDay: null }))).toMatchObject({
      limitType: 'hourly',
    });
    expect(await store().check(dollar({ ...all, concurrentRequests: 0 }))).toMatchObject({
      limitType: 'concurrent',
      retryAfterMs: null,
    });
  });

  it('keeps a budget to the billionth of a dollar', async () => {
    const limits = { dailyBudgetNanoUsd: 100_000_001 };
    const cents = requestOf(limits, { estimateNanoUsd: 1_000_000 });
    for (let request = 0; request < 100; request++) await admitted(store(), cents);
    expect(await store().check(requestOf(limits, { estimateNanoUsd: 2 }))).toMatchObject({ allowed: false });
    await admitted(store(), requestOf(limits, { estimateNanoUsd: 1 }));
    expect(await usedBy(store())).toEqual([101, 101, 100_000_001, 101]);
  });

  it('refuses a request without an estimate once the budget is used up', async () => {
    const limits = { dailyBudgetNanoUsd: 5 };
    await admitted(store(), requestOf(limits, { estimateNanoUsd: 4 }));
    const id = await admitted(store(), requestOf(limits));
    await store().settle(id, 1);
    expect(await store().check(requestOf(limits))).toMatchObject({ allowed: false, limitType: 'budget' });
  });

  it('lets in exactly as many as there is room for when all come at once', async () => {
    const request = requestOf({ requestsPerHour: 50 });
    const reservations = await Promise.all(
      Array.from({ length: 200 }, async () => await store().reserve(request, LEASE_MS)),
    );
    expect(reservations.filter(({ allowed }) => allowed)).toHaveLength(50);
    expect(await usedBy(store())).toEqual([50, 50, 0, 50]);
  });

  it('judges the same user by other limits as soon as they change', async () => {
    for (let request = 0; request < 3; request++) await admitted(store(), requestOf());
    expect(await store().check(requestOf({ requestsPerDay: 2 }))).toMatchObject({ allowed: false });
    expect(await store().check(requestOf({ requestsPerDay: 4 }))).toEqual({ allowed: true });
  });

  it('counts a request that was made, whatever the limits say', async () => {
    await admitted(store(), requestOf({ requestsPerHour: 1 }));
    await store().recordRequest('ann', 7);
    await store().recordRequest('ann', 0);
    expect(await usedBy(store())).toEqual([3, 3, 7, 1]);
  });

  it('holds sums of the largest costs exactly', async () => {
    const million = 1_000_000_000_000_000;
    await store().recordRequest('ann', million);
    await admitted(store(), requestOf({}, { estimateNanoUsd: million }));
    await store().recordRequest('ann', 1);
    expect(await usedBy(store())).toEqual([3, 3, 2 * million + 1, 1]);
  });

  it('forgets a user who is reset, and nobody else', async () => {
    const id = await admitted(store(), dollar());
    await store().recordRequest('bob', 7);
    await store().resetUsage('ann');
    expect(await usedBy(store())).toEqual([0, 0, 0, 0]);
    expect(await usedBy(store(), 'bob')).toEqual([1, 1, 7, 0]);
    expect(await store().settle(id, 5)).toBe('unknown');
    expect(await store().exportUser('ann')).toBeUndefined();
    await store().resetUsage('nobody');
  });
}
