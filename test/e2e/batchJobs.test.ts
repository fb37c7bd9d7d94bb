import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod/v3';
import type { JobLine, JobRules } from '../../scripts/modelServer/jobs/jobRules.mts';
import { lastTextOf } from '../../scripts/modelServer/request.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import type { Credential, N8nApi } from '../../scripts/n8n/api.mts';
import { BATCH, PublishedBatch, type BatchWorkflow } from './support/batch/batchWorkflow';
import { reply } from './support/cascade/exampleModels';
import { outputOf } from './support/outputOf';
import { sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

/** What becomes of the jobs of each model. */
const rulesOf: ReadonlyMap<string, JobRules> = new Map<string, JobRules>([
  ['failing', { ending: 'failed', faults: ['The file is too old'] }],
  ['expiring', { ending: 'expired', answeredBefore: 2 }],
  ['losing', { rewrite: ([, ...rest]) => rest }],
  ['endless', { endsAtLook: Infinity, answeredBefore: 1 }],
  ['absent', { refusals: [{ at: 'upload', status: 404 }] }],
]);
const body = z.object({ model: z.string() });
const EXPIRED = 'The time of the job was over before this query had its turn';
const capitals = ['France', 'Spain', 'Italy', 'Portugal'].map((land) => `What is the capital of ${land}?`);

let api: N8nApi;
let models: ModelServer;
let credential: Credential;

beforeAll(async () => {
  models = await ModelServer.start(
    (request) => reply(`I was asked: ${lastTextOf('user', request.body)}`),
    [],
    { jobs: rulesFor },
  );
  api = sharedN8n();
  const data = { apiType: 'openAiCompatible', baseUrl: models.url, apiKey: 'sk-test' };
  credential = await api.createCredential({ name: 'Test API', type: 'cascadeLlmApi', data });
});

beforeEach(() => {
  models.forgetRequests();
});

afterAll(() => models.stop());

function rulesFor([first]: readonly JobLine[]): JobRules {
  return (first && rulesOf.get(body.parse(first.body).model)) ?? {};
}

type Given = Omit<BatchWorkflow, 'credential' | 'models'> & { readonly drafter: string };

const publish = ({ drafter, ...given }: Given) =>
  PublishedBatch.publish(api, { ...given, credential, models: [drafter, 'gpt-4o'] });

describe('a batch for the provider', () => {
  const run = async (drafter: string, jobFallback: 'individual' | 'fail', queries = capitals) =>
    await (
      await publish({ drafter, parameters: { strategy: 'provider_batch', options: { jobFallback } } })
    ).run(queries);

  it('has an outcome for each query, whatever becomes of its job', async () => {
    const [absent, failing, expiring, losing] = await Promise.all(
      ['absent', 'failing', 'expiring', 'losing'].map((drafter) => run(drafter, 'fail')),
    );
    expect(absent?.failed).toHaveLength(4);
    expect(absent?.failed[0]).toMatchObject({ error: expect.stringMatching(/takes no batch jobs/) });
    expect(failing?.failed).toHaveLength(4);
    expect(failing?.failed[0]).toMatchObject({ error: expect.stringContaining('The file is too old') });
    expect(expiring?.results.map(({ query }) => query)).toEqual(capitals.slice(0, 2));
    expect(expiring?.failed).toMatchObject(capitals.slice(2).map((query) => ({ query, error: EXPIRED })));
    expect(losing?.results.map(({ query }) => query)).toEqual(capitals.slice(1));
    expect(losing?.failed).toMatchObject([{ query: capitals[0] }]);
    for (const batch of [absent, failing, expiring, losing]) expect(batch?.execution.status).toBe('success');
    expect(models.requests).toEqual([]);
  });

  it('asks one by one for what the job leaves, and says why', async () => {
    const [failing, expiring] = await Promise.all(
      ['failing', 'expiring'].map((drafter) => run(drafter, 'individual', ['', ...capitals])),
    );
    for (const batch of [failing, expiring]) {
      expect(batch?.results.map(({ query }) => query)).toEqual(capitals);
      expect(batch?.failed).toMatchObject([
        { query: '', error: expect.stringMatching(/^Parameter "Prompt/) },
      ]);
    }
    expect(failing?.summary).toMatchObject({
      batch: { fallback: expect.stringContaining('The file is too old') },
    });
    expect(expiring?.summary).toMatchObject({ batch: { fallback: EXPIRED } });
    expect(models.requests).toHaveLength(4 + 2);
  });
});

describe('a job', () => {
  const submit = { operation: 'submit' };

  it('can be looked at, cancelled, and collected with what was answered by then', async () => {
    const workflow = await publish({
      drafter: 'endless',
      parameters: submit,
      then: ['getJob', 'cancel', 'getResults'],
    });
    const { execution } = await workflow.run(['', ...capitals]);
    expect(execution.status).toBe('success');
    const [submitted] = outputOf(execution, BATCH);
    expect(submitted).toMatchObject({ job: { status: 'running', queries: 5, requests: 4 } });
    expect(outputOf(execution, 'getJob')).toMatchObject([{ job: { status: 'running' } }]);
    expect(outputOf(execution, 'cancel')).toMatchObject([{ job: { queries: 5 } }]);
    const [results, failed, summary] = [0, 1, 2].map((output) => outputOf(execution, 'getResults', output));
    expect(results).toMatchObject([{ query: capitals[0], output: `I was asked: ${String(capitals[0])}` }]);
    expect(failed).toHaveLength(4);
    expect(failed?.[0]).toMatchObject({ query: '', error: expect.stringMatching(/^Parameter "Prompt/) });
    expect(summary).toMatchObject([
      { job: { status: 'done' }, batch: { total: 5, done: 1, failed: 4, stoppedBecause: 'aborted' } },
    ]);
    expect(models.jobs).toMatchObject([{ isCancelled: true }]);
  });

  it('that nobody knows is a fault, which follows On Error', async () => {
    const parameters = { operation: 'getResults', jobId: '={{ $json.query }}' };
    const fault = { error: 'There is no job with this ID', details: { description: expect.any(String) } };
    const stops = await (await publish({ drafter: 'good', parameters })).run(['nobody-knows-it']);
    expect(stops.execution.data.resultData.error?.message).toBe(fault.error);
    const goesOn = await (
      await publish({ drafter: 'good', parameters, onError: 'continueErrorOutput' })
    ).run(['nobody-knows-it', 'nor-this-one']);
    expect(outputOf(goesOn.execution, BATCH, 3)).toMatchObject([
      { query: 'nobody-knows-it', ...fault },
      fault,
    ]);
  });
});
