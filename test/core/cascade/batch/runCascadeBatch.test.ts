import { describe, expect, it } from '@jest/globals';
import { BatchProcessingError } from '../../../../core/batch/batchProcessingError';
import type { BatchItem } from '../../../../core/batch/batchResult';
import type { CascadeBatchConfig } from '../../../../core/cascade/batch/cascadeBatchConfig';
import {
  CascadeAgent,
  type BatchQuery,
  type CascadeAgentOptions,
} from '../../../../core/cascade/cascadeAgent';
import type { TenantResult } from '../../../../core/cascade/tenant/tenantRun';
import { textOf } from '../../../../core/models/chatModel';
import { ChatModelError } from '../../../../core/models/chatModelError';
import type { Clock } from '../../../../core/time/clock';
import {
  fails,
  hangs,
  ignoresTheSignal,
  says,
  ScriptedModel,
  type Act,
} from '../../../support/scriptedModel';
import { VirtualClock } from '../../../support/virtualClock';

const GOOD = 'The capital of Japan is Tokyo.';
const REFUSAL = "I'm sorry, but I can't help with that.";
const good = says(GOOD);
const refuses = says(REFUSAL);
const broken = fails(new ChatModelError('status 400: no', { fault: 'rejected', status: 400 }));
const limited = (retryAfterMs: number) =>
  fails(new ChatModelError('status 429: too many', { fault: 'rate_limit', status: 429, retryAfterMs }));

/** Takes its time. */
function after(clock: Clock, ms: number, act: Act): Act {
  return async (request) => {
    await clock.sleep(ms, request.signal);
    return await act(request);
  };
}

/** What it does depends on the query. */
function byQuery(acts: Readonly<Record<string, Act>>, otherwise: Act): Act {
  return (request) => {
    const asked = textOf(request.messages.at(-1)?.content ?? '');
    return (Object.entries(acts).find(([word]) => asked.includes(word))?.[1] ?? otherwise)(request);
  };
}

function cascade(acts: (clock: Clock) => readonly [Act, Act], options: Partial<CascadeAgentOptions> = {}) {
  const clock = new VirtualClock();
  const [cheap, dear] = acts(clock);
  const chats = [new ScriptedModel(cheap), new ScriptedModel(dear)] as const;
  const models = [
    { name: 'cheap', chat: chats[0], price: { inputPerMillion: 1, outputPerMillion: 1 } },
    { name: 'dear', chat: chats[1], price: { inputPerMillion: 10, outputPerMillion: 10 } },
  ];
  const agent = new CascadeAgent({ clock, routing: 'draft_first', retries: 0, ...options, models });
  return {
    agent,
    clock,
    asked: () => chats.map(({ requests }) => requests.length),
    run: (queries: readonly (string | BatchQuery)[], config: CascadeBatchConfig = {}) =>
      clock.play(agent.runBatch(queries, config)),
  };
}

function queriesOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `What is the capital of Japan? (${String(index)})`);
}

function statusesOf({ items }: { items: readonly BatchItem<unknown>[] }): string[] {
  return items.map(({ status }) => status);
}

describe('the strategies', () => {
  it.each([
    ['sequential', {}, 1, 10_000],
    ['parallel', {}, 10, 1000],
    ['parallel', { maxConcurrency: 5 }, 5, 2000],
    ['adaptive', { maxConcurrency: 2 }, 2, 5000],
  ] as const)(
    '%s with %p has %i queries under way at most',
    async (strategy, config, reached, wallTimeMs) => {
      const { run } = cascade((clock) => [after(clock, 1000, good), good]);
      const result = await run(queriesOf(10), { strategy, ...config });
      expect(result).toMatchObject({ strategy, done: 10, concurrencyReached: reached, wallTimeMs });
    },
  );

  it.each([
    [0, 'adaptive'],
    [1, 'sequential'],
    [2, 'adaptive'],
    [200, 'adaptive'],
  ])('auto for %i queries is %s', async (count, strategy) => {
    const { run } = cascade(() => [good, good]);
    const result = await run(queriesOf(count), { jobs: {} });
    expect(result).toMatchObject({ strategy, total: count, done: count, successRate: 100, fallback: null });
  });

  it('provider_batch of models without jobs asks one at a time, and says why', async () => {
    const { run } = cascade(() => [good, good]);
    const result = await run(queriesOf(3), { strategy: 'provider_batch' });
    expect(result).toMatchObject({ strategy: 'adaptive', done: 3 });
    expect(result.fallback).toMatch(/takes no batch jobs/);
  });
});

