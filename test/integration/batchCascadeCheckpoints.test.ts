import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { RedisServer } from '../../scripts/servers/redisServer.mts';
import { batchOf, errorOf, leftBy, messagesOf, type BatchCase } from './support/batchWorkflow';
import { failing, QUESTION, queryOf, recorded, saying } from './support/modelScripts';
import { OpenStores } from './support/openStores';
import { SavedWorkflow } from './support/savedWorkflow';
import type { ModelScript } from './support/testNodes';

const PRICED = ['gpt-4o-mini', 'gpt-4o'];
const DRAFT_USD = 0.00021;

const questions = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ query: `${QUESTION} ${String(id)}`, id }));

const answering = saying({ 'gpt-4o-mini': 'Paris.', 'gpt-4o': 'Paris.' });
/** The questions that end in 3 fail. */
const flawed: ModelScript = (call) => (queryOf(call).endsWith('3') ? failing(call) : answering(call));

let server: RedisServer;
let stores: OpenStores;
let credential: ICredentialDataDecryptedObject;

beforeAll(async () => {
  server = await RedisServer.start();
  stores = await OpenStores.watch();
  const nothing = { user: '', password: '', ca: '' };
  const off = { ssl: false, ignoreSslIssues: false, cluster: false };
  credential = { host: '127.0.0.1', port: server.port, database: 0, prefix: 'batches', ...nothing, ...off };
});
afterAll(async () => {
  await stores.close();
  await server.stop();
});

/** What a later run finds: the workflow as n8n has saved it, or Redis. */
const places: [name: string, place: () => () => Partial<BatchCase>][] = [
  [
    'static data',
    () => {
      const saved = new SavedWorkflow();
      return () => ({ saved });
    },
  ],
  [
    'static data, after a restart of n8n',
    () => {
      let saved = new SavedWorkflow();
      return () => {
        saved = saved.restarted();
        return { saved };
      };
    },
  ],
  ['Redis', () => () => ({ credential, parameters: { storage: 'redis' } })],
];

let batches = 0;

