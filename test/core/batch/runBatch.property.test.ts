import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runBatch } from '../../../core/batch/runBatch';
import { Fault, queries } from './support/work';
import { VirtualClock } from './support/virtualClock';

const ends = fc.constantFrom(
  'answer',
  'refusal',
  'refusal that asks',
  'fault',
  'bad request',
  'hang',
  'throw',
);

const batches = fc.record({
  total: fc.integer({ min: 0, max: 40 }),
  strategy: fc.constantFrom('sequential' as const, 'parallel' as const, 'adaptive' as const),
  maxConcurrency: fc.integer({ min: 1, max: 12 }),
  stopOnError: fc.boolean(),
  totalTimeoutMs: fc.option(fc.integer({ min: 1, max: 5000 }), { nil: undefined }),
  abortAfterMs: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined }),
  maxCostUsd: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
  modulo: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  calls: fc.array(fc.record({ end: ends, ms: fc.integer({ min: 0, max: 300 }) }), {
    minLength: 1,
    maxLength: 30,
  }),
});

describe('whatever happens to a batch', () => {
  it('each query has one outcome, in order, nothing runs beside too many others, and nothing after the end', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async ({ total, calls, abortAfterMs, modulo, maxConcurrency, ...config }) => {
        const clock = new VirtualClock();
        const abort = new AbortController();
        const most = config.strategy === 'sequential' ? 1 : maxConcurrency;
        let started = 0;
        let underWay = 0;
        const told: number[] = [];
        const work = async (query: number, { signal }: { signal: AbortSignal }) => {
          const { end, ms } = calls[started % calls.length] ?? { end: 'answer', ms: 0 };
          started += 1;
          underWay += 1;
          expect(underWay).toBeLessThanOrEqual(most);
          signal.addEventListener('abort', () => {
            underWay -= 1;
          });
          if (end === 'throw') underWay -= 1;
          if (end === 'throw') throw new Fault(400);
          if (end === 'hang') return await new Promise<number>(() => undefined);
          await clock.sleep(ms, signal);
          underWay -= 1;
          if (end === 'answer') return query;
          if (end === 'fault') throw new Fault(503);
          if (end === 'bad request') throw new Fault(400);
          throw new Fault(429, end === 'refusal' ? undefined : 2 * ms);
        };
        if (abortAfterMs !== undefined) {
          clock.at(clock.now() + abortAfterMs, () => {
            abort.abort();
          });
        }
        const result = await clock.runUntil(
          runBatch(queries(total), work, {
            ...config,
            maxConcurrency,
            timeoutMs: 250,
            longestWaitMs: 10_000,
            retry: { attempts: 3, baseDelayMs: 20 },
            costOf: () => 1,
            duplicateKeyOf: modulo === undefined ? undefined : (query) => String(query % modulo),
            onItem: ({ index }) => told.push(index),
            signal: abort.signal,
            clock,
          }),
        );
        const startedBefore = started;
        expect(result.items.map(({ index }) => index)).toEqual(queries(total));
        expect(told.toSorted((a, b) => a - b)).toEqual(queries(total));
        expect(result.done + result.failed + result.notRun).toBe(total);
        for (const item of result.items) {
          if (item.status === 'done')
            expect(item.value).toBe(modulo === undefined ? item.index : item.index % modulo);
          expect(item.attempts).toBeLessThanOrEqual(3);
        }
        if (result.stoppedBecause === null) expect(result.notRun).toBe(0);
        await clock.runDry();
        expect(started).toBe(startedBefore);
      }),
      { numRuns: 300 },
    );
  });
});
