import type { CallEnd, CallGate, Passage } from '../../core/batch/gates/callGate';
import type { Clock } from '../../core/time/clock';

/** A gate that lets a call in after a while, and keeps how each one ended. */
export class TestGate implements CallGate {
  readonly ends: CallEnd[] = [];
  entered = 0;
  readonly #clock: Clock;
  readonly #waitMs: (entry: number) => number;

  /** @param waitMs how long a call waits, by its number from 0 on */
  constructor(clock: Clock, waitMs: (entry: number) => number = () => 0) {
    this.#clock = clock;
    this.#waitMs = waitMs;
  }

  async enter(signal?: AbortSignal): Promise<Passage> {
    signal?.throwIfAborted();
    const waitMs = this.#waitMs(this.entered);
    this.entered += 1;
    if (waitMs > 0)
      await this.#clock.sleep(waitMs, signal).catch(() => {
        signal?.throwIfAborted();
      });
    let isLeft = false;
    return {
      leave: (end) => {
        if (isLeft) throw new Error('The passage was left before');
        isLeft = true;
        this.ends.push(end);
      },
    };
  }
}
