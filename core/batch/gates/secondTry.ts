import type { Flight } from './flights';

type State =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'planned';
      readonly level: number;
      readonly at: number;
      readonly waitMs: number;
      readonly refusalMs: number;
    }
  | { readonly kind: 'made'; readonly level: number; readonly knownAt: number; readonly waitMs: number };

const NONE = { kind: 'none' } as const;

/** A refusal may take longer than the last one did. */
const TIMES_AS_LONG = 2;

/**
 * Takes a provider at its word that refuses a call and asks for a wait that is over before any call on its way is: one more
 * is made then, beside as many as before. If there had been too many at once, it is refused again. If it is not, time was
 * all that was wanted, however few were accepted: a bucket may hold a single call.
 */
export class SecondTry {
  #state: State = NONE;

  /** How many may be on their way for its sake. */
  get limit(): number {
    if (this.#state.kind === 'planned') return this.#state.level;
    return this.#state.kind === 'made' ? this.#state.level + 1 : 0;
  }

  /** From when on one more call than is known to be accepted may be made. */
  get openAt(): number {
    if (this.#state.kind === 'planned') return this.#state.at;
    return this.#state.kind === 'made' ? this.#state.knownAt : -Infinity;
  }

  /** A call that was made at `enteredAt` was refused `now`. */
  plan({ enteredAt, level }: Flight, now: number, waitMs: number): void {
    this.#state = {
      kind: 'planned',
      level,
      at: Math.max(this.openAt, now + waitMs),
      waitMs,
      refusalMs: now - enteredAt,
    };
  }

  /**
   * A call is made.
   *
   * @returns for how long the provider had asked to wait, when that has proved to be all that it wanted: the second try
   *   was not refused for so long that it will not be
   */
  entered({ enteredAt: now, level }: Flight): number | undefined {
    const state = this.#state;
    if (state.kind === 'none' || now < this.openAt) return undefined;
    if (state.kind === 'made') {
      this.callOff();
      return state.waitMs;
    }
    if (level < state.level) return undefined;
    const knownAt = now + Math.max(state.waitMs, TIMES_AS_LONG * state.refusalMs);
    this.#state = { kind: 'made', level, knownAt, waitMs: state.waitMs };
    return undefined;
  }

  /** There are fewer on their way than before: it would not prove anything any more. */
  miss(): void {
    if (this.#state.kind === 'planned') this.callOff();
  }

  callOff(): void {
    this.#state = NONE;
  }
}
