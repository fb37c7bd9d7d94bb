import { CascadeError } from '../../errors/cascadeError';
import type { Clock } from '../../time/clock';
import { withTimeLimit } from '../../time/withTimeLimit';

export interface TimeBound {
  readonly clock: Clock;
  readonly timeoutMs: number;
}

/**
 * Waits for `work` no longer than its time; a database that never answers is left behind.
 *
 * @param what what is late then, e.g. `Loading a profile`
 * @throws {CascadeError} `PROFILE_TIMEOUT`
 */
export function withinTime<Result>(
  what: string,
  bound: TimeBound,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  return withTimeLimit({ ...bound, late: (timeoutMs) => timeoutError(what, timeoutMs) }, work);
}

function timeoutError(what: string, timeoutMs: number): CascadeError {
  return new CascadeError(`${what} took longer than ${String(timeoutMs / 1000)} s`, {
    code: 'PROFILE_TIMEOUT',
    hint: 'Check that the database of the profiles can be reached, or allow it more time with timeoutMs.',
  });
}
