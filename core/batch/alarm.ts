import type { Clock } from '../time/clock';

/** Rings at a time that may be moved. One wait of the clock at most, however often it is set. */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: () => void;
  #wait: { readonly until: number; readonly over: AbortController } | undefined;

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /**
   * Rings at `time`, in ms of the clock; undefined: not at all. It may ring before, when it was set to an earlier time: a
   * wait that is on is not moved back. Whoever hears it looks what is due, and sets it again.
   */
  set(time: number | undefined): void {
    if (time === undefined) this.off();
    else if (this.#wait === undefined || time < this.#wait.until) this.#restart(time);
  }

  off(): void {
    this.#wait?.over.abort(CUT_SHORT);
    this.#wait = undefined;
  }

  #restart(until: number): void {
    this.off();
    const wait = { until, over: new AbortController() };
    this.#wait = wait;
    // Whole milliseconds, as timers have them: the rest of a rounded one could be too short to pass at all.
    const waitMs = Math.max(0, Math.ceil(until - this.#clock.now()));
    this.#clock.sleep(waitMs, wait.over.signal).then(
      () => {
        if (this.#wait !== wait) return;
        this.#wait = undefined;
        this.#ring();
      },
      () => {
        // It was turned off, or set to an earlier time.
      },
    );
  }
}

/** Made once: an error of its own for each wait would cost more time than the wait. */
const CUT_SHORT = new Error('The wait is over');
