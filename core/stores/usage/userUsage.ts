import type { AdmissionRequest, Refusal, Usage, WindowUsage } from '../limitStore';
import { hasRoom, refusalFor, type Totals } from './admission';
import { newSalt, type Ticket } from './reservationId';
import { SequenceSet } from './sequenceSet';
import { DAY, HOUR, LEASES, MOST_OPEN_RUNS } from './shapes';
import { SlidingLog } from './slidingLog';

/** What a usage is made of, and packed from. */
export interface UsageParts {
  readonly hour: SlidingLog;
  readonly day: SlidingLog;
  readonly leases: SlidingLog;
  /** Sequence numbers of the reservations that were neither settled nor released. */
  readonly open: SequenceSet;
  /** What this usage signs its reservations with; empty before the first one. */
  readonly salt: string;
  readonly nextSequence: number;
  /** Reservations below this number were made before `markedAt`. */
  readonly markedSequence: number;
  readonly markedAt: number;
}

/** How long a request holds its slot, and what it will probably cost. */
export interface Booking {
  readonly userId: string;
  readonly estimateNanoUsd: number;
  readonly leaseMs: number;
}

/**
 * What one user has used: requests of the last hour, requests and cost of the last day, the leases of requests that run,
 * and which reservations are still open. Times are ms since the epoch.
 *
 * A request is stamped with the whole ms after it and windows are judged by the whole ms before, so that a fraction of a
 * ms never lets a request leave its window early.
 */
export class UserUsage implements Totals {
  readonly #hour: SlidingLog;
  readonly #day: SlidingLog;
  readonly #leases: SlidingLog;
  readonly #open: SequenceSet;
  #salt: string;
  #nextSequence: number;
  #markedSequence: number;
  #markedAt: number;
  /** Until this second nothing stops to count. Whole seconds and the totals stay inside this object in V8: most checks read nothing else. */
  #quietUntil = 0;
  #hourly = 0;
  #daily = 0;
  #nanoUsd = 0;
  #concurrent = 0;

  constructor(parts?: UsageParts) {
    this.#hour = parts?.hour ?? new SlidingLog(HOUR);
    this.#day = parts?.day ?? new SlidingLog(DAY);
    this.#leases = parts?.leases ?? new SlidingLog(LEASES);
    this.#open = parts?.open ?? new SequenceSet(MOST_OPEN_RUNS);
    this.#salt = parts?.salt ?? '';
    this.#nextSequence = parts?.nextSequence ?? 1;
    this.#markedSequence = parts?.markedSequence ?? 1;
    this.#markedAt = parts?.markedAt ?? 0;
    this.#addUp();
  }

  get hourly(): number {
    return this.#hourly;
  }

  get daily(): number {
    return this.#daily;
  }

  get nanoUsd(): number {
    return this.#nanoUsd;
  }

  get concurrent(): number {
    return this.#concurrent;
  }

  get parts(): UsageParts {
    return {
      hour: this.#hour,
      day: this.#day,
      leases: this.#leases,
      open: this.#open,
      salt: this.#salt,
      nextSequence: this.#nextSequence,
      markedSequence: this.#markedSequence,
      markedAt: this.#markedAt,
    };
  }

  get salt(): string {
    return this.#salt;
  }

  /** Drops what no longer counts; whatever is asked or done next is judged by what is left. */
  expire(now: number): void {
    if (now / 1000 < this.#quietUntil) return;
    const moment = Math.floor(now);
    this.#hour.expire(moment);
    this.#day.expire(moment);
    this.#leases.expire(moment);
    this.#addUp();
  }

  /** Nothing counts any more: it says no more than no usage at all. */
  get isIdle(): boolean {
    return this.#daily === 0 && this.#concurrent === 0;
  }

  refusal(request: Pick<AdmissionRequest, 'limits' | 'estimateNanoUsd'>, now: number): Refusal | undefined {
    if (hasRoom(request, this)) return undefined;
    return refusalFor(request, { hour: this.#hour, day: this.#day, leases: this.#leases }, now);
  }

  record(costNanoUsd: number, now: number): void {
    const time = Math.ceil(now);
    this.#hour.add(time, 0);
    this.#day.add(time, costNanoUsd);
    this.#addUp();
  }

  reserve({ userId, estimateNanoUsd, leaseMs }: Booking, now: number): Ticket {
    const time = Math.ceil(now);
    this.record(estimateNanoUsd, now);
    if (this.#salt === '') this.#salt = newSalt();
    const sequence = this.#nextReservation(time);
    const leaseEnd = time + leaseMs;
    this.#open.add(sequence);
    this.#leases.add(leaseEnd, 0);
    this.#addUp();
    return { userId, sequence, time, leaseEnd, estimateNanoUsd };
  }

  /** Counts a reservation that is closed already: settled at a cost, or taken back (undefined). */
  reserveClosed(costNanoUsd: number | undefined, now: number): void {
    if (costNanoUsd !== undefined) this.record(costNanoUsd, now);
    this.#nextReservation(Math.ceil(now));
  }

  /** False when the reservation is no longer open. */
  settle({ sequence, time, leaseEnd, estimateNanoUsd }: Ticket, costNanoUsd: number, now: number): boolean {
    if (!this.#open.delete(sequence)) return false;
    if (leaseEnd > now) this.#leases.remove(leaseEnd, 0);
    if (time > now - DAY.windowMs) this.#day.adjust(time, costNanoUsd - estimateNanoUsd);
    this.#addUp();
    return true;
  }

  /** False when the reservation is no longer open. */
  release({ sequence, time, leaseEnd, estimateNanoUsd }: Ticket, now: number): boolean {
    if (!this.#open.delete(sequence)) return false;
    if (leaseEnd > now) this.#leases.remove(leaseEnd, 0);
    if (time > now - HOUR.windowMs) this.#hour.remove(time, 0);
    if (time > now - DAY.windowMs) this.#day.remove(time, estimateNanoUsd);
    this.#addUp();
    return true;
  }

  snapshot(): Usage {
    return {
      hourly: windowUsage(this.#hourly, this.#hour),
      daily: windowUsage(this.#daily, this.#day),
      budget: windowUsage(this.#nanoUsd, this.#day),
      concurrent: windowUsage(this.#concurrent, this.#leases),
    };
  }

  #addUp(): void {
    this.#hourly = this.#hour.count;
    this.#daily = this.#day.count;
    this.#nanoUsd = this.#day.cost;
    this.#concurrent = this.#leases.count;
    const next = Math.min(this.#hour.nextRelease, this.#day.nextRelease, this.#leases.nextRelease);
    this.#quietUntil = next === Infinity ? LAST_SECOND : Math.floor(next / 1000);
  }

  /** The number of a new one. A reservation that is a day old has left every window: there is nothing left to settle. */
  #nextReservation(time: number): number {
    if (time >= this.#markedAt + DAY.windowMs) {
      this.#open.deleteBelow(this.#markedSequence);
      this.#markedSequence = this.#nextSequence;
      this.#markedAt = time;
    }
    return this.#nextSequence++;
  }
}

/** As late as V8 keeps inside an object, in the year 2038; later than that nothing is skipped. */
const LAST_SECOND = 2 ** 31 - 1;

function windowUsage(used: number, log: SlidingLog): WindowUsage {
  return { used, resetsAt: used === 0 ? null : log.lastRelease };
}
