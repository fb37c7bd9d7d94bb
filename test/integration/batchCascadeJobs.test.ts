import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters, OnError } from 'n8n-workflow';
import { CascadeLlmApi } from '../../credentials/CascadeLlmApi.credentials';
import type { JobRules } from '../../scripts/modelServer/jobs/jobRules.mts';
import { batchOf, leftBy, messagesOf, type BatchCase, type Left } from './support/batchWorkflow';
import { JobProvider, type JobApi } from './support/jobProvider';

/** A pass takes five seconds: so long is waited before the first look at a job. */
const JOBS_MS = 60_000;

/** Per million tokens, at list price; a query is 1000 tokens and its answer 100. */
const prices = (models: readonly string[]) =>
  models.map((model, index) => ({ model, inputPerMillion: 10 ** index, outputPerMillion: 10 ** index }));
const DRAFT_USD = 0.0011;
const VERIFIER_USD = 0.011;

const items = [
  { query: 'What is the capital of France?', id: 0 },
  { query: 'A hard one: what is its river?', id: 1 },
  { query: '', id: 2 },
  { query: 'What is a broken query?', id: 3 },
  { query: 'Another hard one: who built it?', id: 4 },
];

let providers: JobProvider[] = [];

async function provider(api: JobApi = 'openAiCompatible', rules: JobRules = {}): Promise<JobProvider> {
  const opened = await JobProvider.open(api, rules);
  providers = [...providers, opened];
  return opened;
}

const overJobs = (
  at: JobProvider,
  parameters: INodeParameters = {},
  options: IDataObject = {},
): BatchCase => ({
  items,
  models: [null, null],
  credential: at.credential,
  sign: new CascadeLlmApi().authenticate,
  parameters: {
    strategy: 'provider_batch',
    modelSource: 'api',
    models: at.models,
    ...parameters,
    options: { modelPrices: { prices: prices(at.models) }, jobDiscountPercent: 50, retries: 0, ...options },
  },
});

afterAll(async () => {
  await Promise.all(providers.map(({ server }) => server.stop()));
});

interface Scenario {
  readonly name: string;
  readonly api?: JobApi;
  readonly rules?: JobRules;
  readonly options?: IDataObject;
  readonly onError?: OnError;
}

/** Waiting takes nobody's time: all of them wait at once. */
const scenarios: readonly Scenario[] = [
  { name: 'OpenAI' },
  { name: 'Anthropic', api: 'anthropic' },
  { name: 'missing', rules: { refusals: [{ at: 'upload', status: 404 }] } },
  {
    name: 'missing, fail',
    rules: { refusals: [{ at: 'upload', status: 404 }] },
    options: { jobFallback: 'fail' },
  },
  {
    name: 'refused',
    rules: { refusals: [{ at: 'create', status: 400, message: 'Your file is too odd' }] },
    options: { jobFallback: 'fail' },
    onError: 'continueErrorOutput',
  },
  {
    name: 'failed',
    rules: { ending: 'failed', faults: ['Line 2 is odd'] },
    options: { jobFallback: 'fail' },
  },
  { name: 'expired', rules: { ending: 'expired', answeredBefore: 1 } },
  {
    name: 'rows missing',
    rules: { rewrite: (lines) => lines.slice(1) },
    options: { jobFallback: 'fail' },
  },
  {
    name: 'rows unknown',
    rules: {
      rewrite: ([first = '', ...rest]) => [
        first.replace(/"custom_id":"[^"]+"/, '"custom_id":"stranger"'),
        first,
        first,
        'no JSON',
        ...rest,
      ],
    },
  },
];

