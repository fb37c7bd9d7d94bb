import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CheckpointConfig } from '../../../../core/batch/batchConfig';
import { Checkpoints } from '../../../../core/batch/checkpoints/checkpoints';
import type { BatchStore } from '../../../../core/stores/batchStore';
import { MemoryStore } from '../../../../core/stores/memory/memoryStore';
import { FakeClock, settled } from '../../../support/fakeClock';
import { SavedWorkflow } from '../../stores/staticData/support/workflow';
import { unavailable, WatchedStore } from './support/stores';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let clock: FakeClock;
let store: WatchedStore;

beforeEach(() => {
  clock = new FakeClock();
  store = new WatchedStore(clock);
});

const outcomeOf = (value: string) => ({ value, costUsd: 0.5, latencyMs: 20 });

async function open(
  queries: readonly string[],
  config: Partial<CheckpointConfig<string, string>> = {},
): Promise<Checkpoints<string>> {
  return await Checkpoints.open({ store, batchId: 'night', ...config }, queries, { clock });
}

/** Keeps an answer to each of the queries. */
async function kept(
  queries: readonly string[],
  config: Partial<CheckpointConfig<string, string>> = {},
): Promise<Error | undefined> {
  const checkpoints = await open(queries, config);
  for (const [index, query] of queries.entries()) checkpoints.keep(index, outcomeOf(`to ${query}`));
  return await checkpoints.close();
}

/** What is found of each of the queries. */
async function foundOf(
  queries: readonly string[],
  config: Partial<CheckpointConfig<string, string>> = {},
): Promise<(string | undefined)[]> {
  const checkpoints = await open(queries, config);
  return queries.map((_, index) => checkpoints.found(index)?.value);
}

describe('the checkpoints of a batch', () => {
  it('are found by the next run, with what they cost', async () => {
    expect(await kept(['a', 'b'])).toBeUndefined();
    const next = await open(['a', 'b', 'c']);
    expect(next.found(0)).toEqual(outcomeOf('to a'));
    expect(next.found(1)).toEqual(outcomeOf('to b'));
    expect(next.found(2)).toBeUndefined();
    expect(next.found(3)).toBeUndefined();
  });

  it('belong to the queries, wherever they stand', async () => {
    const first = await open(['a', 'b', 'a']);
    first.keep(0, outcomeOf('first a'));
    first.keep(1, outcomeOf('b'));
    first.keep(2, outcomeOf('second a'));
    await first.close();
    expect(await foundOf(['x', 'b', 'a', 'y', 'a', 'a'])).toEqual([
      undefined,
      'b',
      'first a',
      undefined,
      'second a',
      undefined,
    ]);
  });

  it('belong to the batch', async () => {
    await kept(['a'], { batchId: 'monday' });
    expect(await foundOf(['a'], { batchId: 'tuesday' })).toEqual([undefined]);
    expect(await foundOf(['a'], { batchId: 'monday' })).toEqual(['to a']);
  });

  it('tell queries apart by what they are told to', async () => {
    const keyOf = (query: string) => query.toLowerCase();
    await kept(['A'], { keyOf });
    expect(await foundOf(['a'], { keyOf })).toEqual(['to A']);
    expect(await foundOf(['a'])).toEqual([undefined]);
  });

  it('are kept for a day after the last of them unless told otherwise', async () => {
    const checkpoints = await open(['a', 'b']);
    checkpoints.keep(0, outcomeOf('to a'));
    await clock.advance(DAY_MS - 1);
    checkpoints.keep(1, outcomeOf('to b'));
    await checkpoints.close();
    await clock.advance(DAY_MS - 1);
    expect(await foundOf(['a', 'b'])).toEqual(['to a', 'to b']);
    await clock.advance(1);
    expect(await foundOf(['a', 'b'])).toEqual([undefined, undefined]);
    await kept(['a'], { ttlMs: MINUTE_MS });
    await clock.advance(MINUTE_MS);
    expect(await foundOf(['a'])).toEqual([undefined]);
  });

  it('that cannot be read back are missing, and no others', async () => {
    await kept(['a', 'b', 'c']);
    const read = (value: unknown) => {
      if (value === 'to b') throw new Error('It is of an older form');
      return String(value);
    };
    expect(await foundOf(['a', 'b', 'c'], { read })).toEqual(['to a', undefined, 'to c']);
  });

  it('that cannot be written are missing, and no others; the end says why', async () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    const write = (value: string) => (value === 'to b' ? circular : value);
    expect(await kept(['a', 'b', 'c'], { write })).toMatchObject({
      message: expect.stringMatching(/circular/),
    });
    expect(await foundOf(['a', 'b', 'c'])).toEqual(['to a', undefined, 'to c']);
    const keyOf = (query: string) => {
      if (query === 'b') throw new Error('It has no key');
      return query;
    };
    expect(await kept(['b', 'd'], { keyOf })).toEqual(new Error('It has no key'));
    expect(await foundOf(['b', 'd'], { keyOf })).toEqual([undefined, 'to d']);
  });

  it('of no query at all need no store', async () => {
    store.fails = unavailable();
    expect(await kept([])).toBeUndefined();
    expect(store.writes).toEqual([]);
  });

  it('leave no wait behind', async () => {
    await kept(['a', 'b']);
    expect(clock.sleepers).toBe(0);
  });

  it.each<[string, Partial<CheckpointConfig<string, string>>, string]>([
    ['an empty id', { batchId: '' }, 'batchId'],
    ['a blank id', { batchId: ' ' }, 'batchId'],
    ['an id that is too long', { batchId: 'x'.repeat(257) }, 'batchId'],
    ['too short a time', { ttlMs: MINUTE_MS - 1 }, 'ttlMs'],
    ['too long a time', { ttlMs: 30 * DAY_MS + 1 }, 'ttlMs'],
    ['a time that is no number', { ttlMs: NaN }, 'ttlMs'],
    ['half a millisecond', { ttlMs: MINUTE_MS + 0.5 }, 'ttlMs'],
  ])('are refused with %s', async (_, config, parameter) => {
    await expect(open(['a'], config)).rejects.toMatchObject({ code: 'INVALID_PARAMETER', parameter });
  });

  it.each(['__proto__', 'a:b', '}{', 'a\nb', '漢', 'x'.repeat(256)])(
    'take the id for data: %j',
    async (batchId) => {
      await kept(['__proto__', 'a'], { batchId });
      expect(await foundOf(['a', '__proto__'], { batchId })).toEqual(['to a', 'to __proto__']);
      expect(await foundOf(['a'], { batchId: `${batchId.slice(1)}y` })).toEqual([undefined]);
    },
  );
});

