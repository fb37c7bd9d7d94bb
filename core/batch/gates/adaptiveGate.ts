import { reasonOf } from '../../time/abort';
import type { Clock } from '../../time/clock';
import { Alarm } from '../alarm';
import type { Governor } from '../scheduler/governor';
import type { CallGate, Passage } from './callGate';
import { Capacity } from './capacity';
import { Line } from './line';

export interface AdaptiveGateOptions {
  readonly clock: Clock;
  /** How many calls are made at once before anything is known; 20 when left out. */
  readonly start?: number | undefined;
  /** How many calls are made at once at most; 1,000 when left out. */
  readonly most?: number | undefined;
}

/** Few enough for most providers, and enough to find out within a few answers how many more there may be. */
const START = 20;
const MOST = 1000;

/**
 * Lets as many calls pass as the provider turns out to take, first come first served. What it learned is there as long as
 * it is: batches that share a gate share it.
 *
 * It grows while every call is answered (TCP's slow start, RFC 5681), goes back to what was accepted when there are too
 * many at once, spaces calls when there are too many in a time (a token bucket, as the provider's), keeps to what the
 * provider says it still allows, and stops growing when calls only take longer.
 */
export class AdaptiveGate implements CallGate, Governor {
  readonly #clock: Clock;
  readonly #alarm: Alarm;
  readonly #line = new Line();
  readonly #capacity: Capacity;

  constructor({ clock, start = START, most = MOST }: AdaptiveGateOptions) {
    this.#clock = clock;
    this.#capacity = new Capacity({ start: Math.min(start, most), most }, clock.now());
    this.#alarm = new Alarm(clock, () => {
      this.#serve();
    });
  }

  /** How many calls have entered and not left. */
  get underWay(): number {
    return this.#capacity.underWay;
  }

  /** How many wait to enter. */
  get waiting(): number {
    return this.#line.length;
  }

  /** How many may be under way, as far as is known now. */
  get limit(): number {
    return this.#capacity.limit;
  }

  get isInUse(): boolean {
    return this.underWay > 0 || this.waiting > 0;
  }

  /** For how long nobody has used it, in ms. */
  idleMs(now: number): number {
    return this.isInUse ? 0 : now - this.#capacity.usedAt;
  }

  queue(take: (passage: Passage) => void): () => void {
    const leave = this.#line.join(take);
    this.#serve();
    return () => {
      leave();
      if (this.#line.length === 0) this.#alarm.off();
    };
  }

  async enter(signal?: AbortSignal): Promise<Passage> {
    signal?.throwIfAborted();
    return await new Promise((resolve, reject) => {
      const giveUp = () => {
        leave();
        reject(reasonOf(signal));
      };
      signal?.addEventListener('abort', giveUp);
      const leave = this.queue((passage) => {
        signal?.removeEventListener('abort', giveUp);
        resolve(passage);
      });
    });
  }

  #serve(): void {
    this.#line.serve(() => this.#admit());
    const isWaitingForTime = this.#line.length > 0 && !this.#capacity.isFull;
    this.#alarm.set(isWaitingForTime ? this.#capacity.openAt : undefined);
  }

  #admit(): Passage | undefined {
    const now = this.#clock.now();
    if (this.#capacity.isFull || now < this.#capacity.openAt) return undefined;
    const flight = this.#capacity.enter(now);
    let isOver = false;
    return {
      leave: (end) => {
        if (isOver) return;
        isOver = true;
        const isLimiting = this.#capacity.isFull && this.#line.length > 0;
        this.#capacity.leave(flight, end, { now: this.#clock.now(), isLimiting });
        this.#serve();
      },
    };
  }
}
