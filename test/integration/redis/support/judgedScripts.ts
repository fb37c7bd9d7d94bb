import type { UsageLimits } from '../../../../core/stores/limitStore';
import type { Ticket } from '../../../../core/stores/usage/reservationId';
import { DAY_MS, ExactUsage, type ExactRequest } from '../../../core/stores/usage/support/exactUsage';
import { START, type Step } from '../../../core/stores/usage/support/walk';
import type { ScriptedUsage } from './scriptedUsage';

interface Reservation {
  readonly ticket: Ticket;
  readonly request: ExactRequest;
  isOpen: boolean;
}

type Requests = Extract<Step, { kind: 'requests' }>;

/** A usage in Redis of which an exact one is kept beside it. */
export class JudgedScripts {
  readonly #scripted: ScriptedUsage;
  readonly #limits: UsageLimits;
  readonly #exact = new ExactUsage();
  readonly #reservations: Reservation[] = [];
  /** What it did that it must not do: let in what had no room, or not close once what was open. */
  readonly faults: string[] = [];
  now = START;
  /** The latest `now`; the same unless the clock goes back. */
  latest = START;

  constructor(scripted: ScriptedUsage, limits: UsageLimits) {
    this.#scripted = scripted;
    this.#limits = limits;
  }

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'pass':
        this.#pass(step.ms);
        break;
      case 'requests':
        for (let time = 0; time < step.times; time++) await this.#request(step, time);
        break;
      case 'record':
        await this.#scripted.record(step.nanoUsd, this.now);
        this.#exact.add({ time: this.now, leaseEnd: this.now, nanoUsd: step.nanoUsd });
        break;
      case 'settle':
        for (let time = 0; time < step.times; time++) await this.#close(step.which + time, step.nanoUsd);
        break;
      case 'release':
        for (let time = 0; time < step.times; time++) await this.#close(step.which + time, undefined);
    }
  }

  /** In which windows it counts less than there was: in none, it should be. */
  async countsTooFewIn(): Promise<readonly string[]> {
    const { hourly, daily, budget, concurrent } = await this.#scripted.usage(this.now);
    const exact = this.#exact.totals(this.now);
    return [
      ...(hourly.used < exact.hourly ? ['hour'] : []),
      ...(daily.used < exact.daily ? ['day'] : []),
      ...(budget.used < exact.nanoUsd ? ['budget'] : []),
      ...(concurrent.used < exact.concurrent ? ['slots'] : []),
    ];
  }

  #pass(ms: number): void {
    this.now += ms;
    this.latest = Math.max(this.latest, this.now);
  }

  async #request({ gapMs, estimateNanoUsd, leaseMs }: Requests, time: number): Promise<void> {
    this.#pass(time === 0 ? 0 : gapMs);
    const answer = await this.#scripted.reserve({ limits: this.#limits, estimateNanoUsd, leaseMs }, this.now);
    if (!('ticket' in answer)) return;
    if (!this.#exact.hasRoom(this.#limits, estimateNanoUsd, this.latest)) this.faults.push('over-admission');
    const { ticket } = answer;
    const request = { time: this.now, leaseEnd: ticket.leaseEnd, nanoUsd: estimateNanoUsd };
    this.#exact.add(request);
    this.#reservations.push({ ticket, request, isOpen: true });
  }

  async #close(which: number, nanoUsd: number | undefined): Promise<void> {
    // Among the last, so that most are still in the journal.
    const reservation = this.#reservations.at(-1 - (which % Math.min(40, this.#reservations.length || 1)));
    if (!reservation) return;
    const { ticket, request, isOpen } = reservation;
    // Nothing of it counts any more, and it may be forgotten.
    if (ticket.time <= this.now - DAY_MS) return;
    const closed = await this.#scripted.close(ticket, nanoUsd, this.now);
    if (closed !== isOpen) this.faults.push(closed ? 'closed twice' : 'not closed');
    reservation.isOpen = false;
    if (!isOpen) return;
    if (nanoUsd === undefined) this.#exact.remove(request);
    request.nanoUsd = nanoUsd ?? 0;
    request.leaseEnd = this.now;
  }
}
