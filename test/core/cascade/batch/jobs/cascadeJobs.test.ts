import { describe, expect, it } from '@jest/globals';
import { CascadeJobs } from '../../../../../core/cascade/batch/jobs/cascadeJobs';
import type { JobsRecord } from '../../../../../core/cascade/batch/jobs/jobsRecord';
import { presetNames } from '../../../../../core/cascade/presets';
import { ChatModelError } from '../../../../../core/models/chatModelError';
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
  type Work,
} from './jobStage';

describe('a batch in jobs', () => {
  it('drafts all queries in one job, and asks the verifier for the rejected ones in a second', async () => {
    const stage = jobStage([knowsHalf, knows], QUERIES);
    const { items, left, stoppedBecause } = await finished(stage);
    expect(items.map((item) => item?.value?.output)).toEqual(QUERIES.map(capital));
    expect(items.map((item) => item?.value?.cascade.escalated)).toEqual([false, true, false, true]);
    expect([left.size, stoppedBecause]).toEqual([0, null]);
    expect(sizes(stage)).toEqual([[4], [2]]);
    expect(asked(stage)).toEqual([[], []]);
  });

  it('costs what jobs cost, and saves against the last model asked one at a time', async () => {
    const stage = jobStage([knowsHalf, knows], QUERIES);
    const { items } = await finished(stage);
    const [accepted, rejected] = items;
    expect(accepted?.costUsd).toBe(0.00006);
    expect(accepted?.value?.cascade).toMatchObject({ costUsd: 0.00006, baselineCostUsd: 0.0012 });
    expect(rejected?.value?.cascade).toMatchObject({
      costUsd: 0.00066,
      baselineCostUsd: 0.0012,
      savedPercent: 45,
    });
  });

  it.each(presetNames)('answers all queries under %s, asking nothing twice', async (preset) => {
    const stage = jobStage([knowsHalf, knows], QUERIES, { settings: { preset } });
    const { items } = await finished(stage);
    expect(items.map((item) => item?.value?.output)).toEqual(QUERIES.map(capital));
    for (const { submitted } of stage.jobs)
      expect(new Set(submitted.map(({ customId }) => customId)).size).toBe(submitted.length);
    const [drafts] = sizes(stage);
    expect(drafts?.[0]).toBe(4);
  });

  it('asks for further samples together, and for the opinion of a judge, in passes of their own', async () => {
    const isJudged: Work = (request) =>
      askedIn(request).includes('Is the answer good enough') ? answer('yes') : knows(request);
    const settings = { threshold: 0.9, samples: 2, judge: 'when_doubtful' as const };
    const stage = jobStage([knows, isJudged], QUERIES.slice(0, 1), { settings });
    const { items } = await finished(stage);
    const roles = items[0]?.value?.cascade.attempts.map(({ role }) => role);
    expect(sizes(stage)[0]).toEqual([1, 2]);
    expect(roles?.slice(0, 3)).toEqual(['drafter', 'sample', 'sample']);
    expect(roles?.slice(3)).toEqual(['judge']);
    expect(items[0]?.value?.output).toBe(capital(QUERIES[0] ?? ''));
  });

  it('asks a model that refuses log-probabilities again without, in the next pass', async () => {
    const plain: Work = (request) =>
      request.logprobs
        ? new ChatModelError('no logprobs here', { fault: 'rejected', status: 400 })
        : knows(request);
    const stage = jobStage([plain, knows], QUERIES, { settings: { logprobs: true } });
    const { items } = await finished(stage);
    expect(items.map((item) => item?.value?.cascade.modelUsed)).toEqual(QUERIES.map(() => 'model 1'));
    expect(sizes(stage)).toEqual([[4, 4], []]);
  });

  it('does not ask drafter and verifier together, whatever the preset', async () => {
    const stage = jobStage([knows, knows], QUERIES, { settings: { preset: 'lowLatency' } });
    await finished(stage);
    expect(sizes(stage)).toEqual([[4], []]);
  });

  it('splits a pass into jobs of the size that the provider takes', async () => {
    const stage = jobStage([knowsHalf, knows], QUERIES);
    const [drafter, verifier] = stage.jobs;
    if (drafter) drafter.limits = { requests: 3, bytes: 1_000_000 };
    if (verifier) verifier.limits = { requests: 10, bytes: 200 };
    const { items } = await finished(stage);
    expect(items.map((item) => item?.status)).toEqual(['done', 'done', 'done', 'done']);
    expect(sizes(stage)).toEqual([
      [3, 1],
      [1, 1],
    ]);
  });

  it('has nothing to do for no queries', async () => {
    const stage = jobStage([knows, knows], []);
    expect(await finished(stage)).toEqual({ items: [], left: new Map(), stoppedBecause: null });
    expect(sizes(stage)).toEqual([[], []]);
  });

  it('hands a failed request to the next model, as a cascade does', async () => {
    const down: Work = () => new ChatModelError('overloaded', { fault: 'server', status: 503 });
    const stage = jobStage([down, knows], QUERIES);
    const { items } = await finished(stage);
    expect(items.map((item) => item?.value?.cascade.modelUsed)).toEqual(QUERIES.map(() => 'model 2'));
    expect(items[0]?.value?.cascade.attempts[0]).toMatchObject({ error: 'overloaded', costUsd: null });
    expect(sizes(stage)).toEqual([[4], [4]]);
  });

  it('fails a query whose models all failed, with what it has cost', async () => {
    const down: Work = () => new ChatModelError('overloaded', { fault: 'server' });
    const settings = { whenVerifierFails: 'fail' as const };
    const stage = jobStage([() => answer(REFUSAL), down], QUERIES.slice(0, 1), { settings });
    const { items } = await finished(stage);
    expect(items[0]).toMatchObject({
      status: 'failed',
      costUsd: 0.00006,
      error: { code: 'ALL_MODELS_FAILED' },
    });
  });
});

