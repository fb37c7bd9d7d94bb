import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import { supplyingNode } from './support/agentPortNodes';
import { batchOf, leftBy, messagesOf, type BatchCase } from './support/batchWorkflow';
import { failing, QUESTION, queryOf, recorded, REFUSAL, reply, saying } from './support/modelScripts';
import type { ModelScript } from './support/testNodes';

const PRICED = ['gpt-4o-mini', 'gpt-4o'];
/** US dollars of a query that the drafter answers, and of one that is escalated. */
const DRAFT_USD = 0.00021;
const VERIFIER_USD = 0.0035;

const questions = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ query: `${QUESTION} ${String(id)}`, id }));

/** The drafter answers all questions but those that end in 3. */
const mixed: ModelScript = (call) =>
  saying({
    'gpt-4o-mini': queryOf(call).endsWith('3') ? REFUSAL : `Paris. ${queryOf(call)}`,
    'gpt-4o': `Paris, on the Seine. ${queryOf(call)}`,
  })(call);

/** Answers when as many calls are under way as are waited for, and tells the most that there were. */
function gate(wanted: number) {
  const waiting: (() => void)[] = [];
  const seen = { most: 0 };
  const script: ModelScript = () => {
    const answered = new Promise<object>((resolve) => {
      waiting.push(() => {
        resolve(reply('Paris.'));
      });
    });
    seen.most = Math.max(seen.most, waiting.length);
    if (waiting.length === wanted) for (const go of waiting.splice(0)) go();
    return answered;
  };
  return { script, seen };
}

describe('Batch Cascade in the n8n engine', () => {
  it.each(['auto', 'adaptive', 'parallel', 'sequential'])(
    'answers every item in its order, each by the cheapest model that is good enough: %s',
    async (strategy) => {
      const items = questions(25);
      const { results, failed, summary } = await leftBy({
        items,
        models: PRICED,
        script: mixed,
        parameters: { strategy },
      });
      expect(failed).toEqual([]);
      expect(results.map(({ json, pairedItem }) => [json['id'], pairedItem])).toEqual(
        items.map(({ id }) => [id, { item: id }]),
      );
      for (const [id, { json }] of results.entries()) {
        const isEscalated = String(id).endsWith('3');
        expect(json).toMatchObject({
          query: items[id]?.query,
          output: `Paris${isEscalated ? ', on the Seine' : ''}. ${String(items[id]?.query)}`,
          cascade: { modelUsed: isEscalated ? 'gpt-4o' : 'gpt-4o-mini', escalated: isEscalated },
          batch: { index: id, status: 'done', source: 'run', attempts: 1 },
        });
      }
      expect(summary).toMatchObject({
        strategy: strategy === 'auto' ? 'adaptive' : strategy,
        total: 25,
        done: 25,
        failed: 0,
        notRun: 0,
        successRate: 100,
        escalated: 3,
        direct: 0,
        stoppedBecause: null,
        fallback: null,
        models: [
          { model: 'gpt-4o-mini', calls: 25, failedCalls: 0, inputTokens: 25_000, outputTokens: 2500 },
          { model: 'gpt-4o', calls: 3, failedCalls: 0, inputTokens: 3000, outputTokens: 300 },
        ],
      });
      expect(summary['costUsd']).toBeCloseTo(25 * DRAFT_USD + 3 * VERIFIER_USD, 9);
      expect(summary['baselineCostUsd']).toBeCloseTo(25 * VERIFIER_USD, 9);
    },
  );
});

