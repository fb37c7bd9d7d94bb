import { describe, expect, it } from '@jest/globals';
import type { WorkContext } from '../../../core/batch/batchConfig';
import { Fault, letters, queries, run, taking } from './support/work';
import { VirtualClock } from './support/virtualClock';

/** Three at once, each for 40 ms. */
const threeAtOnce = { strategy: 'parallel', maxConcurrency: 3 } as const;

describe('a batch that is aborted', () => {
  it('is over at once, keeps what is done and starts nothing more', async () => {
    const clock = new VirtualClock();
    const abort = new AbortController();
    const reason = new Error('The user has left');
    clock.at(clock.now() + 60, () => {
      abort.abort(reason);
    });
    let started = 0;
    let aborted = 0;
    const work = async (query: number, context: WorkContext) => {
      started += 1;
      return await taking(clock, 40)(query, context).catch((error: unknown) => {
        aborted += 1;
        throw error;
      });
    };
    const result = await run(clock, queries(10), work, { ...threeAtOnce, signal: abort.signal });
    expect(letters(result)).toBe('dddfffnnnn');
    expect(result).toMatchObject({ stoppedBecause: 'aborted', wallTimeMs: 60, notRun: 4 });
    expect(result.items[3]).toMatchObject({ error: reason, attempts: 1, latencyMs: 20 });
    expect(result.items[9]).toMatchObject({ reason: 'aborted', attempts: 0 });
    expect({ started, aborted, pending: clock.pending }).toEqual({ started: 6, aborted: 3, pending: 0 });
  });

  it('before it begins runs nothing', async () => {
    const clock = new VirtualClock();
    const result = await run(clock, queries(3), taking(clock, 1), { signal: AbortSignal.abort() });
    expect(letters(result)).toBe('nnn');
  });

  it('by the one who is told of an outcome has that outcome', async () => {
    const clock = new VirtualClock();
    const abort = new AbortController();
    const result = await run(clock, queries(3), taking(clock, 10), {
      strategy: 'sequential',
      signal: abort.signal,
      onItem: ({ status }) => {
        if (status === 'done') abort.abort();
      },
    });
    expect(letters(result)).toBe('dnn');
  });

  it('by its own work', async () => {
    const clock = new VirtualClock();
    const abort = new AbortController();
    const result = await run(
      clock,
      queries(3),
      (query: number) => {
        if (query === 1) abort.abort();
        return Promise.resolve(query);
      },
      { ...threeAtOnce, signal: abort.signal },
    );
    expect(letters(result)).toBe('ffn');
  });

  it('leaves no listener behind, nor does one that is not', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      listeners += 1;
      add(...given);
    };
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...given);
    };
    const clock = new VirtualClock();
    await run(clock, queries(3), taking(clock, 10), { signal });
    expect(listeners).toBe(0);
  });
});

describe('a batch whose time is over', () => {
  it('is over at that moment', async () => {
    const clock = new VirtualClock();
    const result = await run(clock, queries(8), taking(clock, 40), { ...threeAtOnce, totalTimeoutMs: 50 });
    expect(letters(result)).toBe('dddfffnn');
    expect(result).toMatchObject({ stoppedBecause: 'time', wallTimeMs: 50 });
    expect(result.items[3]?.error?.message).toBe('The batch was not done within 50 ms');
    expect(clock.pending).toBe(0);
  });

  it('does not wait for a Retry-After beyond it', async () => {
    const clock = new VirtualClock();
    const refuse = () => Promise.reject(new Fault(429, 60_000));
    const result = await run(clock, queries(2), refuse, { totalTimeoutMs: 1000 });
    expect(letters(result)).toBe('nn');
    expect(result).toMatchObject({ stoppedBecause: 'time', wallTimeMs: 1000 });
  });

  it('has failed what it had tried', async () => {
    const clock = new VirtualClock();
    const result = await run(clock, queries(1), () => Promise.reject(new Fault(500)), {
      totalTimeoutMs: 1000,
      retry: { baseDelayMs: 5000 },
    });
    expect(result.items[0]).toMatchObject({
      status: 'failed',
      attempts: 1,
      error: { message: 'Status 500' },
    });
  });
});

