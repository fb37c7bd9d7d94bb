import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';
import { CascadeLlmApi } from '../../credentials/CascadeLlmApi.credentials';
import { BATCH, batchOf, errorOf, messagesOf, runBatchNode, type BatchCase } from './support/batchWorkflow';
import { JobProvider, type JobApi } from './support/jobProvider';
import { outputsOf } from './support/runWorkflow';
import { SavedWorkflow } from './support/savedWorkflow';
import { NODE, runTenantNode } from './support/tenantWorkflow';

const prices = [
  { model: 'gpt-4o-mini', inputPerMillion: 1, outputPerMillion: 1 },
  { model: 'gpt-4o', inputPerMillion: 10, outputPerMillion: 10 },
];
/** US dollars of a query in a job, which costs half of what it costs without. */
const DRAFT_USD = 0.0011 / 2;
const VERIFIER_USD = 0.011 / 2;

const items = [
  { query: 'What is the capital of France?', user: 'ann', id: 0 },
  { query: 'A hard one: what is its river?', user: 'ann', id: 1 },
  { query: '', user: 'ann', id: 2 },
  { query: 'What is a broken query?', user: 'bob', id: 3 },
  { query: 'Another hard one: who built it?', user: 'bob', id: 4 },
];

let at: JobProvider;
let saved: SavedWorkflow;

beforeEach(async () => {
  at = await JobProvider.open();
  saved = new SavedWorkflow();
});
afterEach(() => at.server.stop());

const options = { modelPrices: { prices }, jobDiscountPercent: 50, retries: 0 };

const submitting = (more: Partial<BatchCase> = {}): BatchCase => ({
  items,
  models: [null, null],
  credential: at.credential,
  sign: new CascadeLlmApi().authenticate,
  saved,
  ...more,
  parameters: { operation: 'submit', modelSource: 'api', models: at.models, options, ...more.parameters },
});

const naming = (operation: string, jobs: readonly unknown[], more: Partial<BatchCase> = {}): BatchCase => ({
  ...submitting(more),
  items: jobs,
  parameters: { operation, modelSource: 'api', jobId: '={{ $json.job.id }}', ...more.parameters },
});

function outputs(run: IRun): INodeExecutionData[][] {
  if (run.data.resultData.error) throw run.data.resultData.error;
  return outputsOf(run, BATCH);
}

const jobIn = (item: INodeExecutionData | undefined) => item?.json['job'] as IDataObject;

async function submit(more: Partial<BatchCase> = {}): Promise<{ job: IDataObject }> {
  const [[item] = []] = outputs(await runBatchNode(submitting(more)));
  return { job: jobIn(item) };
}

interface Collected {
  readonly results: readonly INodeExecutionData[];
  readonly failed: readonly INodeExecutionData[];
  readonly job: IDataObject;
  readonly batch: IDataObject | undefined;
}

async function collect(job: unknown, more: Partial<BatchCase> = {}): Promise<Collected> {
  const [results = [], failed = [], [summary] = []] = outputs(
    await runBatchNode(naming('getResults', [job], more)),
  );
  return { results, failed, job: jobIn(summary), batch: summary?.json['batch'] as IDataObject | undefined };
}

async function look(operation: 'getJob' | 'cancel', job: unknown): Promise<IDataObject> {
  const [[item] = []] = outputs(await runBatchNode(naming(operation, [job])));
  return jobIn(item);
}

async function usageOf(user: string): Promise<IDataObject> {
  const run = await runTenantNode('RateLimitCheck', {
    items: [{ user }],
    saved,
    parameters: { operation: 'getUsage', userId: '={{ $json.user }}', profileFrom: 'stored' },
  });
  const rateLimit = outputsOf(run, NODE)[0]?.[0]?.json['rateLimit'] as IDataObject;
  return rateLimit['usage'] as IDataObject;
}