describe('one Batch Cascade node', () => {
  it('keeps to the number of queries at once: one after the other, or as many as Queries at Once says', async () => {
    const items = questions(12);
    for (const [parameters, atOnce] of [
      [{ strategy: 'sequential' }, 1],
      [{ strategy: 'parallel' }, 10],
      [{ strategy: 'parallel', queriesAtOnce: 3 }, 3],
      [{ strategy: 'adaptive', options: { maxConcurrency: 2 } }, 2],
    ] as const) {
      const { script, seen } = gate(atOnce);
      const few = items.slice(0, atOnce === 10 ? 10 : 12);
      const { results, summary } = await leftBy({ items: few, script, parameters });
      expect(results).toHaveLength(few.length);
      expect(seen.most).toBe(atOnce);
      expect(summary['concurrencyReached']).toBe(atOnce);
    }
  });

  it('answers a single item', async () => {
    const { results, summary } = await leftBy({ items: questions(1), script: saying({ small: 'Paris.' }) });
    expect(results.map(({ json }) => json['output'])).toEqual(['Paris.']);
    expect(summary).toMatchObject({ strategy: 'sequential', total: 1, done: 1, successRate: 100 });
  });

  it('fails an item without a usable text by itself, and tells of which parameter it is', async () => {
    const items = [{ query: QUESTION }, { query: ' ' }, { query: `${QUESTION} 2` }, { query: 7 }, {}];
    const { results, failed, summary } = await leftBy({ items, script: saying({ small: 'Paris.' }) });
    expect(results.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
    expect(failed.map(({ json, pairedItem }) => [json['error'], pairedItem])).toEqual([
      ['Parameter "Prompt (User Message)" is " ", but must be a text that is not empty', { item: 1 }],
      ['Parameter "Prompt (User Message)" is 7, but must be a text', { item: 3 }],
      ['Parameter "Prompt (User Message)" is missing, but must be a text', { item: 4 }],
    ]);
    expect(failed.map(batchOf)).toMatchObject([
      { index: 1, status: 'failed', costUsd: 0 },
      { index: 3 },
      { index: 4 },
    ]);
    expect(summary).toMatchObject({ total: 5, done: 2, failed: 3, successRate: 40 });
  });

  it('reads the parameters of each item, and what is wrong with one fails that one alone', async () => {
    const items = [
      { query: QUESTION, threshold: 0.2, preset: 'balanced' },
      { query: QUESTION, threshold: 0.99, preset: 'costSaver' },
      { query: QUESTION, threshold: 70, preset: 'balanced' },
      { query: QUESTION, threshold: 0.5, preset: 'cheapest' },
    ];
    const parameters = {
      preset: '={{ $json.preset }}',
      options: { qualityThreshold: '={{ $json.threshold }}' },
    };
    const script = saying({ small: 'Paris.', large: 'Paris, of course.' });
    const { said } = await leftBy({ items, script, parameters });
    expect(said).toEqual([
      'Paris.',
      'Paris, of course.',
      'Parameter "Quality Threshold" is 70, but must be a number from 0 to 1',
      expect.stringMatching(/^Parameter "Preset" is "cheapest", but must be one of balanced, /),
    ]);
  });

  it.each<[string, INodeParameters]>([
    ['an option', { options: { qualityThreshold: '={{ $($json.from).first().json.none ?? 0.2 }}' } }],
    ['the prompt', { text: '={{ $($json.from).first().json.query }}' }],
  ])(
    'does not lose the batch for an expression of %s that fails for the first item',
    async (_, parameters) => {
      const items = [
        { query: QUESTION, from: 'Nobody' },
        { query: QUESTION, from: 'Items' },
      ];
      const { said } = await leftBy({ items, parameters, script: saying({ small: 'Paris.' }) });
      expect(said).toEqual(["Referenced node doesn't exist", 'Paris.']);
    },
  );

  it('keeps incoming fields and files in both outputs, or leaves them out', async () => {
    const items = [{ query: QUESTION, id: 1, error: 'old', output: 'old', batch: 'old' }, { id: 2 }];
    const binary = { note: { data: 'aGk=', mimeType: 'text/plain' } };
    const given: BatchCase = { items, binary, script: saying({ small: 'Paris.' }) };
    const { results, failed } = await leftBy(given);
    expect(results).toMatchObject([{ json: { id: 1, error: 'old', output: 'Paris.' }, binary }]);
    expect(failed).toMatchObject([{ json: { id: 2, error: expect.any(String) }, binary }]);
    const bare = await leftBy({ ...given, parameters: { options: { includeInputFields: false } } });
    expect(bare.results.map((item) => [Object.keys(item.json).sort(), item.binary])).toEqual([
      [['batch', 'cascade', 'output'], undefined],
    ]);
    expect(bare.failed.map((item) => [Object.keys(item.json).sort(), item.binary])).toEqual([
      [['batch', 'error'], undefined],
    ]);
  });

  it('returns the trace when it is asked for', async () => {
    const given: BatchCase = { items: questions(1), script: saying({ small: 'Paris.' }) };
    const traces = [{}, { returnTrace: true }].map(async (options) => {
      const [item] = (await leftBy({ ...given, parameters: { options } })).results;
      return (item?.json['cascade'] as { trace?: unknown[] }).trace?.length;
    });
    expect(await Promise.all(traces)).toEqual([undefined, 3]);
  });

  it('answers equal queries once when told to, and tells who shares the answer', async () => {
    const items = [
      { query: QUESTION, id: 0 },
      { query: `${QUESTION} Briefly.`, id: 1 },
      { query: QUESTION, id: 2 },
      { query: QUESTION, id: 3, threshold: 0.3 },
    ];
    const qualityThreshold = '={{ $json.threshold ?? 0.4 }}';
    const ask = async (answerDuplicatesOnce: boolean) => {
      const { script, calls } = recorded(mixed);
      const options = { answerDuplicatesOnce, qualityThreshold };
      const left = await leftBy({ items, models: PRICED, script, parameters: { options } });
      return { ...left, asked: calls.length };
    };
    const once = await ask(true);
    expect(once.asked).toBe(3);
    expect(once.results.map(({ json }) => json['id'])).toEqual([0, 1, 2, 3]);
    expect(once.results.map(batchOf)).toMatchObject([
      { source: 'run', costUsd: DRAFT_USD },
      { source: 'run' },
      { source: 'duplicate', costUsd: 0, attempts: 0 },
      { source: 'run' },
    ]);
    expect(once.summary['costUsd']).toBeCloseTo(3 * DRAFT_USD, 9);
    const each = await ask(false);
    expect(each.asked).toBe(4);
    expect(each.results.map((item) => batchOf(item)['source'])).toEqual(['run', 'run', 'run', 'run']);
  });

  it('gives what an output parser makes of each answer', async () => {
    const parser = {
      type: supplyingNode('parser', 'ai_outputParser', {
        getFormatInstructions: () => 'Answer as JSON.',
        parse: (text: string) => Promise.resolve(JSON.parse(text) as unknown),
      }),
      output: 'ai_outputParser',
    } as const;
    const { results } = await leftBy({
      items: questions(4),
      models: PRICED,
      script: (call) =>
        Promise.resolve(
          reply(
            call.model === 'gpt-4o-mini' && queryOf(call).includes(' 3')
              ? 'Paris.'
              : `{"by": "${call.model}"}`,
          ),
        ),
      subNodes: { parser },
      parameters: { hasOutputParser: true },
    });
    expect(results.map(({ json }) => json['output'])).toEqual([
      { by: 'gpt-4o-mini' },
      { by: 'gpt-4o-mini' },
      { by: 'gpt-4o-mini' },
      { by: 'gpt-4o' },
    ]);
  });

  it('shows the models the images of the item', async () => {
    const { script, calls } = recorded(saying({ small: 'A cat.' }));
    const photo = { data: 'iVBORw0KGgo=', mimeType: 'image/png' };
    const given: BatchCase = { items: questions(1), binary: { photo }, script };
    await leftBy(given);
    await leftBy({ ...given, parameters: { options: { passImages: false } } });
    const [shown, hidden] = calls.map(({ messages }) => messages.at(-1)?.content);
    expect(shown).toEqual([
      { type: 'text', text: `${QUESTION} 0` },
      { type: 'image_url', image_url: { url: `data:image/png;base64,${photo.data}` } },
    ]);
    expect(hidden).toBe(`${QUESTION} 0`);
  });

  it('says beside the items what the batch saved', async () => {
    const { run } = await leftBy({ items: questions(4), models: PRICED, script: mixed });
    expect(messagesOf(run)).toEqual([
      '3 of 4 answers came from a draft. They cost $0.0043, which is $0.0097 (69 %) less than the last model alone.',
    ]);
  });

  it('works through thousands of items, none lost and none twice', async () => {
    const items = questions(2000);
    const asked = new Map<string, number>();
    const { results, failed, summary } = await leftBy({
      items,
      models: PRICED,
      script: (call) => {
        asked.set(queryOf(call), (asked.get(queryOf(call)) ?? 0) + 1);
        return call.model === 'gpt-4o-mini' && queryOf(call).endsWith('99') ? failing(call) : mixed(call);
      },
      parameters: { options: { retries: 0 } },
    });
    expect(failed).toEqual([]);
    expect(results.map(({ json }) => json['id'])).toEqual(items.map(({ id }) => id));
    expect(summary).toMatchObject({ total: 2000, done: 2000 });
    const escalated = items.filter(({ id }) => /3$|99$/.test(String(id))).length;
    expect([...asked.values()].reduce((sum, count) => sum + count, 0)).toBe(2000 + escalated);
  });
});
