import { describe, expect, it } from '@jest/globals';
import type { BatchConfig } from '../../../core/batch/batchConfig';
import { MemoryStore } from '../../../core/stores/memory/memoryStore';
import { StoreUnavailableError } from '../../../core/stores/storeUnavailableError';
import { Fault, letters, run } from './support/work';
import { VirtualClock } from './support/virtualClock';

function counted(failing: readonly string[] = []) {
  const asked: string[] = [];
  const work = (query: string) => {
    asked.push(query);
    return failing.includes(query) ? Promise.reject(new Fault(400)) : Promise.resolve(`${query}!`);
  };
  return { asked, work };
}

const duplicateKeyOf = (query: string) => query;

describe('equal queries', () => {
  it('are answered once', async () => {
    const { asked, work } = counted();
    const result = await run(new VirtualClock(), ['a', 'b', 'a', 'a'], work, {
      duplicateKeyOf,
      costOf: () => 1,
    });
    expect(asked).toEqual(['a', 'b']);
    expect(result.items.map(({ value }) => value)).toEqual(['a!', 'b!', 'a!', 'a!']);
    expect(result.items[2]).toMatchObject({
      index: 2,
      source: 'duplicate',
      attempts: 0,
      costUsd: 0,
      latencyMs: 0,
    });
    expect(result).toMatchObject({ costUsd: 2, done: 4 });
  });

  it('fail together', async () => {
    const { work } = counted(['a']);
    const result = await run(new VirtualClock(), ['a', 'b', 'a'], work, { duplicateKeyOf });
    expect(letters(result)).toBe('fdf');
    expect(result.items[2]).toMatchObject({ attempts: 0, error: { message: 'Status 400' } });
  });

  it('are not run together', async () => {
    const { work } = counted(['a']);
    const config = { duplicateKeyOf, stopOnError: true, strategy: 'sequential' } as const;
    expect(letters(await run(new VirtualClock(), ['a', 'b', 'b'], work, config))).toBe('fnn');
  });

  it('are all run when nobody says which are equal', async () => {
    const { asked, work } = counted();
    await run(new VirtualClock(), ['a', 'a'], work);
    expect(asked).toHaveLength(2);
  });
});

describe('a batch that is run again', () => {
  const config = (store: MemoryStore): BatchConfig<string, string> => ({
    checkpoints: { store, batchId: 'nightly' },
    costOf: () => 1,
  });

  it('does only what is missing', async () => {
    const clock = new VirtualClock();
    const store = new MemoryStore({ clock });
    const before = counted(['b']);
    expect(letters(await run(clock, ['a', 'b', 'a'], before.work, config(store)))).toBe('dfd');
    const again = counted();
    const result = await run(clock, ['a', 'b', 'a'], again.work, config(store));
    expect(again.asked).toEqual(['b']);
    expect(result.items.map((item) => (item.status === 'done' ? item.source : item.status))).toEqual([
      'checkpoint',
      'run',
      'checkpoint',
    ]);
    expect(result).toMatchObject({ costUsd: 1, done: 3, checkpointFault: undefined });
    expect(result.items.map(({ value }) => value)).toEqual(['a!', 'b!', 'a!']);
  });

  it('does not ask again for what equals an answer that it has', async () => {
    const clock = new VirtualClock();
    const store = new MemoryStore({ clock });
    await run(clock, ['a', 'c'], counted(['c']).work, config(store));
    const again = counted(['c']);
    const result = await run(clock, ['a', 'a', 'c'], again.work, { ...config(store), duplicateKeyOf });
    expect(again.asked).toEqual(['c']);
    expect(result.items[1]).toMatchObject({ source: 'duplicate', value: 'a!' });
  });

  it('begins nothing when nobody can say what was done', async () => {
    const clock = new VirtualClock();
    const store = new MemoryStore({ clock });
    const cause = new StoreUnavailableError('It does not answer', { hint: 'Wait.' });
    store.batchEntries = () => {
      throw cause;
    };
    const { asked, work } = counted();
    await expect(run(clock, ['a'], work, config(store))).rejects.toMatchObject({
      code: 'BATCH_CHECKPOINTS',
      cause,
    });
    expect(asked).toEqual([]);
  });

  it('refuses an id that is none', async () => {
    const store = new MemoryStore();
    const batch = run(new VirtualClock(), ['a'], counted().work, { checkpoints: { store, batchId: '' } });
    await expect(batch).rejects.toMatchObject({ code: 'INVALID_PARAMETER', parameter: 'batchId' });
  });

  it('says when outcomes could not be kept, and has them all the same', async () => {
    const clock = new VirtualClock();
    const store = new MemoryStore({ clock });
    const fault = new StoreUnavailableError('It does not answer', { hint: 'Wait.' });
    store.keepBatchEntries = () => {
      throw fault;
    };
    const result = await run(clock, ['a', 'b'], counted().work, config(store));
    expect(result).toMatchObject({ done: 2, checkpointFault: fault });
  });
});