describe('the result', () => {
  it('says what was spent and saved, and what each model was asked', async () => {
    const { run } = cascade(() => [byQuery({ '(0)': refuses, '(1)': broken }, good), good]);
    const result = await run(queriesOf(5));
    expect(result).toMatchObject({
      done: 5,
      failed: 0,
      escalated: 2,
      direct: 0,
      costUsd: 0.00288,
      baselineCostUsd: 0.006,
      savedUsd: 0.00312,
      savedPercent: 52,
      fallback: null,
    });
    expect(result.models).toEqual([
      { model: 'cheap', calls: 5, failedCalls: 1, inputTokens: 400, outputTokens: 80, costUsd: 0.00048 },
      { model: 'dear', calls: 2, failedCalls: 0, inputTokens: 200, outputTokens: 40, costUsd: 0.0024 },
    ]);
  });

  it('has the error of a query as it was thrown, and what it has cost all the same', async () => {
    const { run } = cascade(() => [refuses, byQuery({ '(1)': broken }, good)], { whenVerifierFails: 'fail' });
    const { items, ...result } = await run(queriesOf(3));
    expect(result).toMatchObject({ done: 2, failed: 1, costUsd: 0.00012 * 3 + 0.0012 * 2 });
    expect(items[1]).toMatchObject({
      status: 'failed',
      attempts: 1,
      costUsd: 0.00012,
      error: { code: 'ALL_MODELS_FAILED' },
    });
  });

  it('leaves waiting for the limits of providers out of the latencies', async () => {
    const acts = (clock: Clock): [Act, Act] => {
      let calls = 0;
      const slow = after(clock, 500, good);
      return [(request) => (calls++ < 3 ? limited(60_000) : slow)(request), good];
    };
    const { run } = cascade(acts);
    const result = await run(queriesOf(20), { strategy: 'parallel' });
    expect(result).toMatchObject({ done: 20, escalated: 0, latencyP50Ms: 500, latencyP95Ms: 500 });
    expect(result.wallTimeMs).toBeGreaterThanOrEqual(60_000);
    expect(result.models).toMatchObject([{ calls: 20, failedCalls: 0 }]);
  });

  it('is told item by item, in no order', async () => {
    const told: BatchItem<TenantResult>[] = [];
    const acts = (clock: Clock): [Act, Act] => [
      byQuery({ '(0)': after(clock, 900, good) }, after(clock, 100, good)),
      good,
    ];
    const { run } = cascade(acts);
    const { items } = await run(queriesOf(3), { onItem: (item) => void told.push(item) });
    expect(told.map(({ index }) => index)).toEqual([1, 2, 0]);
    expect(told.map(({ latencyMs }) => latencyMs)).toEqual([100, 100, 900]);
    expect(told.toSorted((a, b) => a.index - b.index)).toEqual(items);
  });

  it('is not lost when a listener throws', async () => {
    const { run } = cascade(() => [good, good]);
    const onItem = () => {
      throw new Error('no ear');
    };
    const failure: unknown = await run(queriesOf(3), { onItem }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BatchProcessingError);
    expect(failure).toMatchObject({
      code: 'BATCH_CALLBACK',
      result: { done: 3 },
      cause: { message: 'no ear' },
    });
  });
});

