import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cached, type CachedRequest } from '../../../../core/cascade/cache/cached';
import { ResponseCache } from '../../../../core/cascade/cache/responseCache';
import type { CascadeReport } from '../../../../core/cascade/engine/report';
import { readSettings } from '../../../../core/cascade/settings';
import { MemoryStore } from '../../../../core/stores/memory/memoryStore';
import { FakeClock, settled } from '../../../support/fakeClock';
import { attempt, requestFor, resultOf } from './support/answers';

const HOUR_MS = 3_600_000;

class BrokenStore extends MemoryStore {
  override cachedResponse(): never {
    throw new Error('It is broken');
  }

  override cacheResponse(): never {
    throw new Error('It is broken');
  }
}

/** Runs that are counted, and end when they are told to. */
class Runs {
  readonly #change: Partial<CascadeReport>;
  readonly #ends: { readonly answer: () => void; readonly fail: (error: Error) => void }[] = [];

  constructor(change: Partial<CascadeReport> = {}) {
    this.#change = change;
  }

  get count(): number {
    return this.#ends.length;
  }

  readonly run = () => {
    const output = `answer ${String(this.#ends.length + 1)}`;
    return new Promise<ReturnType<typeof resultOf>>((resolve, fail) => {
      const answer = () => {
        resolve(resultOf(output, this.#change));
      };
      this.#ends.push({ answer, fail });
    });
  };

  async answer(): Promise<void> {
    for (const { answer } of this.#ends) answer();
    await settled();
  }

  async fail(error: Error): Promise<void> {
    for (const { fail } of this.#ends) fail(error);
    await settled();
  }
}

function world({ clock = new FakeClock(), store = new MemoryStore({ clock }), userId = 'ann' } = {}) {
  return { clock, store, cache: new ResponseCache({ store, clock, userId }) };
}

const answering = (output: string, change: Partial<CascadeReport> = {}) => {
  const run = Object.assign(
    () => {
      run.count += 1;
      return Promise.resolve(resultOf(output, change));
    },
    { count: 0 },
  );
  return run;
};

describe('an answer of the cache', () => {
  it('is that of the run, without its cost, and says so', async () => {
    const { cache } = world();
    const run = answering('hello');
    expect(await cached(cache, requestFor('q'), run)).toEqual(resultOf('hello'));
    const again = await cached(cache, requestFor('q'), run);
    expect(run.count).toBe(1);
    expect(again).toMatchObject({
      output: 'hello',
      steps: [],
      messages: [
        { role: 'user', content: 'q' },
        { role: 'assistant', content: 'hello' },
      ],
    });
    expect(again.cascade).toEqual({
      modelUsed: 'mini',
      escalated: false,
      direct: false,
      confidence: 0.9,
      threshold: 0.7,
      complexity: 'SIMPLE',
      domain: 'general',
      reason: 'answered from the cache',
      costUsd: 0,
      baselineCostUsd: 0.002,
      savedUsd: 0.002,
      savedPercent: 100,
      latencyMs: 0,
      attempts: [],
    });
  });

  it('saves nothing that can be told when its cost is unknown, or nothing', async () => {
    for (const costUsd of [null, 0]) {
      const { cache } = world();
      await cached(cache, requestFor('q'), answering('x', { costUsd }));
      const { cascade } = await cached(cache, requestFor('q'), answering('y'));
      expect(cascade).toMatchObject({ baselineCostUsd: costUsd, savedUsd: costUsd, savedPercent: null });
    }
  });

  it('has what the parser made of it', async () => {
    const { cache } = world();
    const parsed = { a: [1, null, 'x'] };
    await cached(cache, requestFor('q'), () => Promise.resolve({ ...resultOf('x'), parsed }));
    expect(await cached(cache, requestFor('q'), answering('y'))).toMatchObject({ output: 'x', parsed });
  });

  it('is sent in one piece to whom the text is told', async () => {
    const { cache } = world();
    const told: string[] = [];
    const onText = (text: string) => void told.push(text);
    await cached(cache, requestFor('q', { onText }), answering('hello'));
    expect(told).toEqual([]);
    await cached(cache, requestFor('q', { onText }), answering('other'));
    expect(told).toEqual(['hello']);
  });

  it('is not waited for for ever by who takes it', async () => {
    const { cache, clock } = world();
    await cached(cache, requestFor('q'), answering('hello'));
    const onText = () => new Promise<void>(() => undefined);
    const given = expect(cached(cache, requestFor('q', { onText }), answering('other'))).rejects.toThrow(
      'The text of the answer was not taken in time',
    );
    await settled();
    await clock.advance(180_000);
    await given;
    expect(clock.sleepers).toBe(0);
  });

  it('is given to its tenant and its request only, until its time is over', async () => {
    const { cache, store, clock } = world();
    await cached(cache, requestFor('q'), answering('of ann'));
    const bob = new ResponseCache({ store, clock, userId: 'bob' });
    expect((await cached(bob, requestFor('q'), answering('of bob'))).output).toBe('of bob');
    expect((await cached(cache, requestFor('other'), answering('other'))).output).toBe('other');
    await clock.advance(HOUR_MS);
    expect((await cached(cache, requestFor('q'), answering('new'))).output).toBe('new');
  });

  it('is gone with the user', async () => {
    const { cache, store } = world();
    await cached(cache, requestFor('q'), answering('old'));
    store.deleteUser('ann');
    expect((await cached(cache, requestFor('q'), answering('new'))).output).toBe('new');
  });
});

describe('a run', () => {
  it.each<[string, Partial<CascadeReport>]>([
    ['that gave a draft below the threshold', { attempts: [attempt({ confidence: 0.1 })] }],
  ])('%s is not kept', async (_, change) => {
    const { cache } = world();
    const run = answering('x', change);
    await cached(cache, requestFor('q'), run);
    await cached(cache, requestFor('q'), run);
    expect(run.count).toBe(2);
  });

  it('that failed is not kept, and fails as without a cache', async () => {
    const { cache } = world();
    const down = new Error('All models failed');
    await expect(cached(cache, requestFor('q'), () => Promise.reject(down))).rejects.toBe(down);
    expect((await cached(cache, requestFor('q'), answering('x'))).output).toBe('x');
  });

  it('is made each time when the store is broken', async () => {
    const clock = new FakeClock();
    const { cache } = world({ clock, store: new BrokenStore({ clock }) });
    const run = answering('x');
    for (let time = 0; time < 3; time++)
      expect(await cached(cache, requestFor('q'), run)).toEqual(resultOf('x'));
    expect(run.count).toBe(3);
  });

  it('is made anew when what it brought cannot be written as JSON', async () => {
    const { cache } = world();
    const run = () => Promise.resolve({ ...resultOf('x'), parsed: 1n });
    await cached(cache, requestFor('q'), run);
    expect(await cached(cache, requestFor('q'), run)).toMatchObject({ parsed: 1n });
  });
});

describe('the same request at the same moment', () => {
  const ask = (cache: ResponseCache, runs: Runs, change: Partial<CachedRequest> = {}) =>
    cached(cache, requestFor('q', change), runs.run);

  it('is answered by one run, whichever cache of the tenant asks', async () => {
    const { cache, store, clock } = world();
    const caches = [cache, new ResponseCache({ store, clock, userId: 'ann' })];
    const runs = new Runs();
    const asked = Array.from({ length: 20 }, (_, index) => ask(caches[index % 2] ?? cache, runs));
    await settled();
    expect(runs.count).toBe(1);
    await runs.answer();
    const results = await Promise.all(asked);
    expect(results.map(({ output }) => output)).toEqual(results.map(() => 'answer 1'));
    expect(results.filter(({ cascade }) => cascade.costUsd === 0)).toHaveLength(19);
  });

  it('of another tenant, of nobody, or of another store is answered by its own', async () => {
    const clock = new FakeClock();
    const store = new MemoryStore({ clock });
    const runs = new Runs();
    const caches = [
      new ResponseCache({ store, clock, userId: 'ann' }),
      new ResponseCache({ store, clock, userId: 'bob' }),
      new ResponseCache({ store, clock }),
      world({ clock }).cache,
    ];
    const asked = caches.map((cache) => ask(cache, runs));
    await settled();
    expect(runs.count).toBe(4);
    await runs.answer();
    expect(new Set((await Promise.all(asked)).map(({ output }) => output)).size).toBe(4);
  });

  it('runs for itself when the run that it waited for fails', async () => {
    const { cache } = world();
    const runs = new Runs();
    const down = new Error('Aborted by whom it was for');
    const [first, ...others] = [ask(cache, runs), ask(cache, runs), ask(cache, runs)];
    await settled();
    const failed = expect(first).rejects.toBe(down);
    await runs.fail(down);
    await failed;
    expect(runs.count).toBe(3);
    await runs.answer();
    expect((await Promise.all(others)).map(({ cascade }) => cascade.costUsd)).toEqual([0.002, 0.002]);
  });

  it('runs for itself when the answer may not be given again', async () => {
    const { cache } = world();
    const runs = new Runs({ attempts: [attempt({ confidence: 0.1 })] });
    const asked = [ask(cache, runs), ask(cache, runs)];
    await settled();
    await runs.answer();
    expect(runs.count).toBe(2);
    await runs.answer();
    expect((await Promise.all(asked)).map(({ output }) => output)).toEqual(['answer 1', 'answer 2']);
  });

  it('runs for itself when it has waited for half of its time, and is told how long that was', async () => {
    const { cache, clock } = world();
    const settings = readSettings({ totalTimeoutMs: 10_000 });
    const runs = new Runs();
    const first = ask(cache, runs);
    const waited: number[] = [];
    const second = cached(cache, requestFor('q', { settings }), (waitedMs) => {
      waited.push(waitedMs);
      return Promise.resolve(resultOf('of its own'));
    });
    await settled();
    await clock.advance(4_999);
    expect(waited).toEqual([]);
    await clock.advance(1);
    expect((await second).output).toBe('of its own');
    expect(waited).toEqual([5_000]);
    await runs.answer();
    await first;
    expect(clock.sleepers).toBe(0);
  });

  it('waits no longer than its caller wants', async () => {
    const { cache } = world();
    const runs = new Runs();
    const stop = new AbortController();
    const first = ask(cache, runs);
    const second = ask(cache, runs, { signal: stop.signal });
    const ended = expect(second).rejects.toThrow('Enough');
    await settled();
    stop.abort(new Error('Enough'));
    await ended;
    await expect(ask(cache, runs, { signal: stop.signal })).rejects.toThrow('Enough');
    await runs.answer();
    expect((await first).output).toBe('answer 1');
    expect(runs.count).toBe(1);
  });
});

it('whatever is asked in whatever order, everybody gets their own answer', async () => {
  const asked = fc.record({
    user: fc.constantFrom('ann', 'bob'),
    query: fc.constantFrom('a', 'b', 'c'),
    wait: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { maxLength: 30 }), async (requests) => {
      const clock = new FakeClock();
      const store = new MemoryStore({ clock });
      let runs = 0;
      const open: Promise<string>[] = [];
      for (const { user, query, wait } of requests) {
        const cache = new ResponseCache({ store, clock, userId: user });
        const run = () => {
          runs += 1;
          return settled().then(() => resultOf(`${user} ${query}`));
        };
        const answered = cached(cache, requestFor(query), run).then(({ output }) => output);
        open.push(answered);
        if (wait) await answered;
      }
      const kinds = new Set(requests.map(({ user, query }) => `${user} ${query}`));
      expect(await Promise.all(open)).toEqual(requests.map(({ user, query }) => `${user} ${query}`));
      expect(runs).toBe(kinds.size);
    }),
    { numRuns: 50 },
  );
});
