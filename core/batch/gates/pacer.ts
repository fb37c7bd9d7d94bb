/** A call that was refused: the provider's bucket was empty then. */
export interface EmptyBucket {
  /** When it was made. */
  readonly time: number;
  /** How many calls had been admitted before. */
  readonly admitted: number;
}

/** What was admitted in a time. */
interface Flow {
  readonly admitted: number;
  readonly ms: number;
}

/** Calls per ms that have flowed in at least. */
const leastOf = ({ admitted, ms }: Flow) => (admitted - 1) / ms;

/** So many admitted calls tell a rate to about 1.5 %; what is older may be outdated. */
const ADMITTED_TO_JUDGE_BY = 64;
const FEWEST_TO_PROBE_AFTER = 8;
const MOST_TO_PROBE_AFTER = 32;
const GREATEST_STEP = 0.5;

/**
 * Finds out how many calls per time a provider takes, and spaces calls accordingly. The provider is taken for a token
 * bucket: at a refusal it is empty, so that what was admitted between two refusals is what flowed in between. Ours is
 * filled at that rate, or a little faster, and catches up after late timers and pauses, as the provider's does.
 */
export class Pacer {
  #refusals: EmptyBucket[] = [];
  #callsPerMs = Infinity;
  /** The pace before it was last tried to be faster. */
  #surePerMs = Infinity;
  /** When the bucket was empty, and how many had been admitted then. */
  #empty: EmptyBucket = { time: 0, admitted: 0 };
  #retryAt = Infinity;
  #step = 0;
  #paced = 0;
  #period = FEWEST_TO_PROBE_AFTER;

  /** What was refused before says nothing of the rate. */
  forget(): void {
    this.#refusals = [];
  }

  /** Remembers a refusal, whatever it was for. */
  note(refusal: EmptyBucket): void {
    const last = this.#refusals.at(-1);
    if (last && this.#refusals.length > 1 && last.admitted >= refusal.admitted) this.#refusals.pop();
    if (last && last.time >= refusal.time) return;
    this.#refusals.push(refusal);
    while (
      this.#refusals.length > 2 &&
      refusal.admitted - (this.#refusals[1]?.admitted ?? 0) >= ADMITTED_TO_JUDGE_BY
    ) {
      this.#refusals.shift();
    }
  }

  /**
   * A call was refused because there were too many in a time.
   *
   * @param retryAt when one may be made, as far as the provider says
   */
  refused(bucket: EmptyBucket, retryAt = Infinity): void {
    this.#empty = bucket;
    this.#retryAt = retryAt;
    this.#paced = 0;
    const flow = this.#fastestFlow(bucket);
    if (!flow) return;
    this.#callsPerMs = (flow.admitted + 1) / flow.ms;
    this.#probeAfter(Math.min(MOST_TO_PROBE_AFTER, Math.max(FEWEST_TO_PROBE_AFTER, flow.admitted)));
  }

  /**
   * The provider says what it allows: `remaining` after a call that was made at `time` as the last of `admitted`.
   *
   * @param callsPerMs what flows in
   */
  told(remaining: number, callsPerMs: number, { time, admitted }: EmptyBucket): void {
    this.#callsPerMs = callsPerMs;
    this.#surePerMs = callsPerMs;
    this.#empty = { time: time - remaining / callsPerMs, admitted };
    this.#retryAt = Infinity;
    this.#paced = 0;
  }

  /** Whether calls are spaced. */
  get isSpacing(): boolean {
    return this.#callsPerMs !== Infinity;
  }

  /** A call was refused that may have been one too many in a time. */
  emptied(bucket: EmptyBucket): void {
    this.#empty = bucket;
    this.#retryAt = Infinity;
    this.#callsPerMs = Math.min(this.#callsPerMs, this.#surePerMs);
    this.#probeAfter(MOST_TO_PROBE_AFTER);
  }

  #probeAfter(calls: number): void {
    this.#paced = 0;
    this.#period = calls;
    this.#step = 1 / calls;
    this.#surePerMs = this.#callsPerMs;
  }

  /** Calls are accepted that are `waitMs` apart: unless more is known, they are spaced like that. */
  seed(waitMs: number, empty: EmptyBucket): void {
    this.emptied(empty);
    if (this.isSpacing) return;
    this.#callsPerMs = 1 / waitMs;
    this.#probeAfter(MOST_TO_PROBE_AFTER);
  }

  /** Calls are not spaced any more. */
  release(): void {
    this.#callsPerMs = Infinity;
    this.#surePerMs = Infinity;
  }

  /**
   * Since any of the refusals, not more can have been admitted than has flowed in, but for one: the bucket was empty. Less
   * may have been, if it ran over in the meantime. So the fastest flow is the closest.
   */
  #fastestFlow({ time, admitted }: EmptyBucket): Flow | undefined {
    let fastest: Flow | undefined;
    for (const earlier of this.#refusals) {
      const flow = { admitted: admitted - earlier.admitted, ms: time - earlier.time };
      if (flow.ms > 0 && (!fastest || leastOf(flow) > leastOf(fastest))) fastest = flow;
    }
    return fastest;
  }

  /** When the next call may be made. */
  openAt(admitted: number): number {
    if (this.#callsPerMs === Infinity) return -Infinity;
    const since = admitted - this.#empty.admitted;
    const filledAt = this.#empty.time + (since + 1) / this.#callsPerMs;
    return since === 0 ? Math.min(filledAt, this.#retryAt) : filledAt;
  }

  /** A call is made. When the pace held it up, the pace is tried a little faster after a while. */
  entered(now: number, admitted: number): void {
    if (this.#callsPerMs === Infinity || now - this.openAt(admitted) > 1 / this.#callsPerMs) return;
    this.#paced += 1;
    if (this.#paced < this.#period) return;
    this.#paced = 0;
    const filled = (now - this.#empty.time) * this.#callsPerMs - (admitted - this.#empty.admitted);
    this.#surePerMs = this.#callsPerMs;
    this.#callsPerMs *= 1 + this.#step;
    this.#empty = { time: now - filled / this.#callsPerMs, admitted };
    this.#retryAt = Infinity;
    this.#step = Math.min(GREATEST_STEP, this.#step * 2);
    this.#period = Math.max(FEWEST_TO_PROBE_AFTER, this.#period / 2);
  }
}