describe('a batch ends', () => {
  const inTime = { strategy: 'parallel', maxConcurrency: 2 } as const;

  it('with the first error when told to, and keeps what was under way', async () => {
    const acts = (clock: Clock): [Act, Act] => [
      byQuery({ '(2)': after(clock, 500, broken) }, after(clock, 1000, good)),
      broken,
    ];
    const { run, clock } = cascade(acts);
    const result = await run(queriesOf(6), { ...inTime, stopOnError: true });
    expect(statusesOf(result)).toEqual(['done', 'done', 'failed', 'done', 'not_run', 'not_run']);
    expect(result.stoppedBecause).toBe('error');
    expect(clock.sleepers).toBe(0);
  });

  it.each<[string, Act]>([
    ['obeys', hangs],
    ['does not obey', ignoresTheSignal],
  ])('when its time is over, with a model that %s', async (_, act) => {
    const { run, clock } = cascade((own) => [byQuery({ '(2)': act }, after(own, 400, good)), act]);
    const result = await run(queriesOf(6), { ...inTime, totalTimeoutMs: 1000 });
    expect(statusesOf(result)).toEqual(['done', 'done', 'failed', 'done', 'failed', 'not_run']);
    expect(result).toMatchObject({ stoppedBecause: 'time', wallTimeMs: 1000 });
    expect(result.items[2]).toMatchObject({ latencyMs: 600, costUsd: expect.any(Number) });
    expect(clock.sleepers).toBe(0);
  });

  it('when its caller aborts: what waits for a provider, too', async () => {
    const { run, clock, asked } = cascade(() => [limited(60_000), good]);
    const caller = new AbortController();
    void clock.sleep(5000).then(() => {
      caller.abort(new Error('enough'));
    });
    const result = await run(queriesOf(50), { strategy: 'adaptive', signal: caller.signal });
    expect(result).toMatchObject({ done: 0, stoppedBecause: 'aborted', wallTimeMs: 5000, costUsd: 0 });
    expect(asked()[1]).toBe(0);
    expect(clock.sleepers).toBe(0);
  });

  it('when it has spent what it may', async () => {
    const { run } = cascade(() => [good, good]);
    const result = await run(queriesOf(10), { strategy: 'sequential', maxCostUsd: 0.0005 });
    expect(result).toMatchObject({ done: 4, notRun: 6, stoppedBecause: 'cost', costUsd: 0.00048 });
  });

  it.each<[string, number, number]>([
    ['refuse every call for too long', 20_000, 120_000],
    ['ask to wait for too long', 3_600_000, 0],
  ])('when the providers %s', async (_, retryAfterMs, wallTimeMs) => {
    const { run, clock } = cascade(() => [limited(retryAfterMs), limited(retryAfterMs)]);
    const result = await run(queriesOf(200), { strategy: 'adaptive', longestWaitMs: 120_000 });
    expect(result).toMatchObject({ done: 0, stoppedBecause: 'provider', wallTimeMs });
    expect(result.notRun).toBeGreaterThan(100);
    expect(result.items.at(-1)).toMatchObject({ status: 'not_run', reason: 'provider' });
    expect(clock.sleepers).toBe(0);
  });

  it('a query that takes too long, but not one that waits', async () => {
    const acts = (clock: Clock): [Act, Act] => {
      let calls = 0;
      const drafter = byQuery({ '(1)': after(clock, 2000, good) }, after(clock, 500, good));
      return [(request) => (calls++ < 2 ? limited(30_000) : drafter)(request), good];
    };
    const { run, clock } = cascade(acts);
    const result = await run(queriesOf(3), { strategy: 'parallel', timeoutMs: 1000 });
    expect(statusesOf(result)).toEqual(['done', 'failed', 'done']);
    expect(result.items[1]).toMatchObject({ error: { code: 'BATCH_QUERY_TIME' } });
    expect(clock.sleepers).toBe(0);
  });
});

describe('equal queries', () => {
  it('are answered once when told to', async () => {
    const { run, asked } = cascade(() => [good, good]);
    const result = await run(['Why?', 'How?', 'Why?', 'Why?'], { answersDuplicatesOnce: true });
    expect(asked()).toEqual([2, 0]);
    expect(result).toMatchObject({ done: 4, costUsd: 0.00024, baselineCostUsd: 0.0048 });
    expect(result.items[3]).toMatchObject({ source: 'duplicate', value: { output: GOOD }, costUsd: 0 });
  });

  it('with options of their own are not taken for each other', async () => {
    const { run, asked } = cascade(() => [good, good]);
    await run([{ query: 'Why?' }, { query: 'Why?', systemMessage: 'x' } as BatchQuery], {
      answersDuplicatesOnce: true,
    });
    expect(asked()).toEqual([2, 0]);
  });
});

describe('what is not allowed', () => {
  it.each<[CascadeBatchConfig, string]>([
    [{ maxConcurrency: 0 }, 'maxConcurrency'],
    [{ timeoutMs: -1 }, 'timeoutMs'],
    [{ maxCostUsd: Number.NaN }, 'maxCostUsd'],
  ])('is named: %p', async (config, parameter) => {
    await expect(cascade(() => [good, good]).run(['Why?'], config)).rejects.toMatchObject({ parameter });
  });

  it('is a limit of cost without prices', async () => {
    const { agent } = cascade(() => [good, good]);
    const unpriced = new CascadeAgent({
      models: [
        { name: 'a', chat: new ScriptedModel(good) },
        { name: 'b', chat: new ScriptedModel(good) },
      ],
    });
    await expect(unpriced.runBatch(['Why?'], { maxCostUsd: 1 })).rejects.toMatchObject({
      code: 'PRICE_UNKNOWN',
    });
    await expect(agent.runBatch(['Why?'], { maxCostUsd: 1 })).resolves.toMatchObject({ done: 1 });
  });

  it('fails one query only: an empty one', async () => {
    const result = await cascade(() => [good, good]).run(['Why?', ' ', 'How?']);
    expect(statusesOf(result)).toEqual(['done', 'failed', 'done']);
    expect(result.items[1]).toMatchObject({ error: { code: 'INVALID_PARAMETER' }, costUsd: 0 });
  });
});