describe('Batch Cascade with the strategy Provider Batch API', () => {
  const outcomes = new Map<string, { readonly at: JobProvider; readonly left: Left }>();

  beforeAll(async () => {
    await Promise.all(
      scenarios.map(async ({ name, api, rules, options, onError }) => {
        const at = await provider(api, rules);
        const left = await leftBy({ ...overJobs(at, {}, options), ...(onError ? { onError } : {}) });
        outcomes.set(name, { at, left });
      }),
    );
  }, JOBS_MS);

  const outcomeOf = (name: string) => {
    const outcome = outcomes.get(name);
    if (!outcome) throw new Error(`There is no scenario ${name}`);
    return outcome;
  };

  it.each(['OpenAI', 'Anthropic'])(
    'drafts in one job, and has what is rejected answered in a second: %s',
    (name) => {
      const { at, left } = outcomeOf(name);
      const [drafter, verifier] = at.models;
      expect(left.said).toEqual([
        `${drafter}: Paris.`,
        `${verifier}: Paris.`,
        expect.stringContaining('Parameter "Prompt (User Message)" is empty'),
        'No model of the cascade gave an answer',
        `${verifier}: Paris.`,
      ]);
      expect(left.results.map(({ json, pairedItem }) => [json['id'], pairedItem])).toEqual([
        [0, { item: 0 }],
        [1, { item: 1 }],
        [4, { item: 4 }],
      ]);
      expect(at.jobSizes).toEqual([4, 3]);
      expect(at.server.requests).toEqual([]);
      expect(left.results.map((item) => batchOf(item)['costUsd'])).toEqual(
        [DRAFT_USD, DRAFT_USD + VERIFIER_USD, DRAFT_USD + VERIFIER_USD].map(half),
      );
      expect(left.summary).toMatchObject({
        strategy: 'provider_batch',
        done: 3,
        failed: 2,
        escalated: 2,
        fallback: null,
        stoppedBecause: null,
      });
      expect(left.summary['costUsd']).toBeCloseTo((3 * DRAFT_USD + 2 * VERIFIER_USD) / 2, 9);
      // What the last model alone would have cost is what it costs without a job.
      expect(left.summary['baselineCostUsd']).toBeCloseTo(3 * VERIFIER_USD, 9);
    },
  );

  it('asks one by one where there is no batch API, and says so', () => {
    const { at, left } = outcomeOf('missing');
    expect(left.results.map(({ json }) => json['id'])).toEqual([0, 1, 4]);
    expect(left.summary['fallback']).toContain('takes no jobs');
    expect(at.jobSizes).toEqual([]);
    expect(messagesOf(left.run)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^The queries were asked one by one\. The provider takes no jobs/),
      ]),
    );
    expect(left.summary['costUsd']).toBeCloseTo(3 * DRAFT_USD + 2 * VERIFIER_USD, 9);
  });

  it('rather fails where there is no batch API, if told to', () => {
    const { at, left } = outcomeOf('missing, fail');
    expect(left.results).toEqual([]);
    expect(left.failed).toHaveLength(5);
    expect(left.failed[0]?.json['error']).toMatch(/^The provider takes no jobs/);
    expect(at.server.requests).toEqual([]);
  });

  it.each([
    ['refused', /^The provider did not take the job of this query: .*Your file is too odd/],
    ['failed', /^The job of this query failed at the provider: Line 2 is odd/],
  ])('says in the words of the provider why a job was %s, for each query', (name, error) => {
    const { left } = outcomeOf(name);
    expect(left.results).toEqual([]);
    expect(left.failed.map(({ json }) => json['id'])).toEqual([0, 1, 2, 3, 4]);
    for (const id of [0, 1, 3, 4]) expect(left.said[id]).toMatch(error);
  });

  it('asks for what an expired job has left, and pays nothing twice', () => {
    const { at, left } = outcomeOf('expired');
    expect(left.results.map(({ json }) => json['id'])).toEqual([0, 1, 4]);
    expect(batchOf(left.results[0] ?? { json: {} })['costUsd']).toEqual(half(DRAFT_USD));
    const first = items[0]?.query;
    expect(at.server.requests.map(({ body }) => body.messages.at(-1)?.content)).not.toContain(first);
  });

  it('fails the query alone whose row is missing', () => {
    const { left } = outcomeOf('rows missing');
    expect(left.said[0]).toBe('The results of the job have no reply to this query');
    expect(left.results.map(({ json }) => json['id'])).toEqual([4]);
  });

  it('takes no notice of rows that nobody asked for, of doubled ones and of what is none', () => {
    const { left } = outcomeOf('rows unknown');
    expect(left.results.map(({ json }) => json['id'])).toEqual([0, 1, 4]);
  });
});

function half(usd: number): unknown {
  return expect.closeTo(usd / 2, 9);
}
