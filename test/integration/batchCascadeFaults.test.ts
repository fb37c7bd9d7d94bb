import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject, OnError } from 'n8n-workflow';
import type { Behaviour, Responder } from '../../scripts/modelServer/behaviour.mts';
import { lastTextOf } from '../../scripts/modelServer/request.mts';
import { ModelServer } from '../../scripts/modelServer/server.mts';
import { BATCH, errorOf, leftBy, runBatchNode, type BatchCase } from './support/batchWorkflow';
import { failing, QUESTION, queryOf, recorded, REFUSAL, reply, saying } from './support/modelScripts';
import { OpenStores } from './support/openStores';
import { outputsOf } from './support/runWorkflow';

const usage = { inputTokens: 1000, outputTokens: 100 };
const paris: Behaviour = { kind: 'reply', text: 'Paris.', usage, finishReason: 'stop' };

const questions = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ query: `${QUESTION} ${String(id)}`, id }));

const good: BatchCase = { items: questions(3), script: saying({ small: 'Paris.', large: 'Paris.' }) };

const nowhere = { host: '127.0.0.1', port: 9, password: '', database: 0, ssl: false, prefix: 'cascadeflow' };

let stores: OpenStores;

beforeAll(async () => {
  stores = await OpenStores.watch();
});
afterAll(() => stores.close());

describe('a fault of the whole node', () => {
  const faults: [name: string, fault: Partial<BatchCase>, message: string | RegExp][] = [
    ['no model', { models: [null, null] }, 'No chat model is connected to "Drafter" and "Verifier"'],
    ['one model', { models: ['small', null] }, 'No chat model is connected to "Verifier"'],
    [
      'models of an API and no credential',
      { parameters: { modelSource: 'api', models: ['a', 'b'] } },
      'No Cascade LLM API credential is chosen',
    ],
    [
      'a strategy that is none',
      { parameters: { strategy: 'fast' } },
      'Parameter "Strategy" is "fast", but must be one of auto, sequential, parallel, adaptive, provider_batch',
    ],
    [
      'an operation that is none',
      { parameters: { operation: 'go' } },
      'Parameter "Operation" is "go", but must be one of run, submit, getJob, getResults, cancel',
    ],
    [
      'no query at once',
      { parameters: { strategy: 'parallel', queriesAtOnce: 0 } },
      'Parameter "Queries at Once" is 0, but must be a whole number from 1 to 1000',
    ],
    [
      'a batch ID that is no text',
      { parameters: { batchId: '={{ [1] }}' } },
      'Parameter "Batch ID" is a list of 1, but must be a text, or empty',
    ],
    [
      'a store that is none',
      { parameters: { batchId: 'nightly', storage: 'disk' } },
      'Parameter "Store Data In" is "disk", but must be one of redis, staticData',
    ],
    [
      'a store without a credential',
      { parameters: { batchId: 'nightly', storage: 'redis' } },
      'No Cascade Redis API credential is chosen',
    ],
    [
      'a store that is away',
      { parameters: { batchId: 'nightly', storage: 'redis' }, credential: nowhere },
      /Redis at 127\.0\.0\.1:9 refuses connections/,
    ],
    [
      'connected models for a job',
      { parameters: { operation: 'submit', modelSource: 'connected' } },
      'Parameter "Model Source" is "connected", but must be API: connected chat models take no jobs',
    ],
  ];

  it.each(faults)('stops the workflow: %s', async (_, fault, message) => {
    const { script, calls } = recorded(saying({}));
    const error = await errorOf({ ...good, script, ...fault });
    expect(error.name).toBe('NodeOperationError');
    expect(`${error.message} ${String(error.description)}`).toMatch(
      typeof message === 'string' ? message.replace(/[()[\]]/g, '\\$&') : message,
    );
    expect(calls).toEqual([]);
  });

  it.each(faults)('leaves by the error output, as one item: %s', async (_, fault) => {
    const run = await runBatchNode({ ...good, ...fault, onError: 'continueErrorOutput' });
    expect(run.data.resultData.error).toBeUndefined();
    const outputs = outputsOf(run, BATCH);
    const [item] = outputs.at(-1) ?? [];
    expect(outputs.map(({ length }) => length)).toEqual([...outputs.slice(1).map(() => 0), 1]);
    expect(outputs.length).toBe(fault.parameters?.['operation'] === 'submit' ? 2 : 4);
    expect(item?.json).toMatchObject({ query: `${QUESTION} 0`, id: 0, error: expect.any(String) });
  });

  it.each(faults)('is no answer when the workflow goes on: %s', async (_, fault) => {
    const run = await runBatchNode({ ...good, ...fault, onError: 'continueRegularOutput' });
    const isJob = fault.parameters?.['operation'] === 'submit';
    const outputs = outputsOf(run, BATCH).map((items) => items.map(({ json }) => json));
    expect(outputs).toEqual(isJob ? [[expect.anything()]] : [[], [expect.anything()], []]);
    expect(outputs.flat()).toMatchObject([{ error: expect.any(String) }]);
  });
});

