import { describe, expect, it } from '@jest/globals';
import type { BatchConfig, WorkContext } from '../../../core/batch/batchConfig';
import type { BatchItem } from '../../../core/batch/batchResult';
import { BatchProcessingError } from '../../../core/batch/batchProcessingError';
import { runBatch } from '../../../core/batch/runBatch';
import { InvalidParameterError } from '../../../core/errors/invalidParameterError';
import { Fault, letters, queries, run, taking } from './support/work';
import { VirtualClock } from './support/virtualClock';

describe('a batch', () => {
  it('answers all queries, in their order, and says how it went', async () => {
    const clock = new VirtualClock();
    const work = async (query: number, { signal, attempt }: WorkContext) => {
      await clock.sleep(100 - query, signal);
      return { query, attempt };
    };
    const result = await run(clock, queries(4), work, {
      strategy: 'parallel',
      maxConcurrency: 2,
      costOf: () => 0.5,
    });
    expect(result.items.map(({ value }) => value)).toEqual(
      queries(4).map((query) => ({ query, attempt: 1 })),
    );
    expect(result).toMatchObject({
      total: 4,
      done: 4,
      failed: 0,
      notRun: 0,
      successRate: 100,
      strategy: 'parallel',
      concurrencyReached: 2,
      wallTimeMs: 197,
      latencyP50Ms: 98,
      latencyP95Ms: 100,
      costUsd: 2,
      averageCostUsd: 0.5,
      stoppedBecause: null,
    });
    expect(result.throughputPerSecond).toBeCloseTo(4000 / 197);
    expect(clock.pending).toBe(0);
  });

  it('of no queries is a success', async () => {
    const result = await runBatch([], () => Promise.reject(new Error('There is nothing to do')));
    expect(result).toMatchObject({
      items: [],
      successRate: 100,
      wallTimeMs: expect.any(Number),
      costUsd: null,
    });
  });

  it('of one query is sequential, of more adaptive, when nobody says', async () => {
    const clock = new VirtualClock();
    expect(await run(clock, queries(1), taking(clock, 1))).toMatchObject({ strategy: 'sequential' });
    expect(await run(clock, queries(2), taking(clock, 1))).toMatchObject({
      strategy: 'adaptive',
      concurrencyReached: 2,
    });
  });

  it('tells two failures from each other: one that may pass, and one that will not', async () => {
    const clock = new VirtualClock();
    const calls: number[] = [];
    const work = async (query: number, { attempt }: WorkContext) => {
      calls.push(query);
      await clock.sleep(10);
      if (query === 0) throw new Fault(400);
      if (query === 1 && attempt < 3) throw new Fault(503);
      return query;
    };
    const result = await run(clock, queries(3), work, { retry: { baseDelayMs: 100 } });
    expect(letters(result)).toBe('fdd');
    expect(result.items.map(({ attempts }) => attempts)).toEqual([1, 3, 1]);
    expect(calls.filter((query) => query === 1)).toHaveLength(3);
    // Three attempts of 10 ms, and waits of 100 and 200 ms.
    expect(result.wallTimeMs).toBe(330);
    expect(result.items[1]).toMatchObject({ latencyMs: 30 });
  });

  it('gives up a query that fails as often as it may', async () => {
    const clock = new VirtualClock();
    const result = await run(clock, queries(1), () => Promise.reject(new Error('No network')), {
      retry: { attempts: 2 },
    });
    expect(result.items[0]).toMatchObject({
      status: 'failed',
      attempts: 2,
      error: { message: 'No network' },
    });
  });

  it('waits for as long as a refusal asks, and counts no attempt', async () => {
    const clock = new VirtualClock();
    const startedAt: number[] = [];
    const work = (query: number) => {
      startedAt.push(clock.now());
      return startedAt.length < 8 ? Promise.reject(new Fault(429, 1000)) : Promise.resolve(query);
    };
    const result = await run(clock, queries(1), work, { retry: { attempts: 1 } });
    expect(result.items[0]).toMatchObject({ status: 'done', attempts: 1 });
    expect(startedAt.map((time, index) => time - (startedAt[index - 1] ?? time))).toEqual([
      0,
      ...Array<number>(7).fill(1000),
    ]);
  });

  it('takes work that throws before it gives a promise for work that fails', async () => {
    const result = await run(new VirtualClock(), queries(3), (query: number) => {
      if (query === 1) throw new Fault(400);
      return Promise.resolve(query);
    });
    expect(letters(result)).toBe('dfd');
  });

  it('makes an error of whatever is thrown', async () => {
    const work = () => {
      AbortSignal.abort('no').throwIfAborted();
      return Promise.resolve('never');
    };
    const result = await run(new VirtualClock(), queries(1), work, { retry: { attempts: 1 } });
    expect(result.items[0]?.error).toEqual(new Error('no'));
  });

  it('leaves behind work that does not end in its time, obey or not', async () => {
    const clock = new VirtualClock();
    const signals: AbortSignal[] = [];
    const result = await run(
      clock,
      queries(2),
      (query: number, { signal }) => {
        signals.push(signal);
        return query === 0 ? new Promise<number>(() => undefined) : Promise.resolve(query);
      },
      { timeoutMs: 100, retry: { attempts: 2, baseDelayMs: 50 } },
    );
    expect(result.items[0]).toMatchObject({ status: 'failed', attempts: 2, latencyMs: 200, costUsd: null });
    expect(result.items[0]?.error?.message).toBe('The query took longer than 100 ms');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false, true]);
    expect(result.wallTimeMs).toBe(250);
  });

  it('one after the other keeps the order, retries included', async () => {
    const clock = new VirtualClock();
    const order: number[] = [];
    const work = (query: number, { attempt }: WorkContext) => {
      order.push(query);
      return query === 1 && attempt === 1 ? Promise.reject(new Fault(500)) : Promise.resolve(query);
    };
    expect(await run(clock, queries(3), work, { strategy: 'sequential' })).toMatchObject({
      done: 3,
      concurrencyReached: 1,
    });
    expect(order).toEqual([0, 1, 1, 2]);
  });

  it('tells of each outcome as it comes', async () => {
    const clock = new VirtualClock();
    const told: BatchItem<string>[] = [];
    await run(clock, [30, 10, 20], (ms: number) => clock.sleep(ms).then(() => String(ms)), {
      onItem: (item) => told.push(item),
    });
    expect(told.map(({ index, value }) => [index, value])).toEqual([
      [1, '10'],
      [2, '20'],
      [0, '30'],
    ]);
  });
});

