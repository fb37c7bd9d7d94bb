/** A stream that can hold back what is written to it, and then send it at once. */
export interface Corkable {
  cork(): void;
  uncork(): void;
}

/** The first commands of a burst leave one by one, so that Redis has something to do while the next are written. */
const LEAVE_AT_ONCE = 4;

/**
 * Commands that are given within one turn of the event loop share writes: each write holds as many commands as went
 * before it in the burst.
 *
 * A write of its own for each command takes more time than all else that the client does for it, and one write for the
 * whole burst leaves Redis idle until the last command is there. Measured with a script that does nothing, on loopback
 * with two cores, as a share of the throughput with a write for each: at 8 callers 1.0, at 16 1.1, at 64 1.5 (all in
 * one write: 0.7, 0.6, 1.2).
 */
export class Burst {
  #written = 0;
  #held = 0;
  #corked: Corkable | undefined;

  /** Call it before a command is written to `stream`. */
  before(stream: Corkable): void {
    if (this.#written === 0) queueMicrotask(this.#end);
    if (this.#written < LEAVE_AT_ONCE || this.#corked) return;
    this.#corked = stream;
    stream.cork();
  }

  /** Call it when the command is written. */
  after(): void {
    this.#written += 1;
    if (!this.#corked) return;
    this.#held += 1;
    if (this.#held * 2 >= this.#written) this.#letGo();
  }

  /** Runs after everything that was ready to run when the burst began. */
  readonly #end = (): void => {
    this.#written = 0;
    this.#letGo();
  };

  #letGo(): void {
    this.#held = 0;
    this.#corked?.uncork();
    this.#corked = undefined;
  }
}
