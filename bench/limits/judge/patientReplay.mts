import type { Contestant, Limits } from '../contestants/contestant.mts';
import type { SimulatedTime } from '../time/simulatedTime.mts';
import { type Arrival, costUsdOf } from '../traces/arrival.mts';
import { Oracle } from './oracle.mts';

/** What came of the waits that a limiter asked for. */
export interface Patience {
  readonly refusals: number;
  /** Refusals that named no time. */
  readonly withoutWait: number;
  /** Requests that were refused again when they came back at the time named. */
  readonly refusedAgain: number;
  /** How much longer than an exact limiter each wait was, in ms; below 0 it was shorter. */
  readonly excessMs: readonly number[];
}

/**
 * Plays a trace by a client that waits for exactly as long as it is told and then asks the same again. What would have
 * come in the meantime does not, so nobody else takes the room.
 */
export async function replayPatiently(
  contestant: Contestant,
  limits: Limits,
  trace: readonly Arrival[],
  time: SimulatedTime,
): Promise<Patience> {
  const limiter = contestant.open(limits, time);
  const user = limiter.userOf('user-1');
  const history = new Oracle(limits);
  const excessMs: number[] = [];
  let [refusals, withoutWait, refusedAgain] = [0, 0, 0];
  const ask = async (arrival: Arrival) => {
    time.moveTo(arrival.at);
    const costUsd = costUsdOf(arrival);
    const answer = await user.admit(costUsd);
    if (!answer.allowed) return answer;
    history.count(arrival);
    await answer.settle(costUsd);
    return answer;
  };
  for (const arrival of trace) {
    if (arrival.at < time.now()) continue;
    const answer = await ask(arrival);
    if (answer.allowed) continue;
    refusals += 1;
    if (answer.retryAfterMs === undefined) {
      withoutWait += 1;
      continue;
    }
    const again = arrival.at + answer.retryAfterMs;
    excessMs.push(again - history.admittedAt(arrival));
    if (!(await ask({ ...arrival, at: again })).allowed) refusedAgain += 1;
  }
  await limiter.close();
  return { refusals, withoutWait, refusedAgain, excessMs };
}
