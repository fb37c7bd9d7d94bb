import { describe, expect, it } from '@jest/globals';
import { supplyingNode } from './support/agentPortNodes';
import { answersOf, hintsOf, runCascade } from './support/cascadeWorkflow';
import { QUESTION, queryOf, REFUSAL, reply, saying } from './support/modelScripts';

describe('many items', () => {
  /** Answers when as many calls are under way as are waited for, and tells the most that there were. */
  function gate(wanted: number) {
    const waiting: (() => void)[] = [];
    const seen = { most: 0 };
    const script = () => {
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

  const items = Array.from({ length: 10 }, (_, id) => ({ query: `${QUESTION} ${String(id)}`, id }));

  it.each<[number, object]>([
    [5, {}],
    [2, { itemsAtOnce: 2 }],
    [10, { itemsAtOnce: 100 }],
    [1, { itemsAtOnce: 1 }],
  ])('are answered %i at once with the options %j, and keep their order', async (atOnce, options) => {
    const { script, seen } = gate(atOnce);
    const answers = await answersOf({ items, parameters: { options: { ...options } }, script });
    expect(seen.most).toBe(atOnce);
    expect(answers.map(({ json, pairedItem }) => [json['id'], pairedItem])).toEqual(
      items.map(({ id }) => [id, { item: id }]),
    );
  });

  it('are answered one after the other with a memory', async () => {
    const { script, seen } = gate(1);
    const memory = { loadMemoryVariables: () => Promise.resolve({}), saveContext: () => Promise.resolve() };
    const type = supplyingNode('memory', 'ai_memory', memory);
    const subNodes = { memory: { type, output: 'ai_memory' } } as const;
    await answersOf({ items, script, subNodes });
    expect(seen.most).toBe(1);
  });

  it('tell together what they cost and saved', async () => {
    const run = await runCascade({
      items: items.slice(0, 4),
      models: ['gpt-4o-mini', 'gpt-4o'],
      script: (call) =>
        saying({ 'gpt-4o-mini': queryOf(call).endsWith('3') ? REFUSAL : 'Paris.', 'gpt-4o': 'Paris.' })(call),
    });
    expect(hintsOf(run)).toEqual([
      {
        message:
          '3 of 4 answers came from a draft. They cost $0.0043, which is $0.0097 (69 %) less than the last model alone.',
        type: 'info',
        location: 'outputPane',
      },
    ]);
  });

  it('say how many answers have no price', async () => {
    const run = await runCascade({ items: items.slice(0, 2), script: saying({ small: 'Paris.' }) });
    expect(hintsOf(run).map(({ message }) => message)).toEqual([
      '2 of 2 answers came from a draft. What 2 cost is unknown: give the price under Options, Model Prices.',
    ]);
  });
});
