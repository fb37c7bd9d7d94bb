import type { CallEnd, CallGate, Passage } from '../../batch/gates/callGate';
import { Line } from '../../batch/gates/line';
import type { Governor } from '../../batch/scheduler/governor';
import { WatchedGate } from './watchedGate';

/** So many calls may wait at a gate of which nothing is known yet. */
const FEWEST_WAITING = 8;

/**
 * So many may wait for each one that is under way. A query that is started when the line gets shorter comes to a later
 * gate only once its draft is written: with twice as many as are under way, that gate has work for as long as two of its
 * calls take, and does not run dry while slower drafts are written.
 */
const WAITING_FOR_EACH = 2;

/**
 * Starts queries so that the gates of their models always have calls to let in, and hardly more: where one model is the
 * bottleneck, drafts that would only wait for it are not made yet. How many queries that takes, the gates find out.
 */
export class Feed implements Governor {
  readonly #onEnd: (end: CallEnd) => void;
  readonly #line = new Line();
  readonly #gates = new Map<string, WatchedGate>();
  /** Queries that have not come to a gate yet. */
  #onTheirWay = 0;

  /** @param onEnd told how each call ends */
  constructor(onEnd: (end: CallEnd) => void) {
    this.#onEnd = onEnd;
  }

  queue(take: (passage: Passage) => void): () => void {
    const leave = this.#line.join(take);
    this.#serve();
    return leave;
  }

  /** The gate as the calls of this batch are to pass it. */
  watched(key: string, gate: () => CallGate): CallGate {
    const known = this.#gates.get(key);
    if (known) return known;
    const watched = new WatchedGate(gate(), {
      changed: () => {
        this.#serve();
      },
      ended: this.#onEnd,
    });
    this.#gates.set(key, watched);
    return watched;
  }

  /**
   * A query sets out.
   *
   * @returns to be called when it has come to a gate, or ends; only the first time counts
   */
  setOut(): () => void {
    let isOnItsWay = true;
    this.#onTheirWay += 1;
    return () => {
      if (isOnItsWay) this.#onTheirWay -= 1;
      isOnItsWay = false;
    };
  }

  #serve(): void {
    this.#line.serve(() => (this.#isHungry() ? this.#passage : undefined));
  }

  #isHungry(): boolean {
    if (this.#gates.size === 0) return this.#onTheirWay < FEWEST_WAITING;
    for (const { waiting, underWay } of this.#gates.values()) {
      const enough = Math.max(FEWEST_WAITING, WAITING_FOR_EACH * underWay);
      if (this.#onTheirWay + waiting >= enough) return false;
    }
    return true;
  }

  readonly #passage: Passage = {
    leave: () => {
      this.#serve();
    },
  };
}
