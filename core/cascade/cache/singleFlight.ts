import { reasonOf } from '../../time/abort';

/** Work that several want at the same moment, done once for all of them. */
export class SingleFlight<Result> {
  readonly #flights = new Map<string, Promise<Result | undefined>>();

  /** What is on its way under this name: undefined in the end when it failed. Undefined when nothing is. */
  find(name: string): Promise<Result | undefined> | undefined {
    return this.#flights.get(name);
  }

  /** Lets others share what `work` gives until then. */
  begin(name: string, work: Promise<Result | undefined>): void {
    const landed = () => {
      this.#flights.delete(name);
    };
    const flight = work.catch(() => undefined);
    this.#flights.set(name, flight);
    void flight.then(landed);
  }
}

/**
 * Waits for what others do, as long as the caller wants to.
 *
 * @throws the reason of `signal` when it aborts
 */
export async function whileWanted<Result>(
  waiting: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  signal?.throwIfAborted();
  const over = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const giveUp = () => {
      reject(reasonOf(signal));
    };
    signal?.addEventListener('abort', giveUp, { signal: over.signal });
  });
  return await Promise.race([waiting, aborted]).finally(() => {
    over.abort();
  });
}
