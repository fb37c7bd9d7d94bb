import type { Clock } from '../../time/clock';
import type { Stopwatch } from '../engine/stopwatch';

/** While a watch stands still, it is looked at this often in the end, in ms. */
const LOOK_MS = 50;

/** A clock that stands still together with a watch: a wait is over when so much time has passed by the watch. */
export function watchClock(watch: Stopwatch, clock: Clock): Clock {
  return {
    now: () => watch.elapsedMs,
    async sleep(ms, signal) {
      const until = watch.elapsedMs + ms;
      await clock.sleep(ms, signal);
      for (let restMs = until - watch.elapsedMs; restMs > 0; restMs = until - watch.elapsedMs)
        await clock.sleep(Math.max(LOOK_MS, restMs), signal);
    },
  };
}
