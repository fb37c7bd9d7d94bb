import type { Contestant, Limits, LocalLimiter } from '../contestants/contestant.mts';
import { inSimulatedTime } from '../time/simulatedTime.mts';
import { TRACE_START } from '../traces/trace.mts';
import type { Day } from './day.mts';
import { playDay } from './playDay.mts';

const USER_ID = 'user-1';
const LOOKS = 200;
const LIMITS: Limits = { requestsPerHour: 2_000, requestsPerDay: 20_000, dailyBudget: 1_000 };

/** The most that a limiter had to persist of a user on a day, in bytes of text, looked at up to 200 times. */
export function largestStateOf(contestant: Contestant<LocalLimiter>, day: Day): Promise<number> {
  return inSimulatedTime(TRACE_START, async (time) => {
    const limiter = contestant.open(LIMITS, time);
    let largest = 0;
    await playDay(limiter.userOf(USER_ID), day, {
      moveTo: (ms) => {
        time.moveTo(TRACE_START + ms);
      },
      lookAfter: async (requests) => {
        if (requests % Math.ceil(day.requests / LOOKS) !== 0) return;
        largest = Math.max(largest, Buffer.byteLength(await limiter.persisted(USER_ID)));
      },
    });
    await limiter.close();
    return largest;
  });
}