describe('functions that throw', () => {
  it('lose nothing: the batch goes on, and its error has the result', async () => {
    const clock = new VirtualClock();
    const cause = new Error('Mine');
    let calls = 0;
    const onItem = () => {
      calls += 1;
      throw cause;
    };
    const error: unknown = await run(clock, queries(3), taking(clock, 1), { onItem }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(BatchProcessingError);
    expect(error).toMatchObject({ code: 'BATCH_CALLBACK', cause, result: { done: 3 } });
    expect(calls).toBe(1);
  });

  it('make costs unknown', async () => {
    const clock = new VirtualClock();
    const costOf = () => {
      throw new Error('Mine');
    };
    await expect(run(clock, queries(2), taking(clock, 1), { costOf })).rejects.toMatchObject({
      message: '"costOf" threw an error',
      result: { done: 2, costUsd: null },
    });
  });

  it('and tell equal queries begin nothing', async () => {
    const duplicateKeyOf = () => {
      throw new Error('Mine');
    };
    let started = 0;
    const batch = runBatch(queries(2), () => Promise.resolve((started += 1)), { duplicateKeyOf });
    await expect(batch).rejects.toMatchObject({ code: 'BATCH_CALLBACK', result: undefined });
    expect(started).toBe(0);
  });
});

describe('a configuration', () => {
  const faults: readonly (readonly [string, BatchConfig<number, number>, string])[] = [
    [
      'strategy',
      { strategy: 'fast' as 'auto' },
      'one of auto, sequential, parallel, adaptive, provider_batch',
    ],
    ['strategy', { strategy: 'provider_batch' }, 'has no provider to give jobs to'],
    ['maxConcurrency', { maxConcurrency: 0 }, 'a whole number from 1 to 1000'],
    ['maxConcurrency', { maxConcurrency: 2.5 }, 'a whole number from 1 to 1000'],
    ['timeoutMs', { timeoutMs: -1 }, 'a number of milliseconds from 1'],
    ['totalTimeoutMs', { totalTimeoutMs: Number.NaN }, 'a number of milliseconds from 1'],
    ['longestWaitMs', { longestWaitMs: -1 }, 'a number of milliseconds from 0'],
    ['retry.attempts', { retry: { attempts: 21 } }, 'a whole number from 1 to 20'],
    ['maxCostUsd', { maxCostUsd: -1, costOf: () => 1 }, 'a number of US dollars from 0 on'],
    ['costOf', { maxCostUsd: 1 }, 'because maxCostUsd needs it'],
    ['onItem', { onItem: 'no' as never }, 'a function'],
  ];

  it.each(faults)('that is not valid is refused by name: %s', async (parameter, config, allowed) => {
    const error: unknown = await runBatch([1], (query) => Promise.resolve(query), config).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(InvalidParameterError);
    expect(error).toMatchObject({ parameter, message: expect.stringContaining(allowed) });
  });

  it('of something else than a list of queries is refused', async () => {
    await expect(runBatch('queries' as never, () => Promise.resolve(1))).rejects.toThrow('must be a list');
  });
});
