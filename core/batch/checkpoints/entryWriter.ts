import { asError } from '../../errors/asError';
import { CascadeError } from '../../errors/cascadeError';
import type { Awaitable } from '../../stores/awaitable';
import type { BatchEntry } from '../../stores/batchStore';
import type { Clock } from '../../time/clock';

/** What is to be kept. Its text is made when it is written: until then it takes no memory of its own. */
export interface LaterEntry {
  readonly key: string;
  /** @throws what keeps it from being written */
  text(): string;
}

export interface EntryWriterOptions {
  readonly clock: Pick<Clock, 'now'>;
  readonly write: (entries: readonly BatchEntry[]) => Awaitable<void>;
}

/** What one write holds at most; a single text may be longer. */
const ENTRIES_PER_WRITE = 500;
const CHARACTERS_PER_WRITE = 1_048_576;

/** How long a store that failed is left alone, doubled each time. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Writes entries to a store without anybody waiting for it: while one write is under way, the next ones gather. What a
 * store could not take because it was unavailable is written along with later ones; one that is full is left alone.
 */
export class EntryWriter {
  readonly #options: EntryWriterOptions;
  #waiting: LaterEntry[] = [];
  /** The last round of writes. */
  #round = Promise.resolve();
  #isWriting = false;
  #entriesPerWrite = ENTRIES_PER_WRITE;
  #pauseMs = FIRST_PAUSE_MS;
  #pausedUntil = -Infinity;
  #isFull = false;
  /** Aborts when nobody waits for what is not written yet. */
  #until: AbortSignal | undefined;
  /** Why an entry is given up. */
  #loss: Error | undefined;
  /** Why entries wait to be written again. */
  #delay: Error | undefined;

  constructor(options: EntryWriterOptions) {
    this.#options = options;
  }

  /** Why an entry is not written, or not yet; undefined when all are, or when they are on their way. */
  get fault(): Error | undefined {
    return this.#loss ?? (this.#waiting.length > 0 ? this.#delay : undefined);
  }

  /** Takes microseconds, and never throws. */
  add(entry: LaterEntry): void {
    if (this.#isFull) return;
    this.#waiting.push(entry);
    if (!this.#isWriting && this.#options.clock.now() >= this.#pausedUntil) this.#round = this.#writeAll();
  }

  /** Says that something cannot be written. */
  giveUp(fault: Error): void {
    this.#loss ??= fault;
  }

  /** Writes all that waits; ends when the store fails again, or with the write under way when `signal` aborts. */
  async drain(signal: AbortSignal): Promise<void> {
    this.#until = signal;
    await this.#round;
    await this.#writeAll();
    // What failed stands behind all others now.
    await this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    let goesOn = true;
    while (goesOn && this.#waiting.length > 0 && this.#until?.aborted !== true)
      goesOn = await this.#writeSome();
    this.#isWriting = false;
  }

  /** @returns whether the store can take more at this moment */
  async #writeSome(): Promise<boolean> {
    const { taken, entries } = this.#next();
    const fault = entries.length > 0 ? await this.#faultOf(entries) : undefined;
    if (fault) return this.#putBack(taken, fault);
    this.#pauseMs = FIRST_PAUSE_MS;
    return true;
  }

  #next(): { taken: readonly LaterEntry[]; entries: readonly BatchEntry[] } {
    const entries: BatchEntry[] = [];
    let count = 0;
    let characters = 0;
    for (const entry of this.#waiting) {
      if (count === this.#entriesPerWrite) break;
      const text = this.#textOf(entry);
      characters += text?.length ?? 0;
      if (entries.length > 0 && characters > CHARACTERS_PER_WRITE) break;
      if (text !== undefined) entries.push([entry.key, text]);
      count += 1;
    }
    return { taken: this.#waiting.splice(0, count), entries };
  }

  #textOf(entry: LaterEntry): string | undefined {
    try {
      return entry.text();
    } catch (error) {
      this.giveUp(asError(error));
      return undefined;
    }
  }

  /** A store in memory throws at once, others reject. */
  async #faultOf(entries: readonly BatchEntry[]): Promise<Error | undefined> {
    const write = async () => {
      await this.#options.write(entries);
    };
    return await write().then(() => undefined, asError);
  }

  #putBack(taken: readonly LaterEntry[], fault: Error): boolean {
    if (isFull(fault)) return this.#takeLess(taken, fault);
    // Behind the others: should one of these be what the store cannot take, it does not hold up the rest.
    this.#waiting.push(...taken);
    this.#delay ??= fault;
    this.#pausedUntil = this.#options.clock.now() + this.#pauseMs;
    this.#pauseMs = Math.min(2 * this.#pauseMs, LONGEST_PAUSE_MS);
    return false;
  }

  /** There may be room for some of them. */
  #takeLess(taken: readonly LaterEntry[], fault: Error): boolean {
    this.#entriesPerWrite = Math.ceil(taken.length / 2);
    if (taken.length > 1) {
      this.#waiting.unshift(...taken);
      return true;
    }
    this.#isFull = true;
    this.#waiting = [];
    this.giveUp(fault);
    return false;
  }
}

function isFull(fault: Error): boolean {
  return CascadeError.is(fault) && fault.code === 'STORE_FULL';
}
