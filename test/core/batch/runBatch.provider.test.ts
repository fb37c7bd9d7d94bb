import { describe, expect, it } from '@jest/globals';
import type { BatchConfig } from '../../../core/batch/batchConfig';
import type { BatchResult } from '../../../core/batch/batchResult';
import { AdaptiveGate } from '../../../core/batch/gates/adaptiveGate';
import { runBatch } from '../../../core/batch/runBatch';
import { randomFrom, SimulatedProvider, type ProviderTraits } from './support/simulatedProvider';
import { queries } from './support/work';
import { VirtualClock } from './support/virtualClock';

interface Played {
  readonly results: readonly BatchResult<unknown>[];
  readonly provider: SimulatedProvider;
  /** The time that all batches took, by the least that any client needs. */
  readonly timesIdeal: number;
  /** Refusals by calls. */
  readonly refusedShare: number;
  readonly pending: number;
}

const FAULTS = { shareOfFaults: 0.02 };

/** So many batches of 1,000 queries at the same time, through one gate. */
async function play(
  traits: ProviderTraits,
  seed: number,
  more: BatchConfig<number> = {},
  batches = 1,
): Promise<Played> {
  const clock = new VirtualClock();
  const random = randomFrom(seed);
  const provider = new SimulatedProvider(clock, traits, random);
  const gate = new AdaptiveGate({ clock });
  const startedAt = clock.now();
  const config = {
    strategy: 'adaptive',
    clock,
    random,
    gate,
    retry: { baseDelayMs: 1000 },
    ...more,
  } as const;
  const one = () =>
    runBatch<number, unknown>(
      queries(1000),
      (query, { signal, observe }) => provider.call(query, signal, observe),
      config,
    );
  const results = await clock.runUntil(Promise.all(Array.from({ length: batches }, one)));
  return {
    results,
    provider,
    timesIdeal: (clock.now() - startedAt) / provider.idealMs(1000 * batches),
    refusedShare: provider.refused / provider.calls,
    pending: clock.pending,
  };
}

/** Nothing was lost, and nothing was paid for twice. */
function expectWhole({ results, provider, pending }: Played): void {
  for (const { items, done } of results) {
    expect(done).toBe(1000);
    expect(items.every(({ index, value }) => index === value)).toBe(true);
  }
  expect(provider.answered).toBe(1000 * results.length);
  expect(pending).toBe(0);
}

