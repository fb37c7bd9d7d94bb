import type { Clock } from '../../../core/index.ts';

/** A clock that stands still until it is moved. */
export class SimulatedTime implements Clock {
  #now: number;

  constructor(startMs: number) {
    this.#now = startMs;
  }

  now(): number {
    return this.#now;
  }

  moveTo(ms: number): void {
    this.#now = ms;
  }

  sleep(ms: number): Promise<void> {
    this.#now += ms;
    return Promise.resolve();
  }
}

/**
 * Runs `work` while `Date.now` and `performance.now` tell a simulated time: limiters that cannot be handed a clock
 * read it there. Timers, and what `process.hrtime` says, stay real.
 * @param startMs epoch ms at which it begins
 */
export async function inSimulatedTime<T>(
  startMs: number,
  work: (time: SimulatedTime) => Promise<T>,
): Promise<T> {
  const time = new SimulatedTime(startMs);
  const restoreDate = replaceNow(Date, () => time.now());
  const restorePerformance = replaceNow(performance, () => time.now() - startMs);
  try {
    return await work(time);
  } finally {
    restoreDate();
    restorePerformance();
  }
}

function replaceNow(owner: { now: () => number }, now: () => number): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, 'now');
  owner.now = now;
  return () => {
    if (own === undefined) Reflect.deleteProperty(owner, 'now');
    else Object.defineProperty(owner, 'now', own);
  };
}
