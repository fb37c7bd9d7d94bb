import type { Clock } from '../../time/clock';

/** Measures time, except for that in which nothing is done but waiting for traffic. */
export class Stopwatch {
  readonly #clock: Clock;
  readonly #startedAt: number;
  #waits = 0;
  #calls = 0;
  /** Since when it stands still; undefined while it runs. */
  #standsSince: number | undefined;
  #stoodMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#startedAt = clock.now();
  }

  /** Milliseconds. */
  get elapsedMs(): number {
    const now = this.#standsSince ?? this.#clock.now();
    return now - this.#startedAt - this.#stoodMs;
  }

  /** Does what is only a wait: meanwhile the watch stands still, unless a call is under way. */
  async during<Result>(what: 'wait' | 'call', work: () => Promise<Result>): Promise<Result> {
    this.#count(what, 1);
    try {
      return await work();
    } finally {
      this.#count(what, -1);
    }
  }

  #count(what: 'wait' | 'call', by: 1 | -1): void {
    if (what === 'wait') this.#waits += by;
    else this.#calls += by;
    const stands = this.#waits > 0 && this.#calls === 0;
    if (stands === (this.#standsSince !== undefined)) return;
    const now = this.#clock.now();
    this.#stoodMs += now - (this.#standsSince ?? now);
    this.#standsSince = stands ? now : undefined;
  }
}
