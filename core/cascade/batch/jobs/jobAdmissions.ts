import { asError } from '../../../errors/asError';
import { CascadeError } from '../../../errors/cascadeError';
import { StoreUnavailableError } from '../../../stores/storeUnavailableError';
import { admit, type Admission } from '../../tenant/admission';
import { bookedOf, settle, type Booking, type Ticket } from '../../tenant/booking';
import type { JobsRecord } from './jobsRecord';
import type { Spent } from './replay';

type Kept = Pick<JobsRecord, 'isSubmitted' | 'reservations' | 'uncounted'>;

/**
 * Holds the users of a batch to their limits: each query is counted once, when it is first run, and settled once, when
 * its outcome is known, however often it is run in between.
 */
export class JobAdmissions {
  readonly #reserved: Map<number, string>;
  readonly #uncounted: Set<number>;
  readonly #tickets = new Map<number, Ticket>();
  readonly #unavailable = new Map<number, StoreUnavailableError>();
  readonly #refused = new Map<number, Error>();
  #isClosed: boolean;

  constructor({ isSubmitted, reservations, uncounted }: Kept) {
    this.#isClosed = isSubmitted;
    this.#reserved = new Map(reservations);
    this.#uncounted = new Set(uncounted);
  }

  /** What is to be kept, so that another process can go on. */
  get kept(): Pick<JobsRecord, 'reservations' | 'uncounted'> {
    return { reservations: [...this.#reserved], uncounted: [...this.#uncounted] };
  }

  /** From now on, who has not been let in stays out. */
  close(): void {
    this.#isClosed = true;
  }

  /** @throws as `withAdmission` does before anything is run */
  async admit(index: number, admission: Admission): Promise<void> {
    const { limiter, estimateUsd = 0 } = admission;
    const reservationId = this.#reserved.get(index);
    if (reservationId !== undefined) {
      this.#tickets.set(index, { limiter, reservationId, estimateUsd });
    } else if (!this.#uncounted.has(index)) {
      if (this.#isClosed && admission.reservationId === undefined) await this.#keepOut(index, admission);
      await this.#letIn(index, admission);
    }
  }

  /** The reservation under which a query is to be run on, when it has one. */
  reservationOf(index: number): string | undefined {
    return this.#reserved.get(index);
  }

  /** Books what a query cost, or takes its request back when no model had answered. */
  async settle(index: number, spent: Spent): Promise<Booking | undefined> {
    const unavailable = this.#unavailable.get(index);
    if (unavailable) return { reservationId: null, status: 'uncounted', ...bookedOf(spent, 0), unavailable };
    const ticket = this.#tickets.get(index);
    if (!ticket) return undefined;
    const closing = spent.isAny ? settle(ticket, spent) : released(ticket);
    // Whatever the store says to this, the outcome of the query stands.
    return await closing.catch(() => undefined);
  }

  async #letIn(index: number, admission: Admission): Promise<void> {
    const ticket = await admit(admission).catch((error: unknown) => {
      this.#refused.set(index, asError(error));
      throw error;
    });
    if (ticket instanceof StoreUnavailableError) {
      this.#uncounted.add(index);
      this.#unavailable.set(index, ticket);
      return;
    }
    this.#tickets.set(index, ticket);
    this.#reserved.set(index, ticket.reservationId);
  }

  /** A request that was refused when the batch began is not let in while others of it are already paid for. */
  async #keepOut(index: number, { limiter, profile, estimateUsd }: Admission): Promise<never> {
    const refusal = this.#refused.get(index);
    if (refusal) throw refusal;
    await limiter.checkRateLimit(profile, estimateUsd);
    throw new CascadeError('A limit of its user had no room for this query when the batch was submitted', {
      code: 'RATE_LIMITED',
      hint: 'Run the query again: there is room for it now.',
    });
  }
}

async function released({ limiter, reservationId }: Ticket): Promise<undefined> {
  await limiter.release(reservationId);
  return undefined;
}
