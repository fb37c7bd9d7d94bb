import { reasonOf } from './abort';
import type { Clock } from './clock';

export interface TimeLimit {
  clock: Clock;
  timeoutMs: number;
  /** The caller's own wish to stop. */
  signal?: AbortSignal | undefined;
  /** What it fails with when its time is over. */
  late: (timeoutMs: number) => Error;
}

/** Made once: an error of its own for each piece of work would cost more time than the rest of the limit. */
const DONE = new Error('The work is done');

/**
 * Runs `work` until it ends, its time is over, or the caller aborts, whichever comes first. `work` is told through its
 * signal, but not trusted to obey: who ignores the signal is left behind.
 *
 * @throws what `late` gives when the time is over
 * @throws the reason of `signal` when the caller aborts
 */
export async function withTimeLimit<Result>(
  { clock, timeoutMs, signal, late }: TimeLimit,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  const working = new AbortController();
  const over = new AbortController();
  try {
    return await new Promise<Result>((resolve, reject) => {
      const giveUp = (reason: Error) => {
        reject(reason);
        working.abort(reason);
      };
      const callerAborts = () => {
        giveUp(reasonOf(signal));
      };
      signal?.addEventListener('abort', callerAborts, { signal: over.signal });
      clock.sleep(timeoutMs, over.signal).then(
        () => {
          giveUp(late(timeoutMs));
        },
        () => {
          // The wait was cut short, because the work is done.
        },
      );
      work(working.signal).then(resolve, reject);
    });
  } finally {
    over.abort(DONE);
  }
}
