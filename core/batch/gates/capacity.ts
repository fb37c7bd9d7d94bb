import type { RateQuota } from '../../http/rateQuota';
import type { CallEnd } from './callGate';
import { ConcurrencyLimit, isNearly, type ConcurrencyLimitOptions } from './concurrencyLimit';
import { Flights, type Flight } from './flights';
import { LatencyWatch } from './latencyWatch';
import { leastWaitMs } from './leastWait';
import { OutageWatch } from './outageWatch';
import { Pacer } from './pacer';
import { QuotaReader } from './quotaReader';
import { RefusalJudge } from './refusalJudge';
import { SecondTry } from './secondTry';

/** When a call ended. */
interface Moment {
  readonly now: number;
  /** Whether as many calls were on their way as may be, and more were wanted. */
  readonly isLimiting: boolean;
}

/** After so long without a call one is tried, whatever was asked for: providers ask for more than they mean. */
const LONGEST_PAUSE_MS = 60_000;

/** What a provider takes, as far as is known: how many calls at once, how many in a time, and from when on. */
export class Capacity {
  readonly #flights = new Flights();
  readonly #limit: ConcurrencyLimit;
  readonly #pacer = new Pacer();
  readonly #judge = new RefusalJudge();
  readonly #secondTry = new SecondTry();
  readonly #latency = new LatencyWatch();
  readonly #outage = new OutageWatch();
  readonly #quotas = new QuotaReader();
  readonly #most: number;
  #usedAt: number;
  #pausedUntil = -Infinity;
  /** Until when one more than before is not tried. */
  #isTriedAt = -Infinity;
  #closedInARow = 0;
  #isPaceTold = false;
  #heardUpTo = 0;
  #beforeRow: ConcurrencyLimit['state'];

  constructor(options: ConcurrencyLimitOptions, now: number) {
    this.#most = options.most;
    this.#limit = new ConcurrencyLimit(options);
    this.#beforeRow = this.#limit.state;
    this.#usedAt = now;
  }

  /** When a call last began or ended. */
  get usedAt(): number {
    return this.#usedAt;
  }

  /** How many calls are on their way. */
  get underWay(): number {
    return this.#flights.size;
  }

  /** How many calls may be on their way. */
  get limit(): number {
    return this.#limit.limit;
  }

