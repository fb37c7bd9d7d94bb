import { describe, expect, it } from '@jest/globals';
import { NodeOperationError, type INodeExecutionData } from 'n8n-workflow';
import { CascadeError } from '../../../core';
import { forEachItemInOrder, type ItemWork } from '../../../nodes/shared/inOrder';
import { settled } from '../../support/fakeClock';
import { nodeContext, type ContextOptions } from '../../support/nodeContext';

const items = (count: number): INodeExecutionData[] =>
  Array.from({ length: count }, (_, n) => ({ json: { n } }));

const basics = { labels: new Map<string, string>(), outputs: 2, failedOutput: 1 };

const run = (given: ContextOptions, work: Partial<ItemWork> & Pick<ItemWork, 'prepare'>) =>
  forEachItemInOrder(nodeContext(given), { ...basics, ...work });

/** Sends even numbers to the first output and odd ones to the second. */
const sorted: ItemWork['prepare'] = ({ json: { n } }) =>
  Promise.resolve(() => [{ json: { n }, output: Number(n) % 2 }]);

describe('forEachItemInOrder', () => {
  it('links each result to its item, by the output that it names, and keeps files', async () => {
    const binary = { data: { data: 'AA', mimeType: 'text/plain' } };
    const given = [{ json: { n: 0 }, binary }, { json: { n: 1 } }, { json: { n: 2 } }];
    expect(await run({ items: given }, { prepare: sorted })).toEqual([
      [
        { json: { n: 0 }, pairedItem: { item: 0 }, binary },
        { json: { n: 2 }, pairedItem: { item: 2 } },
      ],
      [{ json: { n: 1 }, pairedItem: { item: 1 } }],
    ]);
  });

  it('takes several results of an item', async () => {
    const prepare: ItemWork['prepare'] = () =>
      Promise.resolve(() => ['a', 'b'].map((name) => ({ json: { name }, output: 0 })));
    const [results] = await run({ items: items(1) }, { prepare });
    expect(results?.map(({ json, pairedItem }) => [json['name'], pairedItem])).toEqual([
      ['a', { item: 0 }],
      ['b', { item: 0 }],
    ]);
  });

  it('begins steps in the order of the items, however long each took to prepare', async () => {
    const begun: number[] = [];
    const prepare: ItemWork['prepare'] = async (_, index) => {
      for (let turn = 0; turn < 5 - index; turn++) await settled();
      return () => {
        begun.push(index);
        return [];
      };
    };
    await run({ items: items(5) }, { prepare });
    expect(begun).toEqual([0, 1, 2, 3, 4]);
  });

  it('waits for no step before it begins the next, but keeps to a hundred at once', async () => {
    let running = 0;
    let most = 0;
    const prepare: ItemWork['prepare'] = () =>
      Promise.resolve(async () => {
        most = Math.max(most, ++running);
        await settled();
        running -= 1;
        return [];
      });
    await run({ items: items(250) }, { prepare });
    expect(most).toBe(100);
  });

  const failing =
    (when: 'preparing' | 'working', begun: number[] = []): ItemWork['prepare'] =>
    (_, index) => {
      const fails = index === 1 || index === 3;
      if (fails && when === 'preparing') return Promise.reject(new Error(`not ${String(index)}`));
      return Promise.resolve(() => {
        begun.push(index);
        if (fails) throw new CascadeError(`not ${String(index)}`, { code: 'A', hint: 'Do that.' });
        return [{ json: { index }, output: 0 }];
      });
    };

  it('stops at the first failed item, and begins no step after one that could not be prepared', async () => {
    const begun: number[] = [];
    const failure = run({ items: items(5) }, { prepare: failing('preparing', begun) });
    await expect(failure).rejects.toThrow(NodeOperationError);
    await expect(failure).rejects.toMatchObject({ message: 'not 1', context: { itemIndex: 1 } });
    expect(begun).toEqual([0]);
  });

  it('prepares nothing after the hundred in which an item failed', async () => {
    const prepared: number[] = [];
    const prepare: ItemWork['prepare'] = (_, index) => {
      prepared.push(index);
      return index === 7 ? Promise.reject(new Error('no')) : Promise.resolve(() => []);
    };
    await expect(run({ items: items(250) }, { prepare })).rejects.toThrow('no');
    expect(prepared).toHaveLength(100);
  });

  it.each(['preparing', 'working'] as const)(
    'fails items alone when the workflow goes on: %s',
    async (when) => {
      const [done, failed] = await run({ items: items(5), continueOnFail: true }, { prepare: failing(when) });
      expect(done?.map(({ json }) => json['index'])).toEqual([0, 2, 4]);
      expect(failed?.map(({ json, pairedItem }) => [json['error'], pairedItem])).toEqual([
        ['not 1', { item: 1 }],
        ['not 3', { item: 3 }],
      ]);
    },
  );

  it('fails an item alone that cannot even begin to be prepared', async () => {
    const prepare: ItemWork['prepare'] = (item, index) => {
      if (index === 1) throw new CascadeError('not 1', { code: 'A' });
      return sorted(item, index);
    };
    const [done, failed] = await run({ items: items(3), continueOnFail: true }, { prepare });
    expect(done?.map(({ json }) => json['n'])).toEqual([0, 2]);
    expect(failed?.map(({ json }) => json['error'])).toEqual(['not 1']);
  });

  it('may finish all others before it fails, and says how many there were', async () => {
    const begun: number[] = [];
    const failure = run({ items: items(5) }, { prepare: failing('working', begun), finishFirst: true });
    await expect(failure).rejects.toMatchObject({
      message: 'not 1',
      description: '3 of 5 items were done, 2 failed. Do that.',
      context: { itemIndex: 1 },
    });
    expect(begun).toEqual([0, 1, 2, 3, 4]);
  });

  it('does not go on once the execution is cancelled', async () => {
    const cancelSignal = AbortSignal.abort(new Error('cancelled'));
    const given = { items: items(5), continueOnFail: true, cancelSignal };
    await expect(run(given, { prepare: failing('working') })).rejects.toThrow('not 1');
  });

  it('makes nothing of no items', async () => {
    expect(await run({ items: [] }, { prepare: sorted })).toEqual([[], []]);
  });
});
