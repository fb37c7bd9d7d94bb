import type { Work } from './nanoseconds.mts';
import { STEP, userIdsOf } from './population.mts';

/** What no limiter can do without: finding a user's number by the user's id and comparing it. */
export function mapLookUps(size: number): Work {
  const ids = userIdsOf(size);
  const counts = new Map(ids.map((id) => [id, { requests: 10 }]));
  let position = 0;
  return () => {
    position = (position + STEP) % size;
    const count = counts.get(ids[position] ?? '');
    return count === undefined || count.requests < 1_000;
  };
}
