import { describe, expect, it } from '@jest/globals';
import { getEventListeners } from 'node:events';
import type { JobsProgress } from '../../../../../core/cascade/batch/jobs/jobsConfig';
import { runInJobs, type RunInJobsConfig } from '../../../../../core/cascade/batch/jobs/runInJobs';
import { ChatModelError } from '../../../../../core/models/chatModelError';
import type { BatchStore } from '../../../../../core/stores/batchStore';
import { MemoryStore } from '../../../../../core/stores/memory/memoryStore';
import { StoreUnavailableError } from '../../../../../core/stores/storeUnavailableError';
import { capital, jobStage, knows, knowsHalf, QUERIES, sizes, type JobStage } from './jobStage';

const MINUTE_MS = 60_000;

function run(stage: JobStage, config: RunInJobsConfig = {}) {
  const { runs, clock } = stage;
  return runInJobs(runs, { clock, random: () => 0.5, discount: 0.5, ...config });
}

const outputs = ({ items }: Awaited<ReturnType<typeof run>>) => items.map((item) => item?.value?.output);
const statuses = ({ items }: Awaited<ReturnType<typeof run>>) => items.map((item) => item?.status);

/** Jobs that do not end by themselves. */
function endless(stage: JobStage): JobStage {
  for (const jobs of stage.jobs) jobs.looksUntilDone = Infinity;
  return stage;
}

describe('waiting for jobs', () => {
  it('looks at them seldomer and seldomer, and tells how far they are', async () => {
    const stage = jobStage([knowsHalf, knows], QUERIES);
    for (const jobs of stage.jobs) jobs.looksUntilDone = 12;
    const told: JobsProgress[] = [];
    const at: number[] = [];
    const onProgress = (progress: JobsProgress) => {
      told.push(progress);
      at.push(stage.clock.now());
    };
    const result = await stage.play(run(stage, { onProgress }));
    const waitsMs = at.slice(1, 12).map((time, index) => time - (at[index] ?? 0));
    expect(waitsMs.at(0)).toBeLessThanOrEqual(5000);
    expect(waitsMs).toEqual(waitsMs.toSorted((a, b) => a - b));
    expect(waitsMs.at(-1)).toBeGreaterThan(50_000);
    expect(waitsMs.at(-1)).toBeLessThanOrEqual(MINUTE_MS);
    expect(outputs(result)).toEqual(QUERIES.map(capital));
    expect(told.map(({ pass }) => pass).join('')).toMatch(/^1{12}2{12}$/);
    expect(told.at(0)).toEqual({ pass: 1, total: 4, answered: 0, failed: 0 });
    expect(stage.clock.sleepers).toBe(0);
  });

  it('bears faults of a look that may pass', async () => {
    const stage = jobStage([knows, knows], QUERIES);
    const [drafter] = stage.jobs;
    if (!drafter) throw new Error('There is no drafter');
    let faults = 3;
    const find = drafter.find.bind(drafter);
    drafter.find = (jobId) => {
      faults -= 1;
      return faults >= 0 ? Promise.reject(new ChatModelError('down', { fault: 'server' })) : find(jobId);
    };
    expect(outputs(await stage.play(run(stage)))).toEqual(QUERIES.map(capital));
  });

  it('ends with a fault that stays, and cancels what nobody could collect', async () => {
    const stage = jobStage([knows, knows], QUERIES);
    const [drafter] = stage.jobs;
    if (!drafter) throw new Error('There is no drafter');
    drafter.find = () => Promise.reject(new ChatModelError('who are you', { fault: 'authentication' }));
    await expect(stage.play(run(stage))).rejects.toThrow('who are you');
    expect(drafter.cancelled).toEqual(['job-1']);
    expect(stage.clock.sleepers).toBe(0);
  });
});

describe('the time that jobs have', () => {
  it('ends them when it is over, and gives what they have answered by then', async () => {
    const stage = endless(jobStage([knows, knows], QUERIES));
    const [drafter] = stage.jobs;
    if (drafter) drafter.answeredWhenCancelled = 2;
    const startedAt = stage.clock.now();
    const result = await stage.play(run(stage, { totalTimeoutMs: 10 * MINUTE_MS }));
    expect(statuses(result)).toEqual(['done', 'done', 'failed', 'failed']);
    expect(result.items[3]?.error).toMatchObject({ code: 'JOB_CANCELLED' });
    expect(result.stoppedBecause).toBe('time');
    expect(drafter?.cancelled).toEqual(['job-1']);
    expect(stage.clock.now() - startedAt).toBeLessThan(11 * MINUTE_MS);
    expect(stage.clock.sleepers).toBe(0);
  });

  it('leaves what is not done when it is only that of jobs', async () => {
    const stage = endless(jobStage([knows, knows], QUERIES));
    const result = await stage.play(run(stage, { longestWaitMs: 10 * MINUTE_MS }));
    expect([...result.left.values()].map(({ error }) => error.code)).toEqual(
      QUERIES.map(() => 'JOB_CANCELLED'),
    );
    expect(result.stoppedBecause).toBe(null);
    expect(stage.jobs[0]?.cancelled).toEqual(['job-1']);
  });

  it('leaves jobs whose record is kept at the provider', async () => {
    const stage = endless(jobStage([knowsHalf, knows], QUERIES));
    const checkpoints = { store: new MemoryStore({ clock: stage.clock }), batchId: 'nightly' };
    const late = await stage.play(run(stage, { totalTimeoutMs: MINUTE_MS, checkpoints }));
    expect(statuses(late)).toEqual(QUERIES.map(() => 'not_run'));
    expect(late.stoppedBecause).toBe('time');
    expect(stage.jobs[0]?.cancelled).toEqual([]);
    for (const jobs of stage.jobs) jobs.looksUntilDone = 1;
    expect(outputs(await stage.play(run(stage, { checkpoints })))).toEqual(QUERIES.map(capital));
    expect(sizes(stage)).toEqual([[4], [2]]);
  });
});