describe('a query that fails', () => {
  it.each<OnError | undefined>([undefined, 'stopWorkflow', 'continueErrorOutput', 'continueRegularOutput'])(
    'leaves by Failed, whatever On Error says: %s',
    async (onError) => {
      const run = await runBatchNode({
        ...good,
        ...(onError ? { onError } : {}),
        models: ['gpt-4o-mini', 'gpt-4o'],
        script: (call) => (queryOf(call).endsWith('1') ? failing(call) : Promise.resolve(reply('Paris.'))),
        parameters: { options: { retries: 0 } },
      });
      expect(run.data.resultData.error).toBeUndefined();
      const [results = [], failed = [], summary = [], ...others] = outputsOf(run, BATCH);
      expect(results.map(({ json }) => json['id'])).toEqual([0, 2]);
      expect(failed.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
        [
          {
            ...questions(2)[1],
            error: 'No model of the cascade gave an answer',
            details: {
              description: 'gpt-4o-mini: status 500: gpt-4o-mini is down; gpt-4o: status 500: gpt-4o is down',
              attempts: [expect.anything(), expect.anything()],
              costUsd: 0,
            },
            batch: {
              index: 1,
              status: 'failed',
              attempts: 1,
              latencyMs: expect.any(Number),
              costUsd: 0,
            },
          },
          { item: 1 },
        ],
      ]);
      expect(summary).toHaveLength(1);
      expect(others).toEqual(onError === 'continueErrorOutput' ? [[]] : []);
    },
  );
});