describe('a batch that is cut at any point and run again', () => {
  const plan = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 30 }).chain((queries) =>
    fc.record({
      queries: fc.constant(queries),
      cuts: fc.array(fc.nat(12), { maxLength: 5 }),
      order: fc.shuffledSubarray([...queries.keys()], { minLength: queries.length }),
      added: fc.array(fc.constantFrom('a', 'e', 'f'), { maxLength: 5 }),
    }),
  );

  /** One run that ends after so many answers, without a word to the store. */
  async function run(queries: readonly string[], most: number, answered: string[]): Promise<void> {
    const checkpoints = await open(queries);
    let left = most;
    for (const [index, query] of queries.entries()) {
      if (checkpoints.found(index) || left === 0) continue;
      left -= 1;
      answered.push(query);
      checkpoints.keep(index, outcomeOf(`to ${query}`));
    }
    await settled();
  }

  it('does exactly what is missing', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async ({ queries, cuts, order, added }) => {
        store = new WatchedStore(clock);
        const answered: string[] = [];
        for (const cut of cuts) await run(queries, cut, answered);
        const last = [...order.map((index) => queries[index] ?? ''), ...added];
        await run(last, Infinity, answered);
        expect(answered.sort()).toEqual([...last].sort());
        expect(await foundOf(last)).toEqual(last.map((query) => `to ${query}`));
      }),
      { numRuns: 60 },
    );
  });

  it('does not mind another batch at the same time, nor the same one', async () => {
    const queries = Array.from({ length: 200 }, (_, index) => `q${String(index)}`);
    const faults = await Promise.all([
      kept(queries, { batchId: 'monday' }),
      kept(queries.slice(50), { batchId: 'tuesday' }),
      kept(queries, { batchId: 'monday' }),
    ]);
    expect(faults).toEqual([undefined, undefined, undefined]);
    expect(await foundOf(queries, { batchId: 'monday' })).toEqual(queries.map((query) => `to ${query}`));
    const tuesday = await foundOf(queries, { batchId: 'tuesday' });
    expect(tuesday.filter((value) => value === undefined)).toHaveLength(50);
  });
});

