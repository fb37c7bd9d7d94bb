import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { JobRequest } from '../../../../core/models/jobs/chatJobs';
import { JobInDoubtError } from '../../../../core/models/jobs/jobInDoubtError';
import { collected } from '../../../support/collected';
import { asking, ended, JobServer, outcomes } from './support/jobServer';

const jobServer = new JobServer();

beforeAll(() => jobServer.start());
afterAll(() => jobServer.server.stop());
beforeEach(() => {
  jobServer.reset();
});

describe.each(['openAi', 'anthropic'] as const)('jobs of %s', (api) => {
  const tool = { name: 'weather', description: 'Tells the weather', parameters: { type: 'object' } };

  it('answer all that they were given', async () => {
    jobServer.rules = { endsAtLook: 3 };
    const jobs = jobServer.jobs(api);
    const submitted = await jobs.submit(asking('a', 'b', 'c'));
    expect(submitted).toMatchObject({ ended: undefined, counts: { total: 3, answered: 0, failed: 0 } });
    expect(await jobs.find(submitted.id)).toMatchObject({ state: 'running', ended: undefined });
    const done = await ended(jobs, submitted);
    expect(done).toMatchObject({
      id: submitted.id,
      ended: 'completed',
      counts: { total: 3, answered: 3, failed: 0 },
      faults: [],
    });
    expect((done.expiresAt ?? 0) - Date.now()).toBeGreaterThan(80_000_000);
    expect(await outcomes(jobs, done)).toEqual({ a: 'To a', b: 'To b', c: 'To c' });
  });

  it('bring replies as complete as those of single requests', async () => {
    const call = { id: 'call_1', name: 'weather', arguments: '{"city":"Tokyo"}' };
    const usage = { inputTokens: 12, outputTokens: 3 };
    jobServer.behaviour = () => ({ kind: 'reply', text: 'Let me see.', toolCalls: [call], usage });
    const jobs = jobServer.jobs(api);
    const messages = [{ role: 'user', content: 'Weather in Tokyo?' }] as const;
    const request: JobRequest = { customId: 'one', request: { messages, tools: [tool], temperature: 0 } };
    const job = await ended(jobs, await jobs.submit([request]));
    expect(await collected(jobs.replies(job.id))).toEqual([
      {
        customId: 'one',
        kind: 'answered',
        reply: { text: 'Let me see.', toolCalls: [call], finishReason: 'tool_calls', usage },
      },
    ]);
    expect(jobServer.server.jobs[0]?.requests[0]).toMatchObject({
      customId: 'one',
      body: { temperature: 0, tools: [{}] },
    });
  });

  it('know which single requests failed, and why', async () => {
    jobServer.behaviour = (asked) => {
      if (asked === 'b') return { kind: 'error', status: 429, message: 'Slow down' };
      if (asked === 'c') return { kind: 'error', status: 400, message: 'Too long' };
      if (asked === 'd') return { kind: 'malformed' };
      return asked === 'e' ? { kind: 'hang' } : { kind: 'reply', text: 'Yes.' };
    };
    const jobs = jobServer.jobs(api);
    const job = await ended(jobs, await jobs.submit(asking('a', 'b', 'c', 'd', 'e')));
    expect(job.ended).toBe('completed');
    expect(await outcomes(jobs, job)).toEqual({
      a: 'Yes.',
      b: 'failed: rate_limit',
      c: 'failed: rejected',
      d: 'failed: bad_reply',
      e: 'failed: timeout',
    });
  });

  it('that expire keep what was answered by then', async () => {
    jobServer.rules = { ending: 'expired', answeredBefore: 1 };
    const jobs = jobServer.jobs(api);
    const job = await ended(jobs, await jobs.submit(asking('a', 'b')));
    expect(job.ended).toBe('expired');
    expect(await outcomes(jobs, job)).toEqual({ a: 'To a', b: 'expired: timeout' });
  });

  it('can be cancelled, and keep what was answered by then', async () => {
    jobServer.rules = { endsAtLook: Infinity, answeredBefore: 1 };
    const jobs = jobServer.jobs(api);
    const submitted = await jobs.submit(asking('a', 'b'));
    expect(await jobs.cancel(submitted.id)).toMatchObject({ state: 'cancelling', ended: undefined });
    const job = await ended(jobs, submitted);
    expect(job.ended).toBe('cancelled');
    expect(await outcomes(jobs, job)).toEqual({ a: 'To a', b: 'cancelled: rejected' });
  });

  it('may be cancelled when it is too late', async () => {
    const jobs = jobServer.jobs(api);
    const job = await ended(jobs, await jobs.submit(asking('a')));
    expect(await jobs.cancel(job.id)).toMatchObject({ state: 'ended', ended: 'completed' });
  });

  it('do not give replies before they have ended', async () => {
    jobServer.rules = { endsAtLook: Infinity };
    const jobs = jobServer.jobs(api);
    const { id } = await jobs.submit(asking('a'));
    await expect(collected(jobs.replies(id))).rejects.toMatchObject({
      name: 'ChatModelError',
      message: 'The job has not ended, so its replies are not there yet',
    });
  });

  describe('with results that are not right', () => {
    const resultsThat = async (rewrite: (lines: readonly string[]) => readonly string[]) => {
      jobServer.rules = { rewrite };
      const jobs = jobServer.jobs(api);
      return await outcomes(jobs, await ended(jobs, await jobs.submit(asking('a', 'b', 'c'))));
    };

    it.each<[string, (lines: readonly string[]) => readonly string[], object]>([
      ['a row missing', ([, ...rest]) => rest, { b: 'To b', c: 'To c' }],
      [
        'a row twice, which counts once',
        ([a = '', ...rest]) => [a, ...rest, a.replace('To a', 'Something else')],
        { a: 'To a', b: 'To b', c: 'To c' },
      ],
      [
        'a row that nobody asked for',
        ([a = '', ...rest]) => [a.replace('"custom_id":"a"', '"custom_id":"z"'), ...rest],
        { z: 'To a', b: 'To b', c: 'To c' },
      ],
      [
        'a row without a custom id',
        ([a = '', ...rest]) => [a.replace('custom_id', 'id'), ...rest],
        { b: 'To b', c: 'To c' },
      ],
      ['a row that is no JSON', ([, ...rest]) => ['<html>', ...rest], { b: 'To b', c: 'To c' }],
      ['a row that is no object', ([, ...rest]) => ['7', ...rest], { b: 'To b', c: 'To c' }],
      [
        'a row that says nothing more',
        ([, ...rest]) => ['{"custom_id":"a"}', ...rest],
        { a: 'failed: bad_reply', b: 'To b', c: 'To c' },
      ],
      [
        'a row that breaks off',
        ([, ...rest]) => ['{"id":"1", "custom_id": "a", "response": {"status_code": 20', ...rest],
        { a: 'failed: bad_reply', b: 'To b', c: 'To c' },
      ],
      [
        'blank rows between',
        (lines) => lines.flatMap((line) => ['', line]),
        { a: 'To a', b: 'To b', c: 'To c' },
      ],
      [
        'rows that end as on Windows',
        (lines) => lines.map((line) => `${line}\r`),
        { a: 'To a', b: 'To b', c: 'To c' },
      ],
      ['no rows', () => [], {}],
    ])('keep what is: %s', async (_, rewrite, expected) => {
      expect(await resultsThat(rewrite)).toEqual(expected);
    });
  });

  describe('are not to be had', () => {
    it.each([
      ['a page that says 404', { at: 'create', status: 404 }],
      ['a page that says 405', { at: 'create', status: 405 }],
      ['a page that says 501', { at: 'create', status: 501 }],
      ['a page that says nothing', { at: 'create', status: 200 }],
      [
        'words with 400',
        { at: 'create', status: 400, message: "LiteLLM doesn't support ollama for 'create_batch'." },
      ],
      [
        'words with 403',
        { at: 'create', status: 403, message: 'The Batch API is not available on your plan' },
      ],
      [
        'words with 500',
        { at: 'create', status: 500, message: 'Model x is not supported for batch processing.' },
      ],
    ] as const)('of a server that answers with %s', async (_, refusal) => {
      jobServer.rules = { refusals: [refusal] };
      await expect(jobServer.jobs(api).submit(asking('a'))).rejects.toMatchObject({
        name: 'JobsUnavailableError',
        code: 'JOBS_UNAVAILABLE',
      });
    });
  });

  it.each([
    [400, 'The batch is too large', 'rejected'],
    [401, 'Incorrect API key', 'authentication'],
    [429, 'Enqueued token limit reached', 'rate_limit'],
    [503, 'Busy', 'server'],
  ])('are refused with %p when the provider does not want this one', async (status, message, fault) => {
    jobServer.rules = { refusals: [{ at: 'create', status, message, headers: { 'retry-after': '7' } }] };
    const refused = jobServer.jobs(api).submit(asking('a'));
    await expect(refused).rejects.toMatchObject({
      name: 'ChatModelError',
      fault,
      status,
      retryAfterMs: 7000,
    });
    expect(jobServer.server.jobs).toHaveLength(0);
  });

  it.each([
    [0, 'network'],
    [500, 'server'],
    [504, 'server'],
  ])('are in doubt when the answer to their submission is missing (%p)', async (status, fault) => {
    jobServer.rules = { refusals: [{ at: 'create', status, message: 'Broken' }] };
    const submitting = jobServer.jobs(api).submit(asking('a'));
    await expect(submitting).rejects.toBeInstanceOf(JobInDoubtError);
    await expect(submitting).rejects.toMatchObject({ fault });
  });

  it('need a key', async () => {
    await expect(jobServer.jobs(api, 'another').submit(asking('a'))).rejects.toMatchObject({
      name: 'ChatModelError',
      fault: 'authentication',
    });
  });

  it.each(['look', 'results', 'cancel'] as const)('fail when the provider does: %s', async (at) => {
    const jobs = jobServer.jobs(api);
    const { id } = await jobs.submit(asking('a'));
    jobServer.rules = { refusals: [{ at, status: 502, message: 'Bad gateway' }] };
    const asked =
      at === 'look' ? jobs.find(id) : at === 'cancel' ? jobs.cancel(id) : collected(jobs.replies(id));
    await expect(asked).rejects.toMatchObject({ name: 'ChatModelError', fault: 'server', status: 502 });
  });

  it('that the provider does not know are not found', async () => {
    await expect(jobServer.jobs(api).find('batch_of_somebody')).rejects.toMatchObject({
      name: 'ChatModelError',
      fault: 'not_found',
    });
  });

  it.each(['.', '..', '', 'x'.repeat(1025)])('cannot be called %p', async (id) => {
    await expect(jobServer.jobs(api).find(id)).rejects.toMatchObject({ parameter: 'jobId' });
  });

  it('may be called anything else, and are asked for under just that', async () => {
    await expect(jobServer.jobs(api).find('../../models?x=1#y')).rejects.toMatchObject({
      fault: 'not_found',
      message: expect.stringContaining('..%2F..%2Fmodels%3Fx%3D1%23y') as unknown,
    });
  });

  it.each<[string, JobRequest[]]>([
    ['nothing', []],
    ['a custom id twice', asking('a', 'b', 'a')],
    ['a custom id with other characters', asking('a b')],
    ['a custom id that is too long', asking('x'.repeat(65))],
    ['an empty custom id', asking('')],
  ])('are not made of %s', async (_, requests) => {
    await expect(jobServer.jobs(api).submit(requests)).rejects.toMatchObject({
      name: 'InvalidParameterError',
    });
    expect(jobServer.server.jobs).toHaveLength(0);
  });

  it('are not made of more requests than the provider takes', async () => {
    const jobs = jobServer.jobs(api);
    const [one] = asking('a');
    const requests = Array.from({ length: jobs.limits.requests + 1 }, (_, index) => ({
      customId: String(index),
      request: one?.request ?? { messages: [] },
    }));
    await expect(jobs.submit(requests)).rejects.toMatchObject({ parameter: 'requests' });
  });

  it.each(['submit', 'find', 'cancel', 'replies'] as const)('obey the signal of %s', async (what) => {
    const reason = new Error('enough');
    const signal = AbortSignal.abort(reason);
    const jobs = jobServer.jobs(api);
    const { id } = await jobs.submit(asking('a'));
    const asked = {
      submit: () => jobs.submit(asking('b'), signal),
      find: () => jobs.find(id, signal),
      cancel: () => jobs.cancel(id, signal),
      replies: () => collected(jobs.replies(id, signal)),
    }[what]();
    await expect(asked).rejects.toBe(reason);
  });

  it('know how large a request is when it is sent', () => {
    const [short, long] = asking('a', 'é'.repeat(64));
    if (!short || !long) throw new TypeError('There are two');
    const jobs = jobServer.jobs(api);
    // Twice in the row, in two bytes each.
    expect(jobs.sizeOf(long) - jobs.sizeOf(short)).toBe(2 * (128 - 1));
  });
});
