import { beforeEach, describe, expect, it } from '@jest/globals';
import { CascadeJobs } from '../../../../../core/cascade/batch/jobs/cascadeJobs';
import type { Admission } from '../../../../../core/cascade/tenant/admission';
import { RateLimiter } from '../../../../../core/limits/rateLimiter';
import { createUserProfile } from '../../../../../core/profiles/createUserProfile';
import { MemoryStore } from '../../../../../core/stores/memory/memoryStore';
import { StoreUnavailableError } from '../../../../../core/stores/storeUnavailableError';
import { FakeClock } from '../../../../support/fakeClock';
import { answer, finished, jobStage, knows, knowsHalf, QUERIES, REFUSAL, sizes } from './jobStage';

const profile = createUserProfile('PRO', 'ann', { customRequestsPerHour: 3 });

let store: MemoryStore;
let limiter: RateLimiter;
let admissionOf: () => Admission;

beforeEach(() => {
  store = new MemoryStore({ clock: new FakeClock() });
  limiter = new RateLimiter({ store });
  admissionOf = () => ({ limiter, profile, estimateUsd: 0.01 });
});

async function used() {
  const { hourly, budget } = await limiter.getUsage(profile);
  return { requests: hourly.used, costUsd: budget.used };
}

describe('the limits of the users of a batch in jobs', () => {
  it('count each query once, at its estimate until its cost is known', async () => {
    const stage = jobStage([knowsHalf, knows], QUERIES.slice(0, 2), { admissionOf });
    const jobs = new CascadeJobs(stage.runs, { clock: stage.clock, discount: 0.5 });
    await stage.play(jobs.advance());
    expect(await used()).toEqual({ requests: 2, costUsd: 0.02 });
    const { items } = await finished(stage, { record: JSON.parse(JSON.stringify(jobs.record)) as unknown });
    expect(items.map((item) => item?.value?.booking)).toMatchObject([
      { status: 'settled', costUsd: 0.00006 },
      { status: 'settled', costUsd: 0.00066 },
    ]);
    expect(await used()).toEqual({ requests: 2, costUsd: 0.00072 });
  });

  it('refuse what is too much before anything is submitted, and for good', async () => {
    const stage = jobStage([knows, knows], QUERIES, { admissionOf });
    const jobs = new CascadeJobs(stage.runs, { clock: stage.clock });
    await stage.play(jobs.advance());
    expect(sizes(stage)).toEqual([[3], []]);
    await limiter.resetUsage('ann');
    const { items } = await finished(stage, { record: jobs.record });
    expect(items.map((item) => item?.status)).toEqual(['done', 'done', 'done', 'failed']);
    expect(items[3]?.error).toMatchObject({ code: 'RATE_LIMITED' });
    expect(sizes(stage)).toEqual([[3], []]);
  });

  it('tell why they refuse, when it is the same process that collects', async () => {
    const { items } = await finished(jobStage([knows, knows], QUERIES, { admissionOf }));
    expect(items[3]?.error).toMatchObject({ code: 'RATE_LIMITED', limitType: 'hourly' });
  });

  it('take a request back that no model was asked for', async () => {
    const stage = jobStage([() => answer(REFUSAL), knows], ['', QUERIES[0] ?? ''], { admissionOf });
    const { items } = await finished(stage);
    expect(items.map((item) => item?.status)).toEqual(['failed', 'done']);
    expect(await used()).toEqual({ requests: 1, costUsd: 0.00066 });
  });

  it('book what a query cost that failed', async () => {
    const stage = jobStage([() => answer(REFUSAL), () => 'expired'], QUERIES.slice(0, 1), { admissionOf });
    await finished(stage, { fallback: 'fail' });
    expect(await used()).toEqual({ requests: 1, costUsd: 0.00006 });
  });

  it('go on under the same reservation when a query is left', async () => {
    const stage = jobStage([() => 'expired', knows], QUERIES.slice(0, 1), { admissionOf });
    const { left } = await finished(stage);
    const run = left.get(0)?.run;
    const given: (string | undefined)[] = [];
    await stage.play(
      Promise.resolve(
        run?.({
          isReplayed: false,
          models: (models) => models,
          admission: (admission) => {
            given.push(admission.reservationId);
            return Promise.resolve(undefined);
          },
        }),
      ).catch(() => undefined),
    );
    expect(given).toEqual([expect.stringMatching(/^YW5u\./)]);
    expect((await used()).requests).toBe(1);
  });

  it('let queries in uncounted when the store does not answer and they may be', async () => {
    const unavailable = () => Promise.reject(new StoreUnavailableError('No store', { hint: 'Wait.' }));
    limiter = new RateLimiter({ store: Object.assign(store, { reserve: unavailable }) });
    admissionOf = () => ({ limiter, profile, whenUnavailable: 'allow' });
    const { items } = await finished(jobStage([knows, knows], QUERIES, { admissionOf }));
    expect(items.map((item) => item?.value?.booking?.status)).toEqual(QUERIES.map(() => 'uncounted'));
  });
});
