import { describe, expect, it } from '@jest/globals';
import type { CascadeRunContext } from '../../../../../core/cascade/batch/cascadeRun';
import { CascadeJobs, type CascadeJobsOptions } from '../../../../../core/cascade/batch/jobs/cascadeJobs';
import type { JobsResult } from '../../../../../core/cascade/batch/jobs/jobsResult';
import { ChatModelError } from '../../../../../core/models/chatModelError';
import { JobInDoubtError } from '../../../../../core/models/jobs/jobInDoubtError';
import { JobsUnavailableError } from '../../../../../core/models/jobs/jobsUnavailableError';
import {
  answer,
  asked,
  askedIn,
  capital,
  finished,
  jobStage,
  knows,
  knowsHalf,
  QUERIES,
  REFUSAL,
  sizes,
  type JobStage,
  type Work,
  type Worked,
} from './jobStage';

const ALONE: CascadeRunContext = {
  isReplayed: false,
  models: (models) => models,
  admission: (admission) => Promise.resolve(admission),
};

/** What the queries say that are left, and what they cost, when they are run one at a time. */
async function runLeft({ play }: JobStage, { left }: JobsResult) {
  const results = await play(Promise.all([...left.values()].map(({ run }) => run(ALONE))));
  return results.map(({ output, cascade }) => ({ output, costUsd: cascade.costUsd }));
}

const codes = ({ left }: JobsResult) => [...left.values()].map(({ error }) => error.code);

describe('a query that jobs do not answer', () => {
  it.each<[Worked, string]>([
    ['nothing', 'JOB_REPLY_MISSING'],
    ['expired', 'JOB_EXPIRED'],
    ['cancelled', 'JOB_CANCELLED'],
  ])('because its row is %s, is left alone, with the reason', async (worked, code) => {
    const gap: Work = (request) => (askedIn(request).includes('France') ? worked : knows(request));
    const stage = jobStage([gap, knows], QUERIES);
    const result = await finished(stage);
    expect(result.items.map((item) => item?.status)).toEqual(['done', undefined, 'done', 'done']);
    expect(codes(result)).toEqual([code]);
    expect([...result.left.keys()]).toEqual([1]);
    expect(sizes(stage)).toEqual([[4], []]);
  });

  it('fails when it is to fail, with what it has cost', async () => {
    const gap: Work = (request) => (askedIn(request).includes('France') ? 'expired' : knows(request));
    const stage = jobStage([() => answer(REFUSAL), gap], QUERIES);
    const { items, left } = await finished(stage, { fallback: 'fail' });
    expect(items.map((item) => item?.status)).toEqual(['done', 'failed', 'done', 'done']);
    expect(items[1]).toMatchObject({ costUsd: 0.00006, error: { code: 'JOB_EXPIRED' } });
    expect(left.size).toBe(0);
  });

  it('goes on where the jobs ended: its draft is not asked for again, and costs what it cost there', async () => {
    const stage = jobStage([knowsHalf, knows], QUERIES);
    stage.jobs[1]?.refusals.push(
      new ChatModelError('no more jobs today', { fault: 'rejected', status: 400 }),
    );
    const result = await finished(stage);
    expect(codes(result)).toEqual(['JOB_REFUSED', 'JOB_REFUSED']);
    expect(result.left.get(1)?.error.message).toContain('no more jobs today');
    const costUsd = 0.00126;
    expect(await runLeft(stage, result)).toEqual([
      { output: capital('France'), costUsd },
      { output: capital('Spain'), costUsd },
    ]);
    expect(asked(stage)).toEqual([[], [QUERIES[1], QUERIES[3]]]);
  });

  it('of a model without jobs is left for that reason, whatever others have answered', async () => {
    const stage = jobStage([knowsHalf, knows], QUERIES);
    const [drafter, verifier] = stage.models;
    const withJobs = stage.models.splice(0, 2, ...[drafter, verifier].flatMap((model) => model ?? []));
    expect(withJobs).toHaveLength(2);
    if (verifier) stage.models[1] = { ...verifier, jobs: undefined };
    const result = await finished(stage);
    expect(codes(result)).toEqual(['JOBS_UNAVAILABLE', 'JOBS_UNAVAILABLE']);
    expect((await runLeft(stage, result)).map(({ output }) => output)).toEqual([
      capital('France'),
      capital('Spain'),
    ]);
    expect(asked(stage)[0]).toEqual([]);
  });

  it.each<[string, Error, string]>([
    ['has no jobs', new JobsUnavailableError('no endpoint'), 'no endpoint'],
    ['refuses the job', new ChatModelError('not you', { fault: 'authentication', status: 403 }), 'not you'],
  ])(
    'because the provider %s, leaves all of them to be asked one at a time',
    async (_what, refusal, words) => {
      const stage = jobStage([knowsHalf, knows], QUERIES);
      stage.jobs[0]?.refusals.push(refusal);
      const result = await finished(stage);
      expect(result.left.size).toBe(4);
      expect(result.left.get(0)?.error.message).toContain(words);
      expect((await runLeft(stage, result)).map(({ output }) => output)).toEqual(QUERIES.map(capital));
    },
  );

  it('because the job failed as a whole, says so in the words of the provider', async () => {
    const stage = jobStage([knows, knows], QUERIES);
    stage.jobs[0]?.ends.push('failed');
    const result = await finished(stage);
    expect(codes(result)).toEqual(QUERIES.map(() => 'JOB_FAILED'));
    expect(result.left.get(0)?.error.message).toBe(
      'The job of this query failed at the provider: the file is not what it should be',
    );
  });

  it('because nobody knows whether its job was taken, is not asked by another job', async () => {
    const stage = jobStage([knows, knows], QUERIES);
    const broken = new ChatModelError('connection reset', { fault: 'network' });
    stage.jobs[0]?.refusals.push(new JobInDoubtError(broken));
    expect(codes(await finished(stage))).toEqual(QUERIES.map(() => 'JOB_LOST'));
    expect(sizes(stage)).toEqual([[], []]);
  });

  it('because its provider forgot the job, is told so', async () => {
    const stage = jobStage([knows, knows], QUERIES);
    const jobs = new CascadeJobs(stage.runs, { clock: stage.clock });
    await stage.play(jobs.advance());
    stage.jobs[0]?.held.clear();
    expect(codes(await finished(stage, { record: jobs.record }))).toEqual(QUERIES.map(() => 'JOB_FAILED'));
  });

  it('because it is larger than a job may be, is left while the others are submitted', async () => {
    const long = `What is the capital of Italy? ${'Take your time. '.repeat(40)}`;
    const stage = jobStage([knows, knows], [...QUERIES, long]);
    const [drafter] = stage.jobs;
    if (drafter) drafter.limits = { requests: 10, bytes: 600 };
    const result = await finished(stage);
    expect(codes(result)).toEqual(['JOB_TOO_LARGE']);
    expect([...result.left.keys()]).toEqual([4]);
    expect(stage.jobs[0]?.submitted).toHaveLength(4);
  });

  it('because it asks and asks, is left after five passes', async () => {
    const empty: Work = () => answer('');
    const stage = jobStage([empty, empty], QUERIES.slice(0, 1), { settings: { retries: 9 } });
    expect(codes(await finished(stage))).toEqual(['JOB_PASSES']);
    expect(stage.jobs.flatMap(({ submitted }) => submitted)).toHaveLength(5);
  });

  it('is asked by another job when the batch is opened again', async () => {
    let isOpen = false;
    const gap: Work = (request) =>
      isOpen || askedIn(request).includes('Japan') ? knows(request) : 'expired';
    const stage = jobStage([gap, knows], QUERIES);
    const [drafter] = stage.jobs;
    drafter?.ends.push('expired');
    const jobs = new CascadeJobs(stage.runs, { clock: stage.clock });
    for (let step = await stage.play(jobs.advance()); step.state === 'waiting';)
      step = await stage.play(jobs.advance());
    isOpen = true;
    await jobs.reopen();
    const { items } = await finished(stage, { record: jobs.record });
    expect(items.map((item) => item?.value?.output)).toEqual(QUERIES.map(capital));
    expect(sizes(stage)[0]).toEqual([4, 3]);
  });
});

