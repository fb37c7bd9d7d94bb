import { describe, expect, it } from '@jest/globals';
import type { ToolStep } from '../../../../core/cascade/agent/tools/toolStep';
import { ResponseCache } from '../../../../core/cascade/cache/responseCache';
import { answerIn, type StoredAnswer } from '../../../../core/cascade/cache/storedAnswer';
import { MemoryStore } from '../../../../core/stores/memory/memoryStore';
import { FakeClock, settled } from '../../../support/fakeClock';
import { attempt, resultOf } from './support/answers';

const stored = answerIn(resultOf('hello'), 7);
if (!stored) throw new Error('It can be kept');
const answer: StoredAnswer = stored;

const step: ToolStep = {
  iteration: 1,
  callId: '1',
  tool: 'mail',
  args: {},
  outcome: 'done',
  result: 'sent',
  latencyMs: 5,
};

const HOUR_MS = 3_600_000;

describe('a response cache', () => {
  it('keeps an answer for an hour, or as long as it is told', async () => {
    const clock = new FakeClock();
    const store = new MemoryStore({ clock });
    const [usual, long] = [
      new ResponseCache({ store, clock }),
      new ResponseCache({ store, clock, ttlMs: 2 * HOUR_MS }),
    ];
    await usual.keep('k1', answer);
    await long.keep('k2', answer);
    await clock.advance(HOUR_MS - 1);
    expect(await usual.find('k1')).toEqual(answer);
    await clock.advance(1);
    expect(await usual.find('k1')).toBeUndefined();
    expect(await usual.find('k2')).toEqual(answer);
  });

  it('is one of each tenant, and one of nobody', async () => {
    const clock = new FakeClock();
    const store = new MemoryStore({ clock });
    const caches = ['ann', 'bob', 'anonymous', undefined].map(
      (userId) => new ResponseCache({ store, clock, userId }),
    );
    for (const [index, cache] of caches.entries())
      await cache.keep('k', { ...answer, output: String(index) });
    const found = await Promise.all(caches.map((cache) => cache.find('k')));
    expect(found.map((one) => one?.output)).toEqual(['0', '1', '2', '3']);
    expect(new Set(caches.map((cache) => cache.nameOf('k'))).size).toBe(4);
    expect(new ResponseCache({ store: new MemoryStore({ clock }), clock }).nameOf('k')).not.toBe(
      caches[3]?.nameOf('k'),
    );
  });

  it.each(['', '{}', 'null', '{"output":7}', 'no JSON'])(
    'passes over what is no answer: %j',
    async (text) => {
      const clock = new FakeClock();
      const store = new MemoryStore({ clock });
      store.cacheResponse('ann', 'k', text, HOUR_MS);
      expect(await new ResponseCache({ store, clock, userId: 'ann' }).find('k')).toBeUndefined();
    },
  );

  it.each([999, 1_000.5, 30 * 24 * HOUR_MS + 1, NaN])(
    'takes no other time than a second to 30 days: %d',
    (ttlMs) => {
      expect(() => new ResponseCache({ store: new MemoryStore(), ttlMs })).toThrow(
        expect.objectContaining({ code: 'INVALID_PARAMETER', parameter: 'ttlMs' }),
      );
    },
  );

  it('takes no other user id than those of profiles', () => {
    expect(() => new ResponseCache({ store: new MemoryStore(), userId: '' })).toThrow(
      expect.objectContaining({ code: 'INVALID_PARAMETER', parameter: 'userId' }),
    );
  });

  it('waits no longer than a second for its store', async () => {
    const clock = new FakeClock();
    const never = () => new Promise<never>(() => undefined);
    const store = { scope: 'nowhere', cachedResponse: never, cacheResponse: never };
    const finding = new ResponseCache({ store, clock }).find('k');
    await settled();
    await clock.advance(1_000);
    expect(await finding).toBeUndefined();
  });
});

describe('what may be given again', () => {
  const kept = (...args: Parameters<typeof resultOf>) => answerIn(resultOf(...args), 7) !== undefined;

  it('is an accepted draft, and a verifier’s answer', () => {
    expect(kept('x')).toBe(true);
    const rejected = attempt({ accepted: false, confidence: 0.2 });
    const verified = attempt({ model: 'large', role: 'verifier', confidence: null });
    expect(kept('x', { attempts: [rejected, verified] })).toBe(true);
  });

  it('is no draft below the threshold', () => {
    const best = attempt({ confidence: 0.6 });
    const failed = attempt({ role: 'verifier', accepted: false, confidence: null, error: 'down' });
    expect(kept('x', { attempts: [best, failed] })).toBe(false);
  });

  it('is nothing that tools had a part in', () => {
    expect(answerIn({ ...resultOf('x'), steps: [step] }, 7)).toBeUndefined();
    expect(answerIn({ ...resultOf('x'), steps: [] }, 7)).toBeDefined();
  });
});