describe('an abort', () => {
  it('cancels the jobs, and leaves nothing behind', async () => {
    const stage = endless(jobStage([knows, knows], QUERIES));
    const caller = new AbortController();
    void stage.clock.sleep(MINUTE_MS).then(() => {
      caller.abort(new Error('enough'));
    });
    const result = await stage.play(run(stage, { signal: caller.signal }));
    expect(result.stoppedBecause).toBe('aborted');
    expect(stage.jobs[0]?.cancelled).toEqual(['job-1']);
    expect(stage.clock.sleepers).toBe(0);
    expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
  });

  it('before the beginning submits nothing', async () => {
    const stage = jobStage([knows, knows], QUERIES);
    const result = await stage.play(run(stage, { signal: AbortSignal.abort() }));
    expect(statuses(result)).toEqual(QUERIES.map(() => 'not_run'));
    expect(sizes(stage)).toEqual([[], []]);
  });

  it('while a job is handed in waits for its id, to cancel it', async () => {
    const stage = endless(jobStage([knows, knows], QUERIES));
    const [drafter] = stage.jobs;
    if (!drafter) throw new Error('There is no drafter');
    const submit = drafter.submit.bind(drafter);
    const caller = new AbortController();
    drafter.submit = async (requests) => {
      caller.abort();
      await stage.clock.sleep(5000);
      return await submit(requests);
    };
    const result = await stage.play(run(stage, { signal: caller.signal }));
    expect(result.stoppedBecause).toBe('aborted');
    expect(drafter.cancelled).toEqual(['job-1']);
  });
});

describe('a batch whose record is kept', () => {
  const batchId = 'nightly';

  it('is collected by whoever runs it again, and never submitted twice', async () => {
    const stage = jobStage([knowsHalf, knows], QUERIES);
    const store = new MemoryStore({ clock: stage.clock });
    const config = { checkpoints: { store, batchId }, identityOf: (index: number) => QUERIES[index] ?? '' };
    void run(stage, config).catch(() => undefined);
    await stage.clock.advance(1);
    await stage.clock.advance(1);
    expect(sizes(stage)[0]).toEqual([4]);
    const again = jobStage([knowsHalf, knows], QUERIES);
    again.models.splice(0, 2, ...stage.models);
    const result = await again.play(run({ ...again, clock: again.clock }, config));
    expect(outputs(result)).toEqual(QUERIES.map(capital));
    expect(sizes(stage)).toEqual([[4], [2]]);
    expect(outputs(await again.play(run(again, config)))).toEqual(QUERIES.map(capital));
    expect(sizes(stage)).toEqual([[4], [2]]);
  });

  it('begins anew when its queries are others', async () => {
    const stage = jobStage([knows, knows], QUERIES);
    const store = new MemoryStore({ clock: stage.clock });
    const config = { checkpoints: { store, batchId }, identityOf: (index: number) => QUERIES[index] ?? '' };
    await stage.play(run(stage, config));
    const identityOf = (index: number) => `another ${String(index)}`;
    expect(statuses(await stage.play(run(stage, { ...config, identityOf })))).toEqual(
      QUERIES.map(() => 'done'),
    );
    expect(sizes(stage)).toEqual([[4, 4], []]);
  });

  it('goes on without when the store does not take it, and cancels then when its time is over', async () => {
    const stage = endless(jobStage([knows, knows], QUERIES));
    const store: BatchStore = Object.assign(new MemoryStore({ clock: stage.clock }), {
      keepBatchEntries: () => Promise.reject(new StoreUnavailableError('No store', { hint: 'Wait.' })),
    });
    const checkpoints = { store, batchId };
    const result = await stage.play(run(stage, { checkpoints, totalTimeoutMs: MINUTE_MS }));
    expect(result.checkpointFault).toBeInstanceOf(StoreUnavailableError);
    expect(stage.jobs[0]?.cancelled).toEqual(['job-1']);
  });

  it('is not begun when the store cannot say whether it was before', async () => {
    const stage = jobStage([knows, knows], QUERIES);
    const store = new MemoryStore({ clock: stage.clock });
    store.keepBatchEntries(batchId, [['jobs', '{"version":7}']], MINUTE_MS);
    await expect(stage.play(run(stage, { checkpoints: { store, batchId } }))).rejects.toMatchObject({
      code: 'STORED_STATE_CORRUPT',
    });
    expect(sizes(stage)).toEqual([[], []]);
  });
});