describe('a job that its provider has no room for just now', () => {
  it('is handed in again after a wait', async () => {
    const stage = jobStage([knows, knows], QUERIES);
    const full = new ChatModelError('too many jobs', {
      fault: 'rate_limit',
      status: 429,
      retryAfterMs: 20_000,
    });
    stage.jobs[0]?.refusals.push(full, full);
    const startedAt = stage.clock.now();
    const { items } = await finished(stage);
    expect(items.map((item) => item?.status)).toEqual(QUERIES.map(() => 'done'));
    expect(stage.clock.now() - startedAt).toBeGreaterThanOrEqual(40_000);
  });
});

describe('what a batch may cost', () => {
  const cost = (options: CascadeJobsOptions) => finished(jobStage([knowsHalf, knows], QUERIES), options);

  it('is foreseen before a job is submitted', async () => {
    const { items, stoppedBecause } = await cost({ maxCostUsd: 0.0005 });
    expect(items.map((item) => item?.status)).toEqual(['done', 'not_run', 'not_run', 'not_run']);
    expect(stoppedBecause).toBe('cost');
  });

  it('lets no verifier be asked when the drafts have used it up', async () => {
    const { items } = await cost({ maxCostUsd: 0.00101 });
    expect(items.map((item) => [item?.status, item?.costUsd])).toEqual([
      ['done', 0.00006],
      ['not_run', 0.00006],
      ['done', 0.00006],
      ['not_run', 0.00006],
    ]);
  });

  it('cannot be kept without prices', async () => {
    const stage = jobStage([knows, knows], QUERIES);
    stage.models.splice(0, 1, {
      name: 'nameless',
      chat: stage.singles[0] ?? { complete: () => Promise.reject(new Error()) },
      jobs: stage.jobs[0],
    });
    await expect(finished(stage, { maxCostUsd: 1 })).rejects.toMatchObject({ code: 'PRICE_UNKNOWN' });
  });
});

describe('a batch that ends with its first failure', () => {
  it('submits nothing more, and gives what there is', async () => {
    const stage = jobStage([knowsHalf, knows], ['', ...QUERIES]);
    const { items, stoppedBecause } = await finished(stage, { stopOnError: true });
    expect(items.map((item) => item?.status)).toEqual(['failed', 'not_run', 'not_run', 'not_run', 'not_run']);
    expect(stoppedBecause).toBe('error');
    expect(sizes(stage)).toEqual([[], []]);
  });
});
