import { describe, expect, it } from '@jest/globals';
import { Turns } from '../../../nodes/Guardrails/turns';
import { settled } from '../../support/fakeClock';

/** Work that ends when it is told to, and what was begun of it. */
class Work {
  readonly begun: number[] = [];
  readonly #ends: ((error?: Error) => void)[] = [];

  for(index: number): () => Promise<number> {
    return () => {
      this.begun.push(index);
      return new Promise((resolve, reject) => {
        this.#ends[index] = (error) => {
          if (error) reject(error);
          else resolve(index);
        };
      });
    };
  }

  async end(index: number, error?: Error): Promise<void> {
    this.#ends[index]?.(error);
    await settled();
  }
}

const indexes = (count: number) => Array.from({ length: count }, (_, index) => index);

async function started(count: number, endAtFailure = false) {
  const work = new Work();
  const turns = new Turns({ endAtFailure });
  const all = Promise.allSettled(indexes(count).map((index) => turns.take(work.for(index))));
  await settled();
  return { work, all };
}

describe('turns', () => {
  it('let ten begin, and the next when one ends, in their order', async () => {
    const { work, all } = await started(13);
    expect(work.begun).toEqual(indexes(10));
    await work.end(4);
    expect(work.begun).toEqual(indexes(11));
    await work.end(10);
    await work.end(0);
    expect(work.begun).toEqual(indexes(13));
    for (const index of indexes(13)) await work.end(index);
    expect(await all).toEqual(indexes(13).map((value) => ({ status: 'fulfilled', value })));
  });

  it('go on after a failure', async () => {
    const { work, all } = await started(11);
    await work.end(3, new Error('3 failed'));
    expect(work.begun).toEqual(indexes(11));
    for (const index of indexes(11)) await work.end(index);
    expect((await all).filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });

  it('end at a failure when told to: nothing is begun after it', async () => {
    const { work, all } = await started(30, true);
    const failure = new Error('3 failed');
    await work.end(3, failure);
    for (const index of indexes(30)) await work.end(index);
    expect(work.begun).toEqual(indexes(10));
    const outcomes = await all;
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(9);
    expect(outcomes[29]).toEqual({ status: 'rejected', reason: failure });
  });

  it('are free again once all work has ended', async () => {
    const turns = new Turns({ endAtFailure: false });
    for (const index of indexes(25)) expect(await turns.take(() => Promise.resolve(index))).toBe(index);
  });
});
