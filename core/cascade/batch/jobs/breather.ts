import type { Clock } from '../../../time/clock';

/** Longer than this nothing else of the process has to wait. In milliseconds. */
const LONGEST_BREATH_MS = 15;

/** Lets the rest of the process have its turn, now and then, while much is worked out here. */
export class Breather {
  readonly #clock: Clock;
  #since: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#since = clock.now();
  }

  /** @throws the reason of the signal when it aborts */
  async pause(signal: AbortSignal | undefined): Promise<void> {
    if (this.#clock.now() - this.#since < LONGEST_BREATH_MS) return;
    await this.#clock.sleep(0, signal);
    this.#since = this.#clock.now();
  }
}
