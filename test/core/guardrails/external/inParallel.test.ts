import { describe, expect, it } from '@jest/globals';
import { inParallel } from '../../../../core/guardrails/external/inParallel';
import { settled } from '../../../support/fakeClock';

interface Ending {
  readonly succeed: (result: string) => void;
  readonly fail: (error: Error) => void;
}

/** Work that waits until it is let go, and keeps what was begun and what was told to stop. */
class Handwork {
  readonly begun: string[] = [];
  readonly stopped: string[] = [];
  readonly #endings = new Map<string, Ending>();

  readonly work = (item: string, signal: AbortSignal): Promise<string> => {
    this.begun.push(item);
    signal.addEventListener('abort', () => this.stopped.push(item));
    return new Promise((succeed, fail) => {
      this.#endings.set(item, { succeed, fail });
    });
  };

  async finish(item: string): Promise<void> {
    this.#endings.get(item)?.succeed(item.toUpperCase());
    await settled();
  }

  async fail(item: string, error: Error): Promise<void> {
    this.#endings.get(item)?.fail(error);
    await settled();
  }
}

describe('work in parallel', () => {
  it('is done a few at a time, and keeps the order', async () => {
    const hands = new Handwork();
    const working = inParallel(['a', 'b', 'c', 'd'], { atOnce: 2 }, hands.work);
    expect(hands.begun).toEqual(['a', 'b']);
    await hands.finish('b');
    expect(hands.begun).toEqual(['a', 'b', 'c']);
    await hands.finish('c');
    await hands.finish('d');
    await hands.finish('a');
    expect(await working).toEqual(['A', 'B', 'C', 'D']);
    expect(hands.stopped).toEqual([]);
  });

  it('is nothing for no items', async () => {
    expect(await inParallel([], { atOnce: 2 }, new Handwork().work)).toEqual([]);
  });

  it('ends with the first failure: nothing more is begun, the rest is told to stop', async () => {
    const hands = new Handwork();
    const reason = new Error('broken');
    const working = inParallel(['a', 'b', 'c'], { atOnce: 2 }, hands.work).catch((error: unknown) => error);
    await hands.fail('a', reason);
    expect(await working).toBe(reason);
    expect(hands.stopped).toContain('b');
    await hands.finish('b');
    expect(hands.begun).toEqual(['a', 'b']);
  });

  it('is told to stop when the caller aborts, and not begun when that was before', async () => {
    const hands = new Handwork();
    const caller = new AbortController();
    const working = inParallel(['a'], { atOnce: 2, signal: caller.signal }, hands.work);
    caller.abort();
    expect(hands.stopped).toEqual(['a']);
    await hands.finish('a');
    expect(await working).toEqual(['A']);
    await expect(inParallel(['b'], { atOnce: 2, signal: caller.signal }, hands.work)).rejects.toThrow();
    expect(hands.begun).toEqual(['a']);
  });
});
