import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { OnError } from 'n8n-workflow';
import type { Behaviour } from '../../scripts/modelServer/behaviour.mts';
import { lastTextOf } from '../../scripts/modelServer/request.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import type { Credential, N8nApi } from '../../scripts/n8n/api.mts';
import { waitFor } from '../../scripts/support/time.mts';
import { BATCH, PublishedBatch, type BatchWorkflow } from './support/batch/batchWorkflow';
import { CallQuota } from './support/batch/callQuota';
import { FAILING, modelsAsked, REFUSING, reply } from './support/cascade/exampleModels';
import { outputOf } from './support/outputOf';
import { sharedN8n } from './support/sharedN8n';

jest.setTimeout(60_000);

const MODELS = ['gpt-4o-mini', 'gpt-4o'];

let api: N8nApi;
let models: ModelServer;
let byName: Credential;
let connected: Credential;
let quota: CallQuota | undefined;
/** Whether models never answer questions that end with "slowly?". */
let hangs: boolean;

beforeAll(async () => {
  api = sharedN8n();
  models = await ModelServer.start(({ body, receivedAt }) => {
    const refusal = quota?.refusalAt(receivedAt);
    if (refusal) return refusal;
    return behaviourTowards(lastTextOf('user', body), body.model);
  });
  [byName, connected] = await Promise.all([
    api.createCredential({
      name: 'Test API',
      type: 'cascadeLlmApi',
      data: { apiType: 'openAiCompatible', baseUrl: models.url, apiKey: 'sk-test' },
    }),
    api.createCredential({
      name: 'Test models',
      type: 'openAiApi',
      data: { apiKey: 'sk-test', url: models.url },
    }),
  ]);
});

beforeEach(() => {
  models.forgetRequests();
  quota = undefined;
  hangs = true;
});

afterAll(() => models.stop());

function behaviourTowards(question: string, model: string): Behaviour {
  if (question.endsWith('slowly?') && hangs) return { kind: 'hang' };
  if (question.startsWith('Nobody')) return FAILING;
  if (question.startsWith('Why') && model === MODELS[0]) return REFUSING;
  return reply(`I was asked: ${question}`);
}

type Given = Omit<Partial<BatchWorkflow>, 'models'>;

const publish = (given: Given = {}) =>
  PublishedBatch.publish(api, { credential: byName, ...given, models: MODELS });

const capitals = (count: number) =>
  Array.from({ length: count }, (_, index) => `What is the capital of country ${String(index + 1)}?`);

