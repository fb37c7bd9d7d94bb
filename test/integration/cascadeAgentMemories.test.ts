import { beforeEach, describe, expect, it } from '@jest/globals';
import type { INodeExecutionData } from 'n8n-workflow';
import { answersOf, runCascade, type CascadeCase } from './support/cascadeWorkflow';
import { QUESTION, recorded, reply, saying } from './support/modelScripts';
import { SavedWorkflow } from './support/savedWorkflow';

const PRICED = ['gpt-4o-mini', 'gpt-4o'];

let saved: SavedWorkflow;

beforeEach(() => {
  saved = new SavedWorkflow();
});

const asking = (options: object, given: Partial<CascadeCase> = {}): CascadeCase => ({
  items: [{ query: QUESTION }],
  models: PRICED,
  script: saying({ 'gpt-4o-mini': 'Paris.', 'gpt-4o': 'Paris.' }),
  saved,
  ...given,
  parameters: { ...given.parameters, options: { ...options } },
});

const cascadeOf = (item: INodeExecutionData | undefined) => item?.json['cascade'] as Record<string, unknown>;

describe('the cache of Cascade Agent', () => {
  const options = { cacheMinutes: 5 };
  const users = { profileFrom: 'stored', userId: '={{ $json.user }}' };

  it('answers the very same query again without a model, for nothing', async () => {
    const { script, calls } = recorded(saying({ 'gpt-4o-mini': 'Paris.' }));
    const [first] = await answersOf(asking(options, { script }));
    const [again] = await answersOf(asking(options, { script }));
    expect(calls).toHaveLength(1);
    expect(first?.json['output']).toBe('Paris.');
    expect(again?.json).toMatchObject({
      output: 'Paris.',
      cascade: { reason: 'answered from the cache', costUsd: 0, savedUsd: 0.00021, attempts: [] },
    });
  });

  it('asks once for the same query of many items', async () => {
    const { script, calls } = recorded(saying({ 'gpt-4o-mini': 'Paris.' }));
    const items = Array.from({ length: 5 }, () => ({ query: QUESTION }));
    const answers = await answersOf(asking(options, { items, script }));
    expect(answers.map(({ json }) => json['output'])).toEqual(items.map(() => 'Paris.'));
    expect(calls).toHaveLength(1);
  });

  it('is that of the user alone, who is counted all the same', async () => {
    const { script, calls } = recorded(saying({ 'gpt-4o-mini': 'Paris.' }));
    const ask = async (user: string) =>
      (
        await answersOf(asking(options, { items: [{ query: QUESTION, user }], script, parameters: users }))
      )[0];
    await ask('ann');
    await ask('bob');
    expect(calls).toHaveLength(2);
    expect((await ask('ann'))?.json).toMatchObject({
      cascade: { costUsd: 0 },
      rateLimit: { status: 'settled', costUsd: 0 },
    });
    expect(calls).toHaveLength(2);
  });

  it('is off unless it is chosen', async () => {
    const { script, calls } = recorded(saying({ 'gpt-4o-mini': 'Paris.' }));
    for (const chosen of [{}, { cacheMinutes: 0 }]) await answersOf(asking(chosen, { script }));
    expect(calls).toHaveLength(2);
  });
});

describe('the learning of Cascade Agent', () => {
  const QUERIES = Array.from({ length: 30 }, (_, id) => ({
    query: `What is ${String(id + 2)} times ${String(id + 3)}?`,
  }));
  /** A drafter that is always wrong, and a threshold that no draft of it reaches. */
  const wrong = saying({ 'gpt-4o-mini': 'It is 1.', 'gpt-4o': 'It is 12345.' });
  const options = { learn: true, routing: 'draft_first', itemsAtOnce: 1 };
  const confidenceIn = async (learns: boolean) => {
    const given = { ...options, learn: learns, qualityThreshold: 0 };
    const [item] = await answersOf(asking(given, { items: QUERIES.slice(0, 1), script: wrong }));
    return Number(cascadeOf(item)['confidence']);
  };

  it('trusts a drafter less whose drafts were found wrong, also after a restart', async () => {
    const before = await confidenceIn(true);
    await answersOf(asking({ ...options, qualityThreshold: 0.999 }, { items: QUERIES, script: wrong }));
    expect(saved.column).toContain('gpt-4o-mini');
    saved = saved.restarted();
    expect(await confidenceIn(true)).toBeLessThan(before - 0.05);
    expect(await confidenceIn(false)).toBe(before);
  });

  it('has a share of the accepted drafts audited', async () => {
    const { script, calls } = recorded(wrong);
    const given = { ...options, auditPercent: 100, qualityThreshold: 0, returnTrace: true };
    const [item] = await answersOf(asking(given, { items: QUERIES.slice(0, 1), script }));
    expect(calls.map(({ model }) => model)).toEqual(PRICED);
    expect(item?.json).toMatchObject({
      output: 'It is 1.',
      cascade: { modelUsed: 'gpt-4o-mini', attempts: [{ role: 'drafter' }, { role: 'audit' }] },
    });
  });

  it('keeps nothing of a run by hand, nor unless it is chosen', async () => {
    const given = { items: QUERIES, script: wrong };
    await runCascade(asking({ ...options, learn: false, qualityThreshold: 0.999 }, given));
    await runCascade(asking({ ...options, qualityThreshold: 0.999 }, { ...given, mode: 'manual' }));
    expect(saved.column).toBe('{}');
  });
});

describe('a model that is down', () => {
  it('rests after failing, and is not waited for by the next queries', async () => {
    const { script, calls } = recorded(({ model }) =>
      model === 'gpt-4o-mini'
        ? Promise.reject(Object.assign(new Error('down'), { httpCode: '503' }))
        : Promise.resolve(reply('Paris.')),
    );
    const items = Array.from({ length: 8 }, (_, id) => ({ query: `${QUESTION} ${String(id)}` }));
    const options = { retries: 0, itemsAtOnce: 1 };
    const answers = await answersOf(asking(options, { items, script }));
    expect(answers.map(({ json }) => json['output'])).toEqual(items.map(() => 'Paris.'));
    expect(calls.filter(({ model }) => model === 'gpt-4o-mini')).toHaveLength(5);
    expect(cascadeOf(answers.at(-1))['reason']).toMatch(/gpt-4o-mini was not asked: it rests/);
  });
});
