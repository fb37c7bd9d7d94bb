import type { Clock } from '../../../time/clock';

export interface AnswerWatchOptions {
  readonly clock: Clock;
  /** The longest that a command may wait for its answer. */
  readonly timeoutMs: number;
  /** Called when a command has waited too long: nothing that is under way can be hoped for. */
  readonly giveUp: () => void;
}

/** A command that waits is looked at so many times. */
const LOOKS = 8;

/**
 * Notices that answers stay out. On one connection they come in the order of the commands, so that it is enough to
 * count both, and no command needs a timer of its own (which took an eighth to a fifth of the client's throughput).
 *
 * A command is given up between seven and eight eighths of its time. When this process was too busy to read, its
 * answer may be there already: then it gets another eighth.
 */
export class AnswerWatch {
  readonly #options: AnswerWatchOptions;
  #asked = 0;
  #answered = 0;
  #looking: AbortController | undefined;

  constructor(options: AnswerWatchOptions) {
    this.#options = options;
  }

  /** A command goes out. */
  asked(): void {
    this.#asked += 1;
    if (!this.#looking) void this.#look();
  }

  /** A command is answered, or has failed. */
  readonly answered = (): void => {
    this.#answered += 1;
  };

  /** Looks no further, so that nothing keeps the process alive. */
  stop(): void {
    this.#looking?.abort();
  }

  async #look(): Promise<void> {
    const looking = new AbortController();
    this.#looking = looking;
    const answersStayOut = await this.#lookUntilAnswered(looking.signal).catch(() => false);
    this.#looking = undefined;
    if (answersStayOut) this.#options.giveUp();
  }

  /** @returns false when all is answered, true when an answer is overdue */
  async #lookUntilAnswered(signal: AbortSignal): Promise<boolean> {
    /** How many commands had been asked at each of the last looks, the oldest first. */
    const asked: number[] = [];
    while (this.#answered < this.#asked) {
      asked.push(this.#asked);
      const wasBusy = await this.#nap(signal);
      if (wasBusy || asked.length < LOOKS - 1) continue;
      const [due = 0] = asked.splice(0, asked.length - (LOOKS - 2)).slice(-1);
      if (this.#answered < due) return true;
    }
    return false;
  }

  /** @returns whether it took so much longer than asked for that the process must have been busy */
  async #nap(signal: AbortSignal): Promise<boolean> {
    const { clock, timeoutMs } = this.#options;
    const ms = timeoutMs / LOOKS;
    const start = clock.now();
    await clock.sleep(ms, signal);
    return clock.now() - start > 2 * ms;
  }
}
