import type { Refusal, UsageLimits } from '../../../../../core/stores/limitStore';
import type { Ticket } from '../../../../../core/stores/usage/reservationId';
import { MOST_OPEN_RUNS } from '../../../../../core/stores/usage/shapes';
import { UserUsage } from '../../../../../core/stores/usage/userUsage';
import { DAY_MS, ExactUsage, type ExactRequest } from './exactUsage';

interface OpenReservation {
  readonly ticket: Ticket;
  readonly request: ExactRequest;
}

export interface Terms {
  readonly limits: UsageLimits;
  readonly estimateNanoUsd: number;
  readonly leaseMs: number;
}

/** A usage of which an exact one is kept beside it. */
export class JudgedUsage {
  readonly exact = new ExactUsage();
  usage: UserUsage;
  now: number;
  /** When requests were let in that the exact usage had no room for. */
  readonly overAdmissions: number[] = [];
  /** Reservations that could not be closed, though they were not a day old and there was room to remember them. */
  readonly forgotten: Ticket[] = [];
  /** The latest `now`; the same as `now` unless the clock went back. */
  #latest: number;
  readonly #open: OpenReservation[] = [];
  #mostOpenRuns = 0;

  constructor(start: number, usage = new UserUsage()) {
    this.now = start;
    this.#latest = start;
    this.usage = usage;
  }

  pass(ms: number): void {
    this.now += ms;
    this.#latest = Math.max(this.#latest, this.now);
    this.usage.expire(this.now);
  }

  request({ limits, estimateNanoUsd, leaseMs }: Terms): Refusal | undefined {
    const refusal = this.usage.refusal({ limits, estimateNanoUsd }, this.now);
    if (refusal) return refusal;
    if (!this.exact.hasRoom(limits, estimateNanoUsd, this.#latest)) this.overAdmissions.push(this.now);
    const ticket = this.usage.reserve({ userId: 'ann', estimateNanoUsd, leaseMs }, this.now);
    const request = { time: this.now, leaseEnd: ticket.leaseEnd, nanoUsd: estimateNanoUsd };
    this.exact.add(request);
    this.#open.push({ ticket, request });
    return undefined;
  }

  record(nanoUsd: number): void {
    this.usage.record(nanoUsd, this.now);
    this.exact.add({ time: this.now, leaseEnd: this.now, nanoUsd });
  }

  /** @param which of the open reservations, from the oldest on; any number */
  settle(which: number, nanoUsd: number): void {
    const reservation = this.#take(which);
    if (!reservation) return;
    const { ticket, request } = reservation;
    if (!this.usage.settle(ticket, nanoUsd, this.now)) {
      this.#forgot(ticket);
      return;
    }
    request.nanoUsd = nanoUsd;
    request.leaseEnd = this.now;
  }

  release(which: number): void {
    const reservation = this.#take(which);
    if (!reservation) return;
    const { ticket, request } = reservation;
    if (this.usage.release(ticket, this.now)) this.exact.remove(request);
    else this.#forgot(ticket);
  }

  #forgot(ticket: Ticket): void {
    if (ticket.time > this.now - DAY_MS && this.#mostOpenRuns < MOST_OPEN_RUNS) this.forgotten.push(ticket);
  }

  #take(which: number): OpenReservation | undefined {
    this.#mostOpenRuns = Math.max(this.#mostOpenRuns, this.usage.parts.open.size);
    return this.#open.splice(which % Math.max(1, this.#open.length), 1)[0];
  }
}
