import type { Contestant, Limits } from '../contestants/contestant.mts';
import type { SimulatedTime } from '../time/simulatedTime.mts';
import { type Arrival, costUsdOf } from '../traces/arrival.mts';
import { type Fill, Oracle } from './oracle.mts';

/** What became of a trace. */
export interface Judgement {
  readonly admitted: number;
  /** Admissions after which a sliding hour, day or day's money held more than its limit. */
  readonly beyond: number;
  /** The fullest hour, day and day's money. */
  readonly fullest: Fill;
  /** What an exact limiter admits of the same trace, and how much of that was refused. */
  readonly due: number;
  readonly refusedOfDue: number;
}

/** Has one limiter decide about each arrival of a trace, and judges each decision. What is admitted is settled at once. */
export async function replay(
  contestant: Contestant,
  limits: Limits,
  trace: readonly Arrival[],
  time: SimulatedTime,
): Promise<Judgement> {
  const limiter = contestant.open(limits, time);
  const user = limiter.userOf('user-1');
  const itsHistory = new Oracle(limits);
  const exactHistory = new Oracle(limits);
  let fullest: Fill = { hour: 0, day: 0, budget: 0 };
  let [admitted, beyond, due, refusedOfDue] = [0, 0, 0, 0];
  for (const arrival of trace) {
    time.moveTo(arrival.at);
    const costUsd = costUsdOf(arrival);
    const answer = await user.admit(costUsd);
    if (exactHistory.wouldAdmit(arrival)) {
      exactHistory.count(arrival);
      due += 1;
      if (!answer.allowed) refusedOfDue += 1;
    }
    if (!answer.allowed) continue;
    admitted += 1;
    if (!itsHistory.wouldAdmit(arrival)) beyond += 1;
    itsHistory.count(arrival);
    fullest = fuller(fullest, itsHistory.fill(arrival.at));
    await answer.settle(costUsd);
  }
  await limiter.close();
  return { admitted, beyond, fullest, due, refusedOfDue };
}

export function joined(all: readonly Judgement[]): Judgement {
  return all.reduce((sum, one) => ({
    admitted: sum.admitted + one.admitted,
    beyond: sum.beyond + one.beyond,
    fullest: fuller(sum.fullest, one.fullest),
    due: sum.due + one.due,
    refusedOfDue: sum.refusedOfDue + one.refusedOfDue,
  }));
}

function fuller(left: Fill, right: Fill): Fill {
  return {
    hour: Math.max(left.hour, right.hour),
    day: Math.max(left.day, right.day),
    budget: Math.max(left.budget, right.budget),
  };
}
