import type { Clock } from '../../../../core/time/clock';
import { settled } from '../../../support/fakeClock';

interface Event {
  readonly time: number;
  readonly happen: () => void;
}

/** A clock whose time passes only when nothing else is left to do: a simulation of hours takes milliseconds. */
export class VirtualClock implements Clock {
  #now = 1_000_000;
  readonly #events = new Set<Event>();

  now(): number {
    return this.#now;
  }

  /** How many things are still to happen. */
  get pending(): number {
    return this.#events.size;
  }

  /** @returns calls it off */
  at(time: number, happen: () => void): () => void {
    const event = { time: Math.max(time, this.#now), happen };
    this.#events.add(event);
    return () => {
      this.#events.delete(event);
    };
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const abort = () => {
        callOff();
        reject(new Error('The wait was aborted'));
      };
      const callOff = this.at(this.#now + ms, () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      });
      signal?.addEventListener('abort', abort, { once: true });
    });
  }

  /** Lets time pass until `promise` is settled. @throws Error when nothing will happen any more */
  async runUntil<Result>(promise: Promise<Result>): Promise<Result> {
    const settling = new Settling(promise);
    await settled();
    while (!settling.isOver) {
      this.#next();
      await settled();
    }
    return await promise;
  }

  /** Lets everything happen that is still to happen. */
  async runDry(): Promise<void> {
    while (this.#events.size > 0) {
      this.#next();
      await settled();
    }
  }

  #next(): void {
    let first: Event | undefined;
    for (const event of this.#events) if (!first || event.time < first.time) first = event;
    if (!first) throw new Error('Nothing will happen any more');
    this.#events.delete(first);
    this.#now = first.time;
    first.happen();
  }
}

class Settling {
  isOver = false;

  constructor(promise: Promise<unknown>) {
    const end = () => {
      this.isOver = true;
    };
    promise.then(end, end);
  }
}
