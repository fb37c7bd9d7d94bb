import type { Clock } from '../../core/time/clock';

interface Sleeper {
  readonly wakesAt: number;
  readonly wake: () => void;
}

/** A clock that stands still until it is told to move. */
export class FakeClock implements Clock {
  #now = 1_000_000;
  #sleepers = new Set<Sleeper>();

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
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const sleeper = { wakesAt: this.#now + ms, wake };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', abort);
    });
  }

  /** Moves on by `ms`, wakes whoever slept until then, and lets what they start run. */
  async advance(ms: number): Promise<void> {
    this.#now += ms;
    for (const sleeper of this.#sleepers) {
      if (sleeper.wakesAt > this.#now) continue;
      this.#sleepers.delete(sleeper);
      sleeper.wake();
    }
    await settled();
  }
}

/** After everything that is ready to run has run. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