  /** The limit, or what is made of it for a try. */
  get #room(): number {
    return Math.min(Math.max(this.#limit.limit, this.#secondTry.limit), this.#most);
  }

  get isFull(): boolean {
    return this.#flights.size >= this.#room;
  }

  /** From when on the next call may be made, unless it is full. */
  get openAt(): number {
    const isOneMore = this.#flights.size + 1 >= this.#room;
    const openAt = Math.max(
      this.#pausedUntil,
      this.#pacer.openAt(this.#flights.admitted),
      isOneMore ? this.#isTriedAt : -Infinity,
      isOneMore ? this.#secondTry.openAt : -Infinity,
    );
    return Math.min(openAt, this.#usedAt + LONGEST_PAUSE_MS);
  }

  enter(now: number): Flight {
    this.#usedAt = now;
    this.#pacer.entered(now, this.#flights.admitted);
    const flight = this.#flights.enter(now, this.#room);
    this.#judge.entered(flight);
    this.#tryAgain(flight);
    // Calls that are spaced come one by one: if there are too many at once, a single one is refused.
    if (this.isFull && this.#pacer.isSpacing) this.#limit.growFreely();
    return flight;
  }

  #tryAgain(flight: Flight): void {
    const waitMs = this.#secondTry.entered(flight);
    if (waitMs === undefined) return;
    this.#limit.restore(this.#beforeRow);
    this.#judge.takeForRate();
    this.#pacer.seed(waitMs, { time: flight.enteredAt, admitted: this.#flights.admitted });
  }

  leave(flight: Flight, end: CallEnd, { now, isLimiting }: Moment): void {
    this.#usedAt = now;
    if (end.kind === 'refused') {
      this.#flights.refuse(flight);
      this.#refused(flight, now, end.retryAfterMs);
      return;
    }
    this.#flights.leave(flight);
    if (!this.#pacer.isSpacing) this.#secondTry.miss();
    if (end.kind === 'left') return;
    this.#closedInARow = 0;
    this.#judge.accepted(flight);
    this.#limit.accepted(flight);
    if (this.#outage.ended(end.kind === 'failed')) this.#shrink();
    if (end.kind === 'failed') return;
    if (end.quota) this.#heed(end.quota, flight, now);
    this.#learnFrom(flight, end.latencyMs, { now, isLimiting });
  }

  #shrink(): void {
    this.#limit.shrink();
    this.#secondTry.callOff();
  }

  #learnFrom({ level }: Flight, latencyMs: number, { now, isLimiting }: Moment): void {
    const isSlow = this.#latency.isSlow(latencyMs);
    const enough = this.#latency.answered(level, latencyMs);
    if (enough !== undefined) this.#limit.suffices(enough, this.#flights.lastOrder);
    else if (isLimiting && !isSlow && this.#limit.grow()) {
      this.#judge.newRow();
      // Not together with the call that takes the place of this one: two in an instant may be too many in a time.
      this.#isTriedAt = now + latencyMs / this.#limit.limit;
    }
  }

  /** Spaces calls when the provider says that it allows fewer than would be made at once. */
  #heed(quota: RateQuota, flight: Flight, now: number): void {
    const call = { time: flight.enteredAt, admitted: flight.admittedBefore + 1 };
    if (call.admitted <= this.#heardUpTo) return;
    this.#heardUpTo = call.admitted;
    const allowed = this.#quotas.read(quota, call);
    if (!allowed) return;
    const left = allowed.remaining - (this.#flights.admitted - call.admitted);
    if (left >= this.#limit.limit) {
      if (this.#isPaceTold) this.#pacer.release();
      this.#isPaceTold = false;
    } else if (allowed.callsPerMs !== undefined) {
      this.#isPaceTold = true;
      this.#pacer.told(allowed.remaining, allowed.callsPerMs, call);
    } else if (left < 1) this.#pause(now + allowed.resetsInMs);
  }

  #refused(flight: Flight, now: number, retryAfterMs: number | undefined): void {
    const wasInRow = this.#judge.row > 0;
    const wasRateLimited = this.#judge.isRateLimited;
    const cause = this.#judge.causeOf(flight);
    if (!wasInRow && !wasRateLimited) this.#pacer.forget();
    const bucket = { time: flight.enteredAt, admitted: flight.admittedBefore };
    this.#pacer.note(bucket);
    if (cause === 'count') {
      if (!wasInRow) this.#beforeRow = this.#limit.state;
      this.#limit.refused(flight.level, this.#judge.row, this.#flights.lastOrder);
      this.#planSecondTry(flight, now, retryAfterMs);
      this.#pacer.emptied(bucket);
      return;
    }
    this.#secondTry.callOff();
    if (wasInRow) this.#limit.restore(this.#beforeRow);
    if (!wasRateLimited) this.#limit.forgetCeiling();
    this.#judge.newRow();
    this.#pacer.refused(bucket, retryAfterMs === undefined ? undefined : now + retryAfterMs);
    if (cause === 'closed') {
      this.#closedInARow += 1;
      this.#pause(now + Math.max(retryAfterMs ?? 0, leastWaitMs(this.#closedInARow)));
    }
  }

  /** Once for a number: what was refused there twice, is a limit. */
  #planSecondTry(flight: Flight, now: number, waitMs = 0): void {
    const isFirst = this.#judge.row === 1 && !isNearly(flight.level, this.#beforeRow.ceiling);
    if (isFirst && waitMs > 0) this.#secondTry.plan(flight, now, waitMs);
    else this.#secondTry.callOff();
  }

  #pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }
}