describe.each(places)('a batch with an ID, kept in %s', (_, place) => {
  /** Runs of one batch, one after the other. */
  function batch() {
    const where = place();
    batches += 1;
    const batchId = `batch-${String(batches)}`;
    return async (given: Partial<BatchCase> = {}) => {
      const { script, calls } = recorded(given.script ?? answering);
      const at = where();
      const left = await leftBy({
        items: questions(6),
        models: PRICED,
        ...at,
        ...given,
        script,
        parameters: {
          batchId,
          ...at.parameters,
          ...given.parameters,
          options: { retries: 0, ...(given.parameters?.['options'] as object) },
        },
      });
      return { ...left, asked: new Set(calls.map(queryOf)) };
    };
  }

  it('does only what is missing when it is run again', async () => {
    const run = batch();
    const first = await run({ script: flawed });
    expect(first.failed.map(({ json }) => json['id'])).toEqual([3]);
    expect(first.summary).toMatchObject({ resumed: 0, done: 5, failed: 1 });
    const second = await run();
    expect([...second.asked]).toEqual([`${QUESTION} 3`]);
    expect(second.results.map((item) => [item.json['id'], batchOf(item)['source']])).toEqual(
      questions(6).map(({ id }) => [id, id === 3 ? 'run' : 'checkpoint']),
    );
    expect(second.results[0]?.json).toMatchObject({
      output: 'Paris.',
      cascade: { modelUsed: 'gpt-4o-mini', costUsd: DRAFT_USD },
      batch: { costUsd: 0, attempts: 0 },
    });
    expect(second.summary).toMatchObject({ resumed: 5, done: 6, failed: 0, costUsd: DRAFT_USD });
    const third = await run();
    expect([third.asked.size, third.summary['resumed'], third.summary['costUsd']]).toEqual([0, 6, 0]);
  });

  it('finds its answers in another order, and asks what is new', async () => {
    const run = batch();
    await run({ items: questions(4) });
    const items = [...questions(6)].reverse();
    const { asked, results } = await run({ items });
    expect([...asked].toSorted()).toEqual([`${QUESTION} 4`, `${QUESTION} 5`]);
    expect(results.map(({ json }) => json['id'])).toEqual([5, 4, 3, 2, 1, 0]);
  });

  it.each([
    ['another threshold', { options: { qualityThreshold: 0.3 } }],
    ['another preset', { preset: 'costSaver' }],
    ['another system message', { options: { systemMessage: 'Be brief.' } }],
    ['a guardrail', { guardrails: { refuseQueries: ['injection'] } }],
  ])('asks again under other settings: %s', async (_name, parameters) => {
    const run = batch();
    await run();
    expect((await run({ parameters })).asked.size).toBe(6);
    expect((await run({ parameters })).asked.size).toBe(0);
  });

  it.each([
    ['a limit of cost', { options: { maxBatchCostUsd: 1 } }],
    ['a strategy', { strategy: 'sequential' }],
    ['more time', { options: { timeoutSeconds: 99, totalMinutes: 5 } }],
    ['a trace', { options: { returnTrace: true } }],
  ])('does not pay again for what changes no answer: %s', async (_name, parameters) => {
    const run = batch();
    await run();
    expect((await run({ parameters })).asked.size).toBe(0);
  });

  it('goes on after the limit of cost is raised', async () => {
    const run = batch();
    const strategy = 'sequential';
    const first = await run({ parameters: { strategy, options: { maxBatchCostUsd: 2.5 * DRAFT_USD } } });
    expect(first.results).toHaveLength(2);
    const second = await run({ parameters: { strategy, options: { maxBatchCostUsd: 1 } } });
    expect([second.asked.size, second.results.length]).toEqual([4, 6]);
  });

  it('has nothing of another batch, nor of another user', async () => {
    const [one, other] = [batch(), batch()];
    const parameters = { profileFrom: 'stored', userId: '={{ $json.user }}' };
    const of = (user: string) => questions(2).map((item) => ({ ...item, user }));
    await one({ items: of('ann'), parameters });
    expect((await other({ items: of('ann'), parameters })).asked.size).toBe(2);
    expect((await one({ items: of('bob'), parameters })).asked.size).toBe(2);
    expect((await one({ items: of('ann'), parameters })).asked.size).toBe(0);
  });

  it('may be called by a number, and keeps nothing without a name', async () => {
    const run = batch();
    await run({ parameters: { batchId: '={{ 20260101 }}' } });
    expect((await run({ parameters: { batchId: '20260101' } })).asked.size).toBe(0);
    await run({ parameters: { batchId: '' } });
    const unnamed = await run({ parameters: { batchId: '' } });
    expect(unnamed.asked.size).toBe(6);
    expect(unnamed.summary).not.toHaveProperty('resumed');
  });
});

describe('what a batch keeps in static data', () => {
  it('ends where there is no more room: every answer is given, and a hint says what is not kept', async () => {
    const { run, results, summary } = await leftBy({
      items: questions(20),
      saved: new SavedWorkflow(),
      script: saying({ small: `Paris. ${'x'.repeat(100_000)}` }),
      parameters: { batchId: 'large', options: { qualityThreshold: 0 } },
    });
    expect(results).toHaveLength(20);
    expect(summary['checkpointFault']).toMatch(/static data holds .* no room/);
    expect(messagesOf(run)).toContainEqual(
      expect.stringMatching(/^Not all answers could be kept for another run\. /),
    );
  });

  it('is not begun with a name that is too long', async () => {
    const parameters = { batchId: 'x'.repeat(2000) };
    const error = await errorOf({ items: questions(1), parameters });
    expect(error.message).toMatch(/^Parameter "Batch ID" is "x{60}…", but must be /);
  });
});