describe('an adaptive batch', () => {
  const providers: readonly (readonly [string, ProviderTraits, number])[] = [
    ['3 at once', { cap: 3 }, 1.1],
    ['16 at once', { cap: 16 }, 1.1],
    ['64 at once', { cap: 64 }, 1.3],
    ['100 a minute', { callsPerMinute: 100, burst: 10 }, 1.05],
    ['600 a minute', { callsPerMinute: 600, burst: 100 }, 1.05],
    ['1,800 a minute and 16 at once', { callsPerMinute: 1800, burst: 30, cap: 16 }, 1.2],
    ['6,000 a minute and 64 at once', { callsPerMinute: 6000, burst: 100, cap: 64 }, 1.3],
    ['1,000 a minute and 8 at once', { callsPerMinute: 1000, burst: 20, cap: 8 }, 1.15],
    ['fast models', { medianMs: 50, callsPerMinute: 1800, burst: 20, cap: 16 }, 1.05],
    ['slow models', { medianMs: 2000, cap: 16 }, 1.1],
    ['no word of how long to wait', { callsPerMinute: 1800, burst: 30, cap: 16, isSilent: true }, 1.25],
    ['word of what is left', { callsPerMinute: 600, burst: 30, cap: 64, tellsQuota: true }, 1.05],
    ['8 at once, and a line of those who wait', { cap: 8, aboveCap: 'queued' }, 1.05],
    ['a network between', { callsPerMinute: 600, burst: 10, cap: 64, networkMs: 30 }, 1.05],
  ];

  it.each(providers)('comes close to what the provider takes: %s', async (_, traits, most) => {
    for (const seed of [1, 2, 3]) {
      const played = await play({ networkMs: 0, refusalMs: 30, ...FAULTS, ...traits }, seed);
      expectWhole(played);
      expect(played.timesIdeal).toBeLessThan(most);
      expect(played.refusedShare).toBeLessThan(0.1);
    }
  });

  const smallBursts: readonly (readonly [callsPerMinute: number, burst: number, most: number])[] = [
    [300, 1, 1.4],
    [300, 5, 1.1],
    [600, 1, 1.2],
    [600, 2, 1.1],
    [1800, 1, 1.4],
    [1800, 2, 1.25],
    [1800, 5, 1.25],
    [6000, 5, 1.6],
  ];

  it.each(smallBursts)(
    'does not take a bucket for a limit of calls at once that holds few: %d a minute, %d in a burst',
    async (callsPerMinute, burst, most) => {
      const traits = { callsPerMinute, burst, cap: 64, networkMs: 0, refusalMs: 30, ...FAULTS };
      for (const seed of [1, 2, 3]) {
        const played = await play(traits, seed);
        expectWhole(played);
        expect(played.timesIdeal).toBeLessThan(most);
        expect(played.refusedShare).toBeLessThan(0.1);
      }
    },
  );

  it('shares what it learns with another one through a gate', async () => {
    const traits = { callsPerMinute: 600, burst: 10, cap: 64, networkMs: 0, refusalMs: 30, ...FAULTS };
    const played = await play(traits, 1, {}, 2);
    expectWhole(played);
    expect(played.timesIdeal).toBeLessThan(1.05);
    const [first, second] = played.results;
    // First come, first served: neither is done much before the other.
    expect(first?.wallTimeMs).toBeGreaterThan(0.9 * (second?.wallTimeMs ?? 0));
  });

  it('does not let a server of one`s own be flooded that makes calls wait', async () => {
    const { provider, results } = await play({ cap: 8, aboveCap: 'queued', networkMs: 0 }, 1);
    expect(results[0]?.latencyP95Ms).toBeLessThan(5 * 900);
    expect(provider.mostAtOnce).toBe(8);
  });

  it('loses nothing to hung calls, faults and storms of refusals', async () => {
    const traits = { cap: 5, callsPerMinute: 900, burst: 5, shareOfFaults: 0.02, shareHung: 0.01 };
    const played = await play(traits, 7, { timeoutMs: 3000, retry: { attempts: 8, baseDelayMs: 500 } });
    expectWhole(played);
  });

  it('bears with a provider that is out for a while', async () => {
    const clock = new VirtualClock();
    const provider = new SimulatedProvider(clock, { cap: 16, ...FAULTS }, randomFrom(3));
    const [from, until] = [clock.now() + 5000, clock.now() + 15_000];
    const result = await clock.runUntil(
      runBatch<number, unknown>(
        queries(1000),
        async (query, { signal, observe }) => {
          if (clock.now() > from && clock.now() < until) throw new Error('No connection');
          return await provider.call(query, signal, observe);
        },
        { strategy: 'adaptive', clock, random: randomFrom(4), retry: { attempts: 8, baseDelayMs: 1000 } },
      ),
    );
    expect(result.done).toBe(1000);
  });
});

describe('a parallel batch', () => {
  it('is never more than its number, and bears with a provider that takes fewer', async () => {
    const traits = { cap: 5, networkMs: 0, refusalMs: 30, ...FAULTS };
    const clock = new VirtualClock();
    const provider = new SimulatedProvider(clock, traits, randomFrom(1));
    const startedAt = clock.now();
    const result = await clock.runUntil(
      runBatch<number, unknown>(
        queries(1000),
        (query, { signal, observe }) => provider.call(query, signal, observe),
        {
          strategy: 'parallel',
          maxConcurrency: 10,
          clock,
          random: randomFrom(2),
        },
      ),
    );
    expect(result).toMatchObject({ done: 1000, concurrencyReached: 10 });
    expect((clock.now() - startedAt) / provider.idealMs(1000)).toBeLessThan(1.1);
    expect(provider.refused).toBeLessThan(100);
  });
});
