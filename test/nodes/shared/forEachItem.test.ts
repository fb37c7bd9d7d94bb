import { describe, expect, it } from '@jest/globals';
import { NodeOperationError, type INodeExecutionData } from 'n8n-workflow';
import { AllModelsFailedError, InvalidParameterError } from '../../../core';
import { forEachItem, type ItemWork } from '../../../nodes/shared/forEachItem';
import { nodeContext, type ContextOptions } from '../../support/nodeContext';

const labels = new Map([['threshold', 'Quality Threshold']]);
const numbered = (count: number): INodeExecutionData[] =>
  Array.from({ length: count }, (_, n) => ({ json: { n } }));

const run = (options: ContextOptions, work: ItemWork, atOnce = 1) =>
  forEachItem(nodeContext(options), { labels, atOnce }, work);

/** Doubles a number, but not 1. */
const double: ItemWork = ({ json: { n } }) =>
  n === 1 ? Promise.reject(new Error('not this one')) : Promise.resolve({ twice: Number(n) * 2 });

/** Work that goes on until it is told how each item ends, or is stopped. */
class Workshop {
  readonly begun: number[] = [];
  readonly stopped: number[] = [];
  mostAtOnce = 0;
  readonly #underWay = new Map<number, (end: () => void) => void>();

  readonly work: ItemWork = async (_item, itemIndex, signal) => {
    this.begun.push(itemIndex);
    const ended = new Promise<void>((resolve, reject) => {
      this.#underWay.set(itemIndex, (end) => {
        Promise.resolve().then(end).then(resolve, reject);
      });
      signal.addEventListener('abort', () => {
        if (!this.#underWay.has(itemIndex)) return;
        this.stopped.push(itemIndex);
        reject(new Error(`${String(itemIndex)} was stopped`));
      });
    });
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay.size);
    await ended.finally(() => this.#underWay.delete(itemIndex));
    return { done: itemIndex };
  };

  /** Ends the work on an item that is under way. */
  async end(itemIndex: number, how: () => void = () => undefined): Promise<void> {
    const end = this.#underWay.get(itemIndex);
    if (!end) throw new Error(`${String(itemIndex)} is not under way`);
    end(how);
    await new Promise(setImmediate);
  }
}

const fail = (message: string) => () => {
  throw new Error(message);
};

describe('forEachItem', () => {
  it('links each result to its item and keeps its files', async () => {
    const binary = { data: { data: 'AA', mimeType: 'text/plain' } };
    const items = [{ json: { n: 2 }, binary }, { json: { n: 3 } }];
    expect(await run({ items }, double)).toEqual([
      { json: { twice: 4 }, pairedItem: { item: 0 }, binary },
      { json: { twice: 6 }, pairedItem: { item: 1 } },
    ]);
  });

  it('stops at the first failed item, and names it', async () => {
    const failure = run({ items: numbered(3) }, double);
    await expect(failure).rejects.toThrow(NodeOperationError);
    await expect(failure).rejects.toMatchObject({ message: 'not this one', context: { itemIndex: 1 } });
  });

  it('fails one item alone when the workflow goes on', async () => {
    expect(await run({ items: numbered(3), continueOnFail: true }, double)).toEqual([
      { json: { twice: 0 }, pairedItem: { item: 0 } },
      { json: { error: 'not this one' }, pairedItem: { item: 1 } },
      { json: { twice: 4 }, pairedItem: { item: 2 } },
    ]);
  });

  it('takes work that throws at once for work that fails', async () => {
    const throwing: ItemWork = () => {
      throw new InvalidParameterError('threshold', 2, 'small');
    };
    const [failed] = await run({ continueOnFail: true }, throwing);
    expect(failed?.json).toEqual({ error: 'Parameter "Quality Threshold" is 2, but must be small' });
  });

  it('tells what the attempts of a failed item cost', async () => {
    const account = { attempts: [], costUsd: 0.25, trace: [] };
    const failing = () => Promise.reject(new AllModelsFailedError([], account, undefined));
    const [failed] = await run({ continueOnFail: true }, failing);
    expect(failed?.json).toMatchObject({
      error: 'No model of the cascade gave an answer',
      details: { attempts: [], costUsd: 0.25 },
    });
  });

  it('makes nothing of no items', async () => {
    expect(await run({ items: [] }, double, 5)).toEqual([]);
  });
});

describe('forEachItem with several items at once', () => {
  it('begins the next item when one ends, keeps their order, and has no more under way than it may', async () => {
    const shop = new Workshop();
    const all = run({ items: numbered(5) }, shop.work, 2);
    expect(shop.begun).toEqual([0, 1]);
    await shop.end(1);
    expect(shop.begun).toEqual([0, 1, 2]);
    await shop.end(2);
    await shop.end(0);
    await shop.end(4);
    await shop.end(3);
    const results = await all;
    expect(shop.mostAtOnce).toBe(2);
    expect(results.map(({ json }) => json['done'])).toEqual([0, 1, 2, 3, 4]);
    expect(results.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3, 4].map((item) => ({ item })));
  });

  it('ends those under way when one fails, begins no other, and names the one that failed', async () => {
    const shop = new Workshop();
    const all = run({ items: numbered(6) }, shop.work, 3);
    const failure = expect(all).rejects.toMatchObject({
      message: 'it broke',
      context: { itemIndex: 2 },
    });
    await shop.end(2, fail('it broke'));
    await failure;
    expect(shop.begun).toEqual([0, 1, 2]);
    expect(shop.stopped).toEqual([0, 1]);
  });

  it('ends none of the others when the workflow goes on', async () => {
    const shop = new Workshop();
    const all = run({ items: numbered(3), continueOnFail: true }, shop.work, 3);
    await shop.end(1, fail('it broke'));
    await shop.end(2);
    await shop.end(0);
    expect((await all).map(({ json }) => json)).toEqual([{ done: 0 }, { error: 'it broke' }, { done: 2 }]);
    expect(shop.stopped).toEqual([]);
  });
});

describe('forEachItem in an execution that is cancelled', () => {
  it.each([true, false])('gives what was done before, and begins no other (goes on: %j)', async (goesOn) => {
    const cancel = new AbortController();
    const shop = new Workshop();
    const options = { items: numbered(4), continueOnFail: goesOn, cancelSignal: cancel.signal };
    const all = run(options, shop.work, 2);
    await shop.end(0);
    cancel.abort(new Error('cancelled'));
    expect(await all).toEqual([{ json: { done: 0 }, pairedItem: { item: 0 } }]);
    expect(shop.begun).toEqual([0, 1, 2]);
    expect(shop.stopped).toEqual([1, 2]);
  });

  it('does nothing when that was before', async () => {
    const cancelSignal = AbortSignal.abort(new Error('cancelled'));
    const shop = new Workshop();
    expect(await run({ items: numbered(2), cancelSignal }, shop.work)).toEqual([]);
    expect(shop.begun).toEqual([]);
  });
});
