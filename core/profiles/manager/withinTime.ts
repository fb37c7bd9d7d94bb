import { CascadeError } from '../../errors/cascadeError';
import type { Clock } from '../../time/clock';

export interface TimeBound {
  readonly clock: Clock;
  readonly timeoutMs: number;
}

/**
 * Waits for `work` no longer than its time. It is told through its signal when that is over, but not trusted to obey:
 * a database that never answers is left behind.
 *
 * @param what what is late then, e.g. `Loading a profile`
 * @throws {CascadeError} `PROFILE_TIMEOUT`
 */
export async function withinTime<Result>(
  what: string,
  { clock, timeoutMs }: TimeBound,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const working = new AbortController();
  const done = new AbortController();
  const tooLate = async (): Promise<never> => {
    await clock.sleep(timeoutMs, done.signal);
    const error = timeoutError(what, timeoutMs);
    working.abort(error);
    throw error;
  };
  return Promise.race([work(working.signal), tooLate()]).finally(() => {
    done.abort();
  });
}

function timeoutError(what: string, timeoutMs: number): CascadeError {
  return new CascadeError(`${what} took longer than ${String(timeoutMs / 1000)} s`, {
    code: 'PROFILE_TIMEOUT',
    hint: 'Check that the database of the profiles can be reached, or allow it more time with timeoutMs.',
  });
}
