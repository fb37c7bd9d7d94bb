import { Alarm } from '../../batch/alarm';
import type { CallEnd } from '../../batch/gates/callGate';
import type { Clock } from '../../time/clock';

/** Notices when the providers of a batch have refused every call for too long, or say that they will. */
export class Standstill {
  readonly #clock: Clock;
  readonly #longestMs: number;
  readonly #onStandstill: () => void;
  readonly #alarm: Alarm;
  /** When the first of the refusals was that no answer has followed. */
  #refusedSince: number | undefined;
  /** Whether one of them was for longer than that. */
  #isForLong = false;
  #isReached = false;

  /** @param longestMs how long all calls may be refused */
  constructor(clock: Clock, longestMs: number, onStandstill: () => void) {
    this.#clock = clock;
    this.#longestMs = longestMs;
    this.#onStandstill = onStandstill;
    this.#alarm = new Alarm(clock, () => {
      this.#look();
    });
  }

  get isReached(): boolean {
    return this.#isReached;
  }

  ended(end: CallEnd): void {
    if (end.kind === 'answered') this.#refusedSince = undefined;
    if (end.kind !== 'refused') return;
    const isFirst = this.#refusedSince === undefined;
    this.#isForLong = (end.retryAfterMs ?? 0) > this.#longestMs || (this.#isForLong && !isFirst);
    if (!isFirst) return;
    this.#refusedSince = this.#clock.now();
    this.#alarm.set(this.#refusedSince + this.#longestMs);
  }

  /** No model has answered a query. */
  queryFailed(): void {
    if (this.#refusedSince !== undefined && this.#isForLong) this.#reach();
  }

  /** Looks no more. */
  off(): void {
    this.#alarm.off();
  }

  /** The alarm may be that of earlier refusals, which an answer has followed. */
  #look(): void {
    if (this.#refusedSince === undefined) return;
    const until = this.#refusedSince + this.#longestMs;
    if (this.#clock.now() < until) this.#alarm.set(until);
    else this.#reach();
  }

  #reach(): void {
    if (this.#isReached) return;
    this.#isReached = true;
    this.#onStandstill();
  }
}