describe('the record of a batch', () => {
  it('is all that another process needs to go on', async () => {
    const first = jobStage([knowsHalf, knows], QUERIES);
    const { clock, runs, play } = first;
    const records: string[] = [];
    const onRecord = (record: JobsRecord) => void records.push(JSON.stringify(record));
    await play(new CascadeJobs(runs, { clock, onRecord }).advance());
    for (let steps = 0; steps < 20; steps += 1) {
      const record: unknown = JSON.parse(records.at(-1) ?? '');
      const another = new CascadeJobs(runs, { clock, onRecord, record, discount: 0.5 });
      const step = await play(another.advance());
      if (step.state === 'waiting') continue;
      expect(step.result.items.map((item) => item?.value?.output)).toEqual(QUERIES.map(capital));
      break;
    }
    expect(sizes(first)).toEqual([[4], [2]]);
    expect(records.at(-1)).not.toMatch(/capital|Tokyo|France/);
  });

  it('says before a job is handed in that it is, so that it is not handed in twice', async () => {
    const stage = jobStage([knows, knows], QUERIES);
    const { clock, runs, play } = stage;
    const records: JobsRecord[] = [];
    await play(new CascadeJobs(runs, { clock, onRecord: (record) => void records.push(record) }).advance());
    const [before, after] = records;
    expect(before?.jobs).toMatchObject([{ state: 'submitting', id: null, requests: 4 }]);
    expect(after?.jobs).toMatchObject([{ state: 'running', id: 'job-1' }]);
    const { left } = await finished(stage, { record: before });
    expect(sizes(stage)).toEqual([[4], []]);
    expect([...left.values()].map(({ error }) => error.code)).toEqual(QUERIES.map(() => 'JOB_LOST'));
  });

  it('is submitted to the end by whoever goes on with it', async () => {
    const stage = jobStage([knows, knows], QUERIES);
    const [drafter] = stage.jobs;
    if (drafter) drafter.limits = { requests: 2, bytes: 1_000_000 };
    const { clock, runs, play } = stage;
    const records: JobsRecord[] = [];
    const onRecord = (record: JobsRecord) => {
      records.push(record);
      if (records.length === 2) throw new Error('The process ends here');
    };
    await expect(play(new CascadeJobs(runs, { clock, onRecord }).advance())).rejects.toThrow('ends here');
    const { items } = await finished(stage, { record: records[1] });
    expect(items.map((item) => item?.status)).toEqual(QUERIES.map(() => 'done'));
    expect(sizes(stage)).toEqual([[2, 2], []]);
  });

  it.each([
    ['no record', 'jobs', 'an object'],
    ['another version', { version: 2 }, 'version'],
    ['a job in no state', { state: 'sleeping' }, 'state'],
  ])('is refused when it is %s', (_what, change, expected) => {
    const stage = jobStage([knows, knows], QUERIES);
    const { record } = new CascadeJobs(stage.runs);
    const job = {
      pass: 1,
      model: 'm',
      modelId: null,
      first: 0,
      last: 0,
      requests: 1,
      id: 'j',
      isReplaced: false,
    };
    const given =
      typeof change === 'string'
        ? change
        : { ...record, ...change, jobs: 'state' in change ? [{ ...job, ...change }] : [] };
    expect(() => new CascadeJobs(stage.runs, { record: given })).toThrow(/Parameter "record/);
    expect(expected).not.toBe('');
  });

  it('is refused for another number of queries', () => {
    const stage = jobStage([knows, knows], QUERIES);
    const { record } = new CascadeJobs(stage.runs);
    expect(() => new CascadeJobs(stage.runs.slice(1), { record })).toThrow(
      'Parameter "runs" is a list of 3, but must be a list of the 4 of the record',
    );
  });

  it('does not have queries asked anew that are not those of the job', async () => {
    const stage = jobStage([knows, knows], QUERIES);
    const { clock, runs, play } = stage;
    const jobs = new CascadeJobs(runs, { clock });
    await play(jobs.advance());
    const { left } = await finished({ ...stage, runs: runs.toReversed() }, { record: jobs.record });
    expect([...left.values()].map(({ error }) => error.code)).toEqual(QUERIES.map(() => 'JOB_REPLY_MISSING'));
    expect(sizes(stage)).toEqual([[4], []]);
  });

  it('of a model that is asked no more cannot be collected', async () => {
    const stage = jobStage([knows, knows], QUERIES);
    const other = jobStage([knows, knows, knows], QUERIES);
    const { clock, runs, play } = stage;
    const jobs = new CascadeJobs(runs, { clock });
    await play(jobs.advance());
    const renamed = { ...jobs.record, jobs: jobs.record.jobs.map((job) => ({ ...job, model: 'model 9' })) };
    await expect(finished(other, { record: renamed })).rejects.toMatchObject({ code: 'JOB_MODEL_GONE' });
  });
});
