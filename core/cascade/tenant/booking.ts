import type { RateLimiter } from '../../limits/rateLimiter';
import type { Closing } from '../../stores/limitStore';
import { StoreUnavailableError } from '../../stores/storeUnavailableError';
import type { Spending } from './spending';

/** What was booked for a run. */
export interface Booking {
  /** Null when the request was let in uncounted. */
  readonly reservationId: string | null;
  /**
   * `settled`: the cost counts. `already closed`, `unknown`: the reservation was closed before, or the store does not
   * know it, and the cost counts nowhere. `unsettled`: the store does not answer, and the estimate stays counted.
   * `uncounted`: the store did not answer, and such requests are let in.
   */
  readonly status: 'settled' | Exclude<Closing, 'closed'> | 'unsettled' | 'uncounted';
  /** US dollars. */
  readonly costUsd: number;
  /** Whether that is the estimate, or what is known when that is more, because a price is unknown. */
  readonly isEstimate: boolean;
  /** Why the store could not be asked. */
  readonly unavailable?: StoreUnavailableError;
}

/** A request that was let in, and counted at its estimate. */
export interface Ticket {
  readonly limiter: RateLimiter;
  readonly reservationId: string;
  /** US dollars. */
  readonly estimateUsd: number;
}

/** What a run cost, and how much of that is known for sure. In US dollars. */
export interface RunCost {
  /** Null when a price is unknown. */
  readonly costUsd: number | null;
  readonly knownCostUsd: number;
}

/** Books what a run cost. A store that does not answer costs nobody the answer that was paid for. */
export async function settle(ticket: Ticket, cost: RunCost): Promise<Booking> {
  const { limiter, reservationId, estimateUsd } = ticket;
  const booked = { reservationId, ...bookedOf(cost, estimateUsd) };
  return await limiter.settle(reservationId, booked.costUsd).then(
    (closing): Booking => ({ ...booked, status: closing === 'closed' ? 'settled' : closing }),
    (error: unknown): Booking => {
      if (!(error instanceof StoreUnavailableError)) throw error;
      return { ...booked, status: 'unsettled', unavailable: error };
    },
  );
}

export function bookedOf(
  { costUsd, knownCostUsd }: RunCost,
  estimateUsd: number,
): Pick<Booking, 'costUsd' | 'isEstimate'> {
  return { costUsd: costUsd ?? Math.max(estimateUsd, knownCostUsd), isEstimate: costUsd === null };
}

/** Books what a failed run cost. When no model had answered, the request is taken back. */
export async function settleFailure(ticket: Ticket, spending: Spending): Promise<void> {
  if (spending.isAny) await settle(ticket, spending);
  else await ticket.limiter.release(ticket.reservationId);
}