describe('a job that is submitted, and collected hours later', () => {
  it('goes from drafts to the second pass to the results, whatever process asks', async () => {
    at.rules = { endsAtLook: 2 };
    const submitted = await submit();
    expect(submitted.job).toMatchObject({
      id: expect.stringMatching(/^[\w-]{10,}$/),
      status: 'running',
      queries: 5,
      submittedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      pass: 1,
      requests: 4,
      answered: 0,
      providerJobs: [{ pass: 1, model: 'gpt-4o-mini', status: 'running', requests: 4 }],
    });

    const waiting = await collect(submitted);
    expect([waiting.results, waiting.failed, waiting.batch]).toEqual([[], [], undefined]);
    expect(waiting.job).toMatchObject({ status: 'running', pass: 1 });

    // n8n is restarted: all that is left is the column of its database.
    saved = saved.restarted();
    expect((await look('getJob', submitted))['status']).toBe('ready');
    expect(at.jobSizes).toEqual([4]);
    const second = await collect(submitted);
    expect([second.results, second.batch]).toEqual([[], undefined]);
    expect(second.job).toMatchObject({ status: 'running', pass: 2, requests: 3 });
    expect(at.jobSizes).toEqual([4, 3]);

    await collect(submitted);
    const done = await collect(submitted);
    expect(done.results.map(({ json }) => [json['id'], json['output'], json['user']])).toEqual([
      [0, 'gpt-4o-mini: Paris.', 'ann'],
      [1, 'gpt-4o: Paris.', 'ann'],
      [4, 'gpt-4o: Paris.', 'bob'],
    ]);
    expect(done.results.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }, { item: 0 }]);
    expect(done.failed.map(({ json }) => [json['id'], json['error']])).toEqual([
      [2, expect.stringContaining('Parameter "Prompt (User Message)" is empty')],
      [3, 'No model of the cascade gave an answer'],
    ]);
    expect(done.job).toMatchObject({
      status: 'done',
      providerJobs: [{ status: 'completed' }, { status: 'completed' }],
    });
    expect(done.batch).toMatchObject({
      strategy: 'provider_batch',
      total: 5,
      done: 3,
      failed: 2,
      notRun: 0,
      successRate: 60,
      escalated: 2,
      stoppedBecause: null,
    });
    expect(done.batch?.['costUsd']).toBeCloseTo(3 * DRAFT_USD + 2 * VERIFIER_USD, 9);

    const again = await collect(submitted);
    const shown = ({ results, failed }: Collected) =>
      [...results, ...failed].map(({ json }) => [json['id'], json['output'], json['error']]);
    expect(shown(again)).toEqual(shown(done));
    expect(again.batch).toEqual(done.batch);
    expect(at.jobSizes).toEqual([4, 3]);
    expect(at.server.requests).toEqual([]);
  });

  it.each<JobApi>(['openAiCompatible', 'anthropic'])('is a batch of %s', async (api) => {
    await at.server.stop();
    at = await JobProvider.open(api);
    const submitted = await submit();
    await collect(submitted);
    const { results } = await collect(submitted);
    expect(results.map(({ json }) => json['id'])).toEqual([0, 1, 4]);
    expect(at.server.jobs.map((job) => job.api)).toEqual(
      api === 'anthropic' ? ['anthropic', 'anthropic'] : ['openAi', 'openAi'],
    );
  });

  it('asks what the panel said when it was submitted', async () => {
    const own = items.map((item) => ({ ...item, system: `Be brief, ${item.user}.` }));
    const submitted = await submit({
      items: own,
      parameters: {
        options: { ...options, systemMessage: '={{ $json.system }}', includeInputFields: false },
      },
    });
    await collect(submitted, { parameters: { text: 'Another question', options: { systemMessage: 'No.' } } });
    const { results } = await collect(submitted);
    expect(results.map(({ json }) => Object.keys(json).sort())).toEqual(
      results.map(() => ['batch', 'cascade', 'output']),
    );
    const systems = at.server.jobs.flatMap(({ requests }) =>
      requests.map(({ body }) => (body as { messages: { content: string }[] }).messages[0]?.content),
    );
    expect(new Set(systems)).toEqual(new Set(['Be brief, ann.', 'Be brief, bob.']));
  });

  it('counts each query when it is submitted, and books once what it cost', async () => {
    const forUsers: INodeParameters = { profileFrom: 'stored', userId: '={{ $json.user }}' };
    const submitted = await submit({
      parameters: { ...forUsers, options: { ...options, estimatedCost: 0.05 } },
    });
    expect(await usageOf('ann')).toMatchObject({
      hourly: { used: 2 },
      budget: { used: 0.1 },
      concurrent: { used: 2 },
    });
    await collect(submitted);
    const { results, failed } = await collect(submitted);
    expect(results.map(({ json }) => json['rateLimit'])).toMatchObject([
      { status: 'settled', costUsd: DRAFT_USD, isEstimate: false },
      { status: 'settled', costUsd: DRAFT_USD + VERIFIER_USD },
      { status: 'settled', costUsd: DRAFT_USD + VERIFIER_USD },
    ]);
    expect(failed).toHaveLength(2);
    const used = { ann: await usageOf('ann'), bob: await usageOf('bob') };
    expect(used.ann).toMatchObject({ hourly: { used: 2 }, concurrent: { used: 0 } });
    expect((used.ann['budget'] as IDataObject)['used']).toBeCloseTo(2 * DRAFT_USD + VERIFIER_USD, 9);
    await collect(submitted);
    expect(await usageOf('ann')).toEqual(used.ann);
    expect(await usageOf('bob')).toEqual(used.bob);
  });

  it('refuses those whose user is over a limit, and asks nothing for them', async () => {
    const many = Array.from({ length: 12 }, (_, id) => ({
      query: `Question ${String(id)}?`,
      user: 'eve',
      id,
    }));
    const submitted = await submit({
      items: many,
      parameters: { profileFrom: 'stored', userId: '={{ $json.user }}', options },
    });
    expect(at.jobSizes).toEqual([10]);
    const { failed } = await collect(submitted);
    expect(failed.map(({ json }) => [json['id'], json['error']])).toEqual([
      [10, 'The limit of requests per hour is reached'],
      [11, 'The limit of requests per hour is reached'],
    ]);
    expect(failed[0]?.json).toMatchObject({ details: { limitType: 'hourly' } });
  });

  it('is ended by Cancel Job: what is answered is given, and nothing more is asked', async () => {
    at.rules = { endsAtLook: Infinity, answeredBefore: 2 };
    const submitted = await submit();
    expect(await look('cancel', submitted)).toMatchObject({
      status: 'cancelling',
      providerJobs: [{ status: 'cancelling' }],
    });
    expect(at.server.jobs.map(({ isCancelled }) => isCancelled)).toEqual([true]);
    const { results, failed, job, batch } = await collect(submitted);
    expect(results.map(({ json }) => json['id'])).toEqual([0]);
    expect(failed.map((item) => [item.json['id'], item.json['error'], batchOf(item)['status']])).toEqual([
      [1, 'Not run: the batch was cancelled', 'not_run'],
      [2, expect.stringContaining('is empty'), 'failed'],
      [3, 'The job was cancelled before this query had its turn', 'failed'],
      [4, 'The job was cancelled before this query had its turn', 'failed'],
    ]);
    expect(job['status']).toBe('done');
    expect(batch).toMatchObject({ done: 1, stoppedBecause: 'aborted' });
    expect(at.jobSizes).toEqual([4]);
  });
});