describe('a batch', () => {
  it('answers each item in its place, and sends what failed to Failed', async () => {
    const workflow = await publish({ credential: connected });
    const queries = [...capitals(3), '', 'Why is that so?', 'Nobody answers this.', ...capitals(5).slice(3)];
    const { execution, results, failed, summary } = await workflow.run(queries);
    expect(execution.status).toBe('success');
    expect(results.map(({ query, output }) => [query, output])).toEqual(
      queries
        .filter((query) => query !== '' && !query.startsWith('Nobody'))
        .map((query) => [query, `I was asked: ${query}`]),
    );
    expect(results[3]).toMatchObject({ cascade: { escalated: true }, batch: { index: 4, status: 'done' } });
    expect(failed).toMatchObject([
      { query: '', error: expect.stringMatching(/^Parameter "Prompt/), batch: { index: 3, costUsd: 0 } },
      {
        query: 'Nobody answers this.',
        error: 'No model of the cascade gave an answer',
        details: { attempts: [{ model: 'gpt-4o-mini' }, { model: 'gpt-4o' }] },
        batch: { index: 5, status: 'failed' },
      },
    ]);
    expect(summary).toMatchObject({
      batch: { strategy: 'adaptive', total: 8, done: 6, failed: 2, notRun: 0, successRate: 75, escalated: 1 },
    });
    const [run] = execution.data.resultData.runData[BATCH] ?? [];
    const paired = run?.data?.['main']?.map((items) => items?.map(({ pairedItem }) => pairedItem));
    expect(paired?.slice(0, 2)).toEqual([
      [0, 1, 2, 4, 6, 7].map((item) => ({ item })),
      [{ item: 3 }, { item: 5 }],
    ]);
  });

  it('may be of one item', async () => {
    const { results, summary } = await (await publish({ parameters: { strategy: 'auto' } })).run(capitals(1));
    expect(results).toHaveLength(1);
    expect(summary).toMatchObject({ batch: { strategy: 'sequential', total: 1, successRate: 100 } });
  });

  it('is not run without items, and fails the empty one that n8n makes of none when told to', async () => {
    const none = await (await publish()).run([]);
    expect([none.execution.status, none.summary]).toEqual(['success', undefined]);
    const empty = await (await publish({ alwaysOutputsData: true })).run([]);
    expect(empty.failed).toMatchObject([{ error: expect.stringMatching(/^Parameter "Prompt/) }]);
    expect(empty.summary).toMatchObject({ batch: { total: 1, failed: 1 } });
    expect(models.requests).toEqual([]);
  });

  it('asks what several items ask only once', async () => {
    const [one = '', other = ''] = capitals(2);
    const workflow = await publish({ parameters: { options: { answerDuplicatesOnce: true } } });
    const { results } = await workflow.run([one, other, one, one]);
    expect(results.map(({ query }) => query)).toEqual([one, other, one, one]);
    expect(results).toMatchObject([
      { batch: { source: 'run' } },
      { batch: { source: 'run' } },
      { batch: { source: 'duplicate', costUsd: 0 } },
      { batch: { source: 'duplicate' } },
    ]);
    expect(models.requests).toHaveLength(2);
  });

  it.each(['connected', 'by name'])(
    'waits out refusals of models that are %s, escalates none of them and loses nothing',
    async (source) => {
      quota = new CallQuota({ calls: 12, perMs: 1000 });
      const queries = capitals(40);
      const workflow = await publish({ credential: source === 'connected' ? connected : byName });
      const { results, summary } = await workflow.run(queries);
      expect(results.map(({ query }) => query)).toEqual(queries);
      expect(summary).toMatchObject({ batch: { done: 40, escalated: 0, models: [{ calls: 40 }] } });
      expect(new Set(modelsAsked(models))).toEqual(new Set(['gpt-4o-mini']));
      expect(quota.refused).toBeGreaterThan(0);
      expect(models.requests).toHaveLength(40 + quota.refused);
    },
  );
});

describe('On Error', () => {
  const settings: readonly OnError[] = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'];

  it.each(settings)('set to %s: a query that fails leaves by Failed', async (onError) => {
    const [query = ''] = capitals(1);
    const { execution, results, failed } = await (
      await publish({ onError })
    ).run(['Nobody answers this.', query]);
    expect(execution.status).toBe('success');
    expect([results, failed]).toMatchObject([[{ query }], [{ query: 'Nobody answers this.' }]]);
    expect(outputOf(execution, BATCH, 3)).toEqual([]);
  });

  const faulty = { strategy: 'parallel', queriesAtOnce: '={{ 0 }}' };
  const fault = { error: 'Parameter "Queries at Once" is 0, but must be a whole number from 1 to 1000' };

  it('set to stop: a fault of the whole node ends the execution', async () => {
    const { execution } = await (await publish({ parameters: faulty })).run(capitals(2));
    expect(execution.status).toBe('error');
    expect(execution.data.resultData.error?.message).toBe(fault.error);
  });

  it.each<[OnError, number]>([
    ['continueRegularOutput', 1],
    ['continueErrorOutput', 3],
  ])('set to %s: a fault of the whole node leaves as one item by output %d', async (onError, output) => {
    const { execution } = await (await publish({ parameters: faulty, onError })).run(capitals(2));
    expect(execution.status).toBe('success');
    const leaving = [0, 1, 2, 3].map((index) => outputOf(execution, BATCH, index));
    expect(leaving[output]).toMatchObject([fault]);
    expect(leaving.flat()).toHaveLength(1);
    expect(models.requests).toEqual([]);
  });
});

describe('an execution that is stopped', () => {
  /** Static data as n8n has it in its database. */
  const savedText = async ({ id }: PublishedBatch) => JSON.stringify((await api.getWorkflow(id)).staticData);

  const slow = ['Does this answer come slowly?', 'Does that one come slowly?'];
  const parameters = { strategy: 'parallel', queriesAtOnce: 4, batchId: 'a-batch-that-is-stopped' };

  it('hangs up on all models at once, and leaves what was answered to the next run', async () => {
    const workflow = await publish({ parameters });
    const queries = [...capitals(6), ...slow, ...capitals(9).slice(6)];
    const running = await workflow.start(queries);
    await waitFor(() => Promise.resolve(models.requests.length === queries.length ? true : undefined), {
      what: 'all queries to be asked',
      timeoutMs: 10_000,
    });
    await api.stopExecution(running);
    const calls = models.requests.filter(({ body }) => lastTextOf('user', body).endsWith('slowly?'));
    await waitFor(() => Promise.resolve(calls.every(({ aborted }) => aborted) ? true : undefined), {
      what: 'n8n to hang up',
      timeoutMs: 5000,
    });
    expect((await workflow.outcome(running)).execution.status).toBe('canceled');
    expect(models.requests).toHaveLength(queries.length);

    models.forgetRequests();
    hangs = false;
    const { results, summary } = await workflow.run(queries);
    expect(results.map(({ query }) => query)).toEqual(queries);
    expect(models.requests.map(({ body }) => lastTextOf('user', body)).toSorted()).toEqual(slow.toSorted());
    expect(summary).toMatchObject({ batch: { id: parameters.batchId, done: 11, resumed: 9 } });
    expect(await savedText(workflow)).toContain(parameters.batchId);
  });

  it('or fails after the batch: its answers are not paid for again', async () => {
    const given = { parameters: { ...parameters, batchId: 'a-batch-that-fails' }, failsAfterwards: true };
    const workflow = await publish(given);
    const first = await workflow.run(capitals(5));
    expect(first.execution.status).toBe('error');
    expect(await savedText(workflow)).toContain('a-batch-that-fails');
    models.forgetRequests();
    const { results, summary } = await workflow.run(capitals(5));
    expect(results).toHaveLength(5);
    expect(summary).toMatchObject({ batch: { resumed: 5, costUsd: 0 } });
    expect(models.requests).toEqual([]);
  });
});
