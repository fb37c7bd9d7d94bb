import type { Passage } from '../gates/callGate';

/** Decides when a batch may start another query. Gates are governors; several batches may share one. */
export interface Governor {
  /**
   * Puts `take` in the line, first come first served: it is given one passage as soon as there is one, maybe before this
   * returns. Whoever wants more queues again, also from within `take`.
   *
   * @returns leaves the line; does nothing once `take` was called
   */
  queue(take: (passage: Passage) => void): () => void;
}
