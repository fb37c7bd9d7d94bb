import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Http } from '../../../../../core/http/http';
import type { ChatJobs } from '../../../../../core/models/jobs/chatJobs';
import { OpenAiCompatibleJobs } from '../../../../../core/models/openAiCompatible/jobs/openAiCompatibleJobs';
import { asking, ended, JobServer, outcomes } from '../../jobs/support/jobServer';

const jobServer = new JobServer();
let jobs: ChatJobs;

beforeAll(() => jobServer.start());
afterAll(() => jobServer.server.stop());
beforeEach(() => {
  jobServer.reset();
  jobs = jobServer.jobs('openAi');
});

it('asks in each row for a chat completion', async () => {
  const messages = [{ role: 'user', content: 'Zwei\nZeilen' }] as const;
  await jobs.submit([{ customId: 'one', request: { messages, logprobs: true } }]);
  expect(jobServer.server.jobs).toMatchObject([
    {
      api: 'openAi',
      requests: [{ customId: 'one', body: { model: 'gpt-4o-mini', messages, logprobs: true } }],
    },
  ]);
  expect(jobServer.server.requests).toEqual([]);
});

it('knows as many rows as it is given', async () => {
  const questions = Array.from({ length: 3000 }, (_, index) => `q${String(index)}-${'x'.repeat(1000)}`);
  const requests = asking(...questions).map((one, index) => ({ ...one, customId: `id-${String(index)}` }));
  const bytes = requests.reduce((sum, request) => sum + jobs.sizeOf(request), 0);
  expect(bytes).toBeGreaterThan(3_000_000);
  const replies = await outcomes(jobs, await ended(jobs, await jobs.submit(requests)));
  expect(replies).toEqual(
    Object.fromEntries(questions.map((question, index) => [`id-${String(index)}`, `To ${question}`])),
  );
});

it('is refused by itself when it is too large for the provider', async () => {
  const text = 'x'.repeat(50_000_000);
  const requests = ['a', 'b', 'c', 'd'].map((customId) => ({
    customId,
    request: { messages: [{ role: 'user', content: text }] as const },
  }));
  await expect(jobs.submit(requests)).rejects.toMatchObject({
    parameter: 'requests',
    message: expect.stringMatching(/is 2000\d{5}, but must be at most 200000000 bytes/) as unknown,
  });
});

it('tells why a job failed, in the words of the provider, without its keys', async () => {
  jobServer.rules = { ending: 'failed', faults: ['No access for sk-abcdefgh1234', 'Too many tokens'] };
  const job = await ended(jobs, await jobs.submit(asking('a')));
  expect(job).toMatchObject({ ended: 'failed', faults: ['No access for …', 'Too many tokens'] });
  expect(await outcomes(jobs, job)).toEqual({});
});

describe('are not to be had', () => {
  it.each([
    ['a page', { at: 'upload', status: 404 }],
    ['a page that says nothing', { at: 'upload', status: 200 }],
    ['words', { at: 'upload', status: 400, message: "LiteLLM doesn't support ollama for 'create_file'." }],
  ] as const)('of a server that answers the upload with %s', async (_, refusal) => {
    jobServer.rules = { refusals: [refusal] };
    await expect(jobs.submit(asking('a'))).rejects.toMatchObject({ name: 'JobsUnavailableError' });
  });
});

it.each([
  [0, 'network'],
  [500, 'server'],
  [413, 'rejected'],
])('is in no doubt when the upload fails (%p): there is no job then', async (status, fault) => {
  jobServer.rules = { refusals: [{ at: 'upload', status, message: 'Broken' }] };
  await expect(jobs.submit(asking('a'))).rejects.toMatchObject({ name: 'ChatModelError', fault });
  expect(jobServer.server.jobs).toHaveLength(0);
});

it.each([0, 500, 504])(
  'finds the job again that was made although the answer is missing (%p)',
  async (status) => {
    await jobs.submit(asking('another'));
    jobServer.rules = { refusals: [{ at: 'create', status, message: 'Broken', done: true }] };
    const job = await jobs.submit(asking('a'));
    expect(jobServer.server.jobs).toHaveLength(2);
    expect(job.id).toBe(jobServer.server.jobs[1]?.id);
  },
);

describe('a batch as gateways describe it', () => {
  const foundAs = async (batch: object) => {
    const http: Http = () => Promise.resolve({ status: 200, body: batch, header: () => undefined });
    return await new OpenAiCompatibleJobs({ model: 'm', http }).find('batch_1');
  };

  it.each([
    [{ id: 'batch_1', status: 'IN_PROGRESS' }, { state: 'running' }],
    [{ id: 'batch_1', status: 'finalizing' }, { state: 'running' }],
    [{ id: 'batch_1', status: 'something new' }, { state: 'running' }],
    [
      { id: 'batch_1', status: 'COMPLETED', request_counts: null },
      { state: 'ended', ended: 'completed' },
    ],
    [
      { id: 'batch_1', status: 'completed', request_counts: { total: 2, completed: -1, failed: 'x' } },
      { counts: { total: 2, answered: 0, failed: 0 } },
    ],
    [
      { id: 'batch_1', status: 'failed', errors: 'The file is empty' },
      { ended: 'failed', faults: [] },
    ],
    [
      { id: 'batch_1', status: 'failed', errors: { data: [{ message: 'Not JSON', line: 3 }] } },
      { faults: ['Line 3: Not JSON'] },
    ],
    [{ id: 'batch_1', status: 'in_progress', expires_at: 1_800_000_000 }, { expiresAt: 1_800_000_000_000 }],
    [{ id: 'batch_1', status: 'in_progress', expires_at: 'soon' }, { expiresAt: undefined }],
  ])('%j is %j', async (batch, job) => {
    expect(await foundAs(batch)).toMatchObject(job);
  });

  it.each([{}, { id: '' }, { id: 'batch_1' }, ['batch_1']])('%j is none', async (batch) => {
    await expect(foundAs(batch)).rejects.toMatchObject({ name: 'ChatModelError', fault: 'bad_reply' });
  });

  it('tells ten of many faults', async () => {
    const data = Array.from({ length: 50_000 }, (_, line) => ({ message: 'Not JSON', line }));
    expect((await foundAs({ id: 'batch_1', status: 'failed', errors: { data } })).faults).toHaveLength(10);
  });
});

describe('results from a host that does not stream', () => {
  const row = {
    custom_id: 'a',
    response: { status_code: 200, body: { choices: [{ message: { content: 'Yes.' } }] } },
  };
  const line = JSON.stringify(row);

  it.each<[string, unknown, number]>([
    ['a text', `${line}\n${line.replace('"a"', '"b"')}\n`, 2],
    ['JSON of one line', row, 1],
    ['nothing', '', 0],
    ['no body at all', undefined, 0],
  ])('are read from %s', async (_, content, count) => {
    const http: Http = ({ path }) => {
      const batch = { id: 'batch_1', status: 'completed', output_file_id: 'file-1' };
      const body = path.startsWith('/files/') ? content : batch;
      return Promise.resolve({ status: 200, body, header: () => undefined });
    };
    const hosted = new OpenAiCompatibleJobs({ model: 'm', http });
    expect(Object.keys(await outcomes(hosted, await hosted.find('batch_1')))).toHaveLength(count);
  });
});