describe('a batch that stops on an error', () => {
  it('finishes what is under way, and keeps it', async () => {
    const clock = new VirtualClock();
    const work = async (query: number, context: WorkContext) => {
      if (query === 1) throw new Fault(400);
      return await taking(clock, 40)(query, context);
    };
    const result = await run(clock, queries(6), work, { ...threeAtOnce, stopOnError: true });
    expect(letters(result)).toBe('dfdnnn');
    expect(result).toMatchObject({ stoppedBecause: 'error', wallTimeMs: 40 });
  });

  it('tries nothing again', async () => {
    const clock = new VirtualClock();
    const work = async (query: number) => {
      await clock.sleep(query * 10);
      throw new Fault(query === 0 ? 400 : 500);
    };
    const result = await run(clock, queries(3), work, { ...threeAtOnce, stopOnError: true });
    expect(result.items.map(({ status, attempts }) => [status, attempts])).toEqual([
      ['failed', 1],
      ['failed', 1],
      ['failed', 1],
    ]);
  });
});

describe('a batch that may cost so much', () => {
  const costOf = () => 1;

  it('starts nothing that would cost more', async () => {
    const clock = new VirtualClock();
    const result = await run(clock, queries(9), taking(clock, 10), {
      strategy: 'sequential',
      maxCostUsd: 3,
      costOf,
    });
    expect(letters(result)).toBe('dddnnnnnn');
    expect(result).toMatchObject({ stoppedBecause: 'cost', costUsd: 3 });
  });

  it('reckons with what is under way', async () => {
    const clock = new VirtualClock();
    const result = await run(clock, queries(20), taking(clock, 10), {
      ...threeAtOnce,
      maxCostUsd: 10,
      costOf,
    });
    expect(result).toMatchObject({ stoppedBecause: 'cost', costUsd: 10, done: 10 });
  });

  it('goes on when what was under way cost less than it might have', async () => {
    const clock = new VirtualClock();
    const costs = [5, 1, 1, 1, 1, 1];
    const work = (query: number) => clock.sleep(query === 0 ? 1 : 10).then(() => query);
    const result = await run(clock, queries(6), work, {
      strategy: 'parallel',
      maxConcurrency: 2,
      maxCostUsd: 11,
      costOf: (query) => costs[query] ?? 0,
    });
    expect(result).toMatchObject({ stoppedBecause: null, costUsd: 10, done: 6 });
  });

  it('of nothing runs nothing', async () => {
    const clock = new VirtualClock();
    expect(letters(await run(clock, queries(2), taking(clock, 1), { maxCostUsd: 0, costOf }))).toBe('nn');
  });
});

describe('a provider that refuses every call', () => {
  it('ends the batch when it has done so for too long', async () => {
    const clock = new VirtualClock();
    let calls = 0;
    const refuse = () => {
      calls += 1;
      return Promise.reject(new Fault(429, 10_000));
    };
    const result = await run(clock, queries(100), refuse, { longestWaitMs: 60_000 });
    expect(result).toMatchObject({ stoppedBecause: 'provider', done: 0, failed: 1, notRun: 99 });
    expect(result.wallTimeMs).toBeLessThan(90_000);
    expect(calls).toBeLessThan(60);
    expect(clock.pending).toBe(0);
  });

  it('ends it at once when it asks for more', async () => {
    const clock = new VirtualClock();
    const result = await run(clock, queries(2), () => Promise.reject(new Fault(429, 86_400_000)), {
      strategy: 'sequential',
    });
    expect(result).toMatchObject({ stoppedBecause: 'provider', wallTimeMs: 0 });
    expect(letters(result)).toBe('fn');
  });

  it('and asks for no wait is asked ever less often all the same', async () => {
    const clock = new VirtualClock();
    let calls = 0;
    const refuse = () => {
      calls += 1;
      return Promise.reject(new Fault(429, 0));
    };
    const result = await run(clock, queries(50), refuse, { longestWaitMs: 60_000 });
    expect(result.stoppedBecause).toBe('provider');
    expect(calls).toBeLessThan(200);
  });

  it('and does not say how long to wait is asked ever less often', async () => {
    const clock = new VirtualClock();
    let calls = 0;
    const work = async () => {
      calls += 1;
      await clock.sleep(50);
      throw new Fault(429);
    };
    await run(clock, queries(1000), work, { longestWaitMs: 600_000 });
    expect(calls).toBeLessThan(100);
  });
});