describe('a provider', () => {
  let server: ModelServer;
  let respond: Responder = () => paris;

  beforeAll(async () => {
    server = await ModelServer.start((request) => respond(request));
  });
  afterAll(() => server.stop());
  afterEach(() => {
    server.forgetRequests();
  });

  const overApi = (options: IDataObject, more: Partial<BatchCase> = {}): BatchCase => ({
    items: questions(12),
    models: [null, null],
    credential: { apiType: 'openAiCompatible', baseUrl: server.url, apiKey: 'my-own-secret' },
    ...more,
    parameters: {
      modelSource: 'api',
      models: ['gpt-4o-mini', 'gpt-4o'],
      ...more.parameters,
      options: { retries: 0, ...options },
    },
  });

  const askedOf = (model: string) => server.requests.filter(({ body }) => body.model === model).length;

  it.each(['sequential', 'parallel', 'adaptive'])(
    'that has too many calls is waited for as it says, and nothing is escalated: %s',
    async (strategy) => {
      // One after the other, each of them waits.
      let refusals = strategy === 'sequential' ? 1 : 4;
      const asked = 12 + refusals;
      respond = () => {
        refusals -= 1;
        return refusals >= 0
          ? { kind: 'error', status: 429, message: 'Slow down', headers: { 'retry-after': '1' } }
          : paris;
      };
      const begun = Date.now();
      const { results, summary } = await leftBy(overApi({}, { parameters: { strategy } }));
      expect(Date.now() - begun).toBeGreaterThanOrEqual(950);
      expect(results).toHaveLength(12);
      expect(summary).toMatchObject({
        done: 12,
        escalated: 0,
        models: [{ model: 'gpt-4o-mini', calls: 12 }],
      });
      expect([askedOf('gpt-4o-mini'), askedOf('gpt-4o')]).toEqual([asked, 0]);
      for (const { json } of results)
        expect(json).toMatchObject({ batch: { attempts: 1 }, cascade: { attempts: [{ error: null }] } });
    },
  );

  it('that asks for a longer wait than the batch has ends it: the rest is not run', async () => {
    respond = () => ({
      kind: 'error',
      status: 429,
      message: 'Come back tomorrow',
      headers: { 'retry-after': '86400' },
    });
    const { failed, summary } = await leftBy(
      overApi({ longestWaitMinutes: 0.1 }, { parameters: { strategy: 'sequential' } }),
    );
    expect(failed).toHaveLength(12);
    expect(summary).toMatchObject({ done: 0, stoppedBecause: 'provider' });
    expect(failed.at(-1)?.json).toMatchObject({
      error: 'Not run: the provider had refused every call for longer than the batch waits',
      batch: { status: 'not_run', reason: 'provider', attempts: 0 },
    });
    expect(server.requests.length).toBeLessThan(4);
  });

  it('that fails now and then costs retries, and no query', async () => {
    let calls = 0;
    respond = () => {
      calls += 1;
      return calls % 5 === 0 ? { kind: 'error', status: 503, message: 'Overloaded' } : paris;
    };
    const { results, summary } = await leftBy(overApi({ retries: 3 }, { items: questions(40) }));
    expect(results).toHaveLength(40);
    expect(summary).toMatchObject({ done: 40, escalated: 0 });
  });

  it('whose drafter hangs is left for the next model, and a query that hangs fails by itself', async () => {
    respond = ({ body }) => {
      const query = lastTextOf('user', body);
      if (query.endsWith(' 1') || (query.endsWith(' 2') && body.model === 'gpt-4o-mini'))
        return { kind: 'hang' };
      return paris;
    };
    const { results, failed } = await leftBy(overApi({ timeoutSeconds: 0.3 }, { items: questions(4) }));
    expect(results.map(({ json }) => [json['id'], (json['cascade'] as IDataObject)['modelUsed']])).toEqual([
      [0, 'gpt-4o-mini'],
      [2, 'gpt-4o'],
      [3, 'gpt-4o-mini'],
    ]);
    expect(failed).toMatchObject([{ json: { id: 1, error: 'No model of the cascade gave an answer' } }]);
    expect(JSON.stringify(failed)).not.toContain('my-own-secret');
  });

  it('that refuses the key fails each query, and says why without it', async () => {
    respond = () => ({ kind: 'error', status: 401, message: 'Incorrect API key provided: my-own-secret' });
    const { failed } = await leftBy(overApi({}, { items: questions(3) }));
    expect(failed).toHaveLength(3);
    expect(JSON.stringify(failed)).toContain('status 401');
    expect(JSON.stringify(failed)).not.toContain('my-own-secret');
  });

  it('escalates what is wrong with a draft, as without a batch', async () => {
    respond = ({ body }) => (body.model === 'gpt-4o-mini' ? { kind: 'reply', text: REFUSAL, usage } : paris);
    const { results, summary } = await leftBy(overApi({}));
    expect(results.map(({ json }) => json['output'])).toEqual(questions(12).map(() => 'Paris.'));
    expect(summary).toMatchObject({ escalated: 12, models: [{ calls: 12 }, { calls: 12 }] });
  });
});