describe('a store that keeps checkpoints', () => {
  const many = Array.from({ length: 1_200 }, (_, index) => `q${String(index)}`);

  it('is written to at once, and then by what has gathered meanwhile', async () => {
    expect(await kept(many)).toBeUndefined();
    expect(store.writes).toEqual([1, 500, 500, 199]);
    const long = ['a', 'b', 'c', 'd'];
    store.writes.length = 0;
    await kept(long, { write: (value) => value.repeat(110_000) });
    expect(store.writes).toEqual([1, 2, 1]);
  });

  it('hears that a batch is finished when every outcome is known, and only then', async () => {
    const first = await open(['a', 'b']);
    first.keep(0, outcomeOf('to a'));
    await first.close();
    expect(store.finished).toEqual([]);
    const second = await open(['a', 'b']);
    second.keep(1, outcomeOf('to b'));
    await second.close();
    expect(store.finished).toEqual(['night']);
  });

  it('is tried again with what it could not take, after a while', async () => {
    const checkpoints = await open(['a', 'b', 'c', 'd']);
    store.fails = unavailable();
    checkpoints.keep(0, outcomeOf('to a'));
    await settled();
    checkpoints.keep(1, outcomeOf('to b'));
    await settled();
    expect(store.writes).toEqual([1]);
    store.fails = undefined;
    await clock.advance(1_000);
    checkpoints.keep(2, outcomeOf('to c'));
    await settled();
    expect(await foundOf(['a', 'b', 'c'])).toEqual(['to a', 'to b', 'to c']);
    expect(await checkpoints.close()).toBeUndefined();
  });

  it('is left alone for longer each time that it fails, for half a minute at most', async () => {
    const queries = Array.from({ length: 600 }, (_, index) => `q${String(index)}`);
    const checkpoints = await open(queries);
    store.fails = unavailable();
    for (const index of queries.keys()) {
      checkpoints.keep(index, outcomeOf('x'));
      await clock.advance(1_000);
    }
    // After 0, 1, 3, 7, 15 and 31 seconds, and every 30 seconds from then on.
    expect(store.writes.length).toBe(6 + Math.floor((599 - 31) / 30));
    store.fails = undefined;
    expect(await checkpoints.close()).toBeUndefined();
    expect(await foundOf(queries)).not.toContain(undefined);
  });

  it('is tried a last time at the end, which says why it is in vain', async () => {
    store.fails = unavailable();
    expect(await kept(many)).toBe(store.fails);
    expect(store.writes).toHaveLength(3);
    expect(store.finished).toEqual([]);
  });

  it('does not hold up the others with one that it never takes', async () => {
    const huge = 'x'.repeat(1_048_576);
    class Picky extends WatchedStore {
      override async keepBatchEntries(...[id, entries, ttlMs]: Parameters<BatchStore['keepBatchEntries']>) {
        if (entries.some(([, text]) => text.length > huge.length)) throw unavailable();
        await super.keepBatchEntries(id, entries, ttlMs);
      }
    }
    store = new Picky(clock);
    const checkpoints = await open(['a', 'b', 'c']);
    checkpoints.keep(0, outcomeOf(huge));
    await settled();
    checkpoints.keep(1, outcomeOf('to b'));
    await clock.advance(1_000);
    checkpoints.keep(2, outcomeOf('to c'));
    await settled();
    expect(await checkpoints.close()).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await foundOf(['a', 'b', 'c'])).toEqual([undefined, 'to b', 'to c']);
  });

  it('is waited for half a minute at the end, and no longer', async () => {
    const checkpoints = await open(['a', 'b']);
    store.isSilent = true;
    checkpoints.keep(0, outcomeOf('to a'));
    checkpoints.keep(1, outcomeOf('to b'));
    const closed = checkpoints.close();
    await clock.advance(29_999);
    expect(clock.sleepers).toBe(1);
    await clock.advance(1);
    expect(await closed).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: 'The store did not keep the last outcomes of the batch in time',
    });
    expect(store.writes).toEqual([1]);
  });

  it('keeps nobody from starting when it cannot be read: what was done is not paid twice', async () => {
    class Unread extends MemoryStore {
      override batchEntries(): never {
        throw unavailable();
      }
    }
    await expect(open(['a'], { store: new Unread({ clock }) })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
  });
});

describe('static data that keeps checkpoints', () => {
  const long = Array.from({ length: 1_000 }, (_, index) => `q${String(index)}`);
  const write = (value: string) => value.padEnd(2_000);

  it('takes what there is room for, and is left alone after that', async () => {
    const workflow = new SavedWorkflow(clock);
    const { store: staticData } = workflow.start();
    expect(await kept(long, { store: staticData, write })).toMatchObject({ code: 'STORE_FULL' });
    const found = await foundOf(long, { store: workflow.start().store });
    const count = found.filter((value) => value !== undefined).length;
    expect(count).toBeGreaterThan(350);
    expect(count).toBeLessThan(400);
  });

  it('makes room for the next batch with one that is finished, not with one that is not', async () => {
    const workflow = new SavedWorkflow(clock);
    const { store: staticData } = workflow.start();
    const [some, more] = [long.slice(0, 300), long.slice(300, 600)];
    const open = await Checkpoints.open<string, string>(
      { store: staticData, batchId: 'open', write },
      [...some, 'later'],
      { clock },
    );
    for (const index of some.keys()) open.keep(index, outcomeOf('x'));
    expect(await open.close()).toBeUndefined();
    expect(await kept(more, { store: staticData, write })).toMatchObject({ code: 'STORE_FULL' });
    expect(await foundOf(some, { store: staticData, batchId: 'open' })).not.toContain(undefined);
    staticData.finishBatch('open');
    expect(await kept(more, { store: staticData, write })).toBeUndefined();
    expect((await foundOf(some, { store: staticData, batchId: 'open' })).at(0)).toBeUndefined();
  });
});