describe('a job that cannot be', () => {
  it.each<[string, IDataObject, string]>([
    ['unknown', { job: { id: 'nobody' } }, 'There is no job with this ID'],
    [
      'without an ID',
      { job: { id: ' ' } },
      'Parameter "Job ID" is " ", but must be the ID that Submit Job gave',
    ],
    ['missing', {}, 'Parameter "Job ID" is missing, but must be the ID that Submit Job gave'],
    ['a number', { job: { id: 7 } }, 'Parameter "Job ID" is 7, but must be the ID that Submit Job gave'],
  ])('found is told: %s', async (_, job, message) => {
    for (const operation of ['getJob', 'getResults', 'cancel'])
      expect((await errorOf(naming(operation, [job]))).message).toBe(message);
  });

  it('found fails alone among others', async () => {
    const submitted = await submit();
    const jobs = [{ job: { id: 'nobody' } }, submitted];
    const run = await runBatchNode(naming('getJob', jobs, { onError: 'continueErrorOutput' }));
    const [[found] = [], [fault] = []] = outputs(run);
    expect(jobIn(found)['id']).toBe(submitted.job['id']);
    expect(found?.pairedItem).toEqual({ item: 1 });
    expect(fault?.json).toMatchObject({
      job: { id: 'nobody' },
      error: 'There is no job with this ID',
      details: { description: expect.stringContaining('Keep Results For') },
    });
    const regular = await runBatchNode(naming('getResults', jobs, { onError: 'continueRegularOutput' }));
    expect(outputs(regular).map(({ length }) => length)).toEqual([0, 1, 1]);
  });

  it.each([
    ['takes no jobs', { at: 'upload', status: 404 } as const, /^The provider takes no jobs/],
    [
      'refuses it',
      { at: 'create', status: 400, message: 'Too odd' } as const,
      /^The provider did not take the job of this query: .*Too odd/,
    ],
  ])('submitted is a fault of the node, when the provider %s', async (_, refusal, message) => {
    at.rules = { refusals: [refusal] };
    const error = await errorOf(submitting({ parameters: { profileFrom: 'stored', userId: 'ann' } }));
    expect(error.message).toMatch(message);
    expect(await usageOf('ann')).toMatchObject({ hourly: { used: 0 }, concurrent: { used: 0 } });
    expect(saved.column).not.toContain('capital of France');
  });

  it('kept is not submitted: static data has too little room', async () => {
    const large = Array.from({ length: 30 }, (_, id) => ({ query: `${'x'.repeat(50_000)} ${String(id)}` }));
    const error = await errorOf(submitting({ items: large }));
    expect(`${error.message} ${String(error.description)}`).toMatch(/Redis/);
    expect(at.jobSizes).toEqual([]);
    // Nothing of it is left: there is room for a small one.
    expect((await submit()).job['status']).toBe('running');
  });

  it('shown its images says so, rather than be asked without them', async () => {
    const binary = { photo: { data: 'iVBORw0KGgo=', mimeType: 'image/png' } };
    const submitted = await submit({ items: items.slice(0, 1), binary });
    const { failed } = await collect(submitted);
    expect(failed[0]?.json['error']).toMatch(/^The images of an item cannot be kept for a job/);
    const without = await submit({
      items: items.slice(0, 1),
      binary,
      parameters: { options: { ...options, passImages: false } },
    });
    expect((await collect(without)).results).toHaveLength(1);
  });

  it('kept longer than a run by hand is told of', async () => {
    const run = await runBatchNode(submitting({ mode: 'manual' }));
    expect(messagesOf(run)).toEqual([expect.stringMatching(/^This is a run by hand/)]);
  });
});
