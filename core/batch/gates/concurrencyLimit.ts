import type { Flight } from './flights';

export interface ConcurrencyLimitOptions {
  readonly start: number;
  readonly most: number;
}

/**
 * While nothing is refused, each answer makes room for one more, so that the number doubles within the time that a call
 * takes, and after so many answers for yet one more.
 */
const ANSWERS_TO_GROW_FASTER = 32;
/** Answers between two attempts to go one above what was refused, counted in full rounds of calls. */
const FIRST_PATIENCE_ROUNDS = 2;
const LONGEST_PATIENCE_ROUNDS = 40;
const LONGEST_PATIENCE = 200;
/** Refusals at nearly the same number are the same limit: the provider's count and ours differ by what is on the way. */
const NEARLY = 0.9;

/** Whether a refusal at such a number is for the limit that is known already. */
export const isNearly = (level: number, ceiling: number) => ceiling !== Infinity && level >= NEARLY * ceiling;

/** As TCP CUBIC leaves of a window (RFC 9438). */
const LEFT_IN_AN_OUTAGE = 0.7;

interface State {
  readonly limit: number;
  /** The number at which a call was refused. */
  readonly ceiling: number;
  /** How many answers to wait for before the ceiling is tried again. */
  readonly patience: number;
}

/**
 * How many calls may be made at once, learned from what is refused: TCP's slow start and congestion avoidance (RFC 5681),
 * but for a limit that is a number, and not a share of a line: a refusal tells the limit, so that the number goes back to
 * what was accepted instead of being halved. Whether it has risen since is tried rarely, and less often each time it has
 * not.
 */
export class ConcurrencyLimit {
  readonly #most: number;
  #state: State;
  #answersAtLimit = 0;
  #growth = 0;
  /** How far beyond what is known to be accepted the next attempt may go. */
  #stride = 1;
  #lastBefore = 0;

  constructor({ start, most }: ConcurrencyLimitOptions) {
    this.#most = most;
    this.#state = { limit: start, ceiling: Infinity, patience: 0 };
  }

  get limit(): number {
    return this.#state.limit;
  }

  get state(): State {
    return this.#state;
  }

  /** A call was answered while as many as allowed were on their way, and more waited. */
  grow(): boolean {
    const { limit, ceiling, patience } = this.#state;
    if (limit + 1 < ceiling) {
      this.#growth += 1;
      const more = 1 + Math.floor(this.#growth / ANSWERS_TO_GROW_FASTER);
      this.#state = { ...this.#state, limit: Math.min(limit + more, ceiling - 1, this.#most) };
      return false;
    }
    this.#answersAtLimit += 1;
    if (this.#answersAtLimit < patience) return false;
    this.#answersAtLimit = 0;
    this.#state = { ...this.#state, limit: Math.min(ceiling, this.#most) };
    return true;
  }

  /** A call was accepted. */
  accepted({ level, order }: Flight): void {
    const { ceiling, patience } = this.#state;
    if (level < ceiling || order <= this.#lastBefore) return;
    this.#stride *= 2;
    this.#state = { ...this.#state, ceiling: level + this.#stride, patience: Math.ceil(patience / 4) };
  }

  /**
   * A call was refused because it was one of `level` at once.
   *
   * @param row how often that has happened in a row: each time, the number goes down by twice as many
   */
  refused(level: number, row: number, lastOrder: number): void {
    const { limit, ceiling, patience } = this.#state;
    if (lastOrder > this.#lastBefore) {
      const isKnown = isNearly(level, ceiling);
      const waits = isKnown ? patience * 2 : FIRST_PATIENCE_ROUNDS * level;
      this.#state = {
        ...this.#state,
        patience: Math.min(waits, LONGEST_PATIENCE_ROUNDS * level, LONGEST_PATIENCE),
      };
    }
    this.#answersAtLimit = 0;
    this.#growth = 0;
    this.#stride = 1;
    this.#lastBefore = lastOrder;
    this.#state = {
      ...this.#state,
      limit: Math.max(1, Math.min(limit, level - 2 ** (row - 1))),
      ceiling: Math.max(2, Math.min(ceiling, level)),
    };
  }

  /** So many do as much at once as more would. Whether that still holds is tried as for a refusal, but rarely. */
  suffices(level: number, lastOrder: number): void {
    const limit = Math.max(1, Math.min(this.#state.limit, level));
    this.#state = { limit, ceiling: limit + 1, patience: LONGEST_PATIENCE };
    this.#lastBefore = lastOrder;
    this.#answersAtLimit = 0;
    this.#stride = 1;
  }

  /** Many calls fail: fewer are made at once, and more again as soon as they are answered. */
  shrink(): void {
    this.#state = { ...this.#state, limit: Math.max(1, Math.floor(this.#state.limit * LEFT_IN_AN_OUTAGE)) };
    this.#growth = 0;
  }

  /** One more may be made, unless there is a number that was too many. */
  growFreely(): void {
    const { limit, ceiling } = this.#state;
    if (ceiling === Infinity) this.#state = { ...this.#state, limit: Math.min(limit + 1, this.#most) };
  }

  /** What was refused, was not because of how many there were at once. */
  forgetCeiling(): void {
    this.#state = { ...this.#state, ceiling: Infinity, patience: 0 };
  }

  /** What was refused since was not because of how many there were at once. */
  restore(state: State): void {
    this.#state = state;
  }
}
