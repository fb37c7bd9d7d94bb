import type { Clock } from '../../core/time/clock';
import { settled } from './fakeClock';

interface Sleeper {
  readonly wakesAt: number;
  readonly wake: () => void;
}

/** A clock on which hours take moments: as soon as everybody sleeps, it is the time at which the first one wakes. */
export class VirtualClock implements Clock {
  #now = 1_000_000;
  readonly #sleepers = new Set<Sleeper>();

  now(): number {
    return this.#now;
  }

  /** How many waits are neither over nor aborted. */
  get sleepers(): number {
    return this.#sleepers.size;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const abort = () => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener('abort', abort);
        reject(new Error('The wait was aborted'));
      };
      const wake = () => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const sleeper = { wakesAt: this.#now + Math.max(0, ms), wake };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', abort);
    });
  }

  /** Lets the time go by until the work is done. Fails when nobody sleeps any more, and the work is not done. */
  async play<Result>(work: Promise<Result>): Promise<Result> {
    const progress = { isOver: false };
    const over = () => {
      progress.isOver = true;
    };
    work.then(over, over);
    for (;;) {
      await settled();
      if (progress.isOver) return await work;
      if (this.#sleepers.size === 0) throw new Error('Everybody waits for somebody else');
      this.#wakeNext();
    }
  }

  #wakeNext(): void {
    let next = Infinity;
    for (const { wakesAt } of this.#sleepers) next = Math.min(next, wakesAt);
    this.#now = Math.max(this.#now, next);
    for (const sleeper of [...this.#sleepers]) if (sleeper.wakesAt <= this.#now) sleeper.wake();
  }
}
