import type { Awaitable } from './awaitable';

/** What a refusal was about: requests in an hour, requests in a day, dollars in a day, requests at the same time. */
export type LimitType = 'hourly' | 'daily' | 'budget' | 'concurrent';

/** What a user may use within any sliding hour and any sliding day; null = unlimited. Whole numbers from 0 on. */
export interface UsageLimits {
  readonly requestsPerHour: number | null;
  readonly requestsPerDay: number | null;
  /** Billionths of a US dollar: a token can cost less than a millionth. */
  readonly dailyBudgetNanoUsd: number | null;
  readonly concurrentRequests: number | null;
}

/** A request that asks to be let in. */
export interface AdmissionRequest {
  readonly userId: string;
  readonly limits: UsageLimits;
  /** What the request will probably cost, in billionths of a US dollar. */
  readonly estimateNanoUsd: number;
}

export interface Refusal {
  readonly allowed: false;
  /** The limit that binds longest. */
  readonly limitType: LimitType;
  /** After this many milliseconds the same request is let in, if nobody else takes the room; null = never. */
  readonly retryAfterMs: number | null;
}

export type Check = { readonly allowed: true } | Refusal;

export type Reservation =
  | { readonly allowed: true; readonly reservationId: string; readonly usage: Usage }
  | (Refusal & { readonly usage: Usage });

/** What counts at this moment. */
export interface Usage {
  readonly hourly: WindowUsage;
  readonly daily: WindowUsage;
  /** `used` in billionths of a US dollar. */
  readonly budget: WindowUsage;
  readonly concurrent: WindowUsage;
}

export interface WindowUsage {
  readonly used: number;
  /** When all of it will have left the window, in ms since the epoch; null when nothing is used. */
  readonly resetsAt: number | null;
}

/** How a reservation came to its end. It ends once; whoever is late is told so and changes nothing. */
export type Closing = 'closed' | 'already closed' | 'unknown';

export interface LimitStore {
  /** Looks without counting. */
  check(request: AdmissionRequest): Awaitable<Check>;
  /** Checks all limits and counts the request in one step; a refused request counts nowhere. */
  reserve(request: AdmissionRequest, leaseMs: number): Awaitable<Reservation>;
  /** Replaces the estimate of a reservation by its cost and frees its concurrency slot. */
  settle(reservationId: string, costNanoUsd: number): Awaitable<Closing>;
  /** Takes the request back as if it had never been made. */
  release(reservationId: string): Awaitable<Closing>;
  /** Counts a request that was made, whatever the limits say. */
  recordRequest(userId: string, costNanoUsd: number): Awaitable<void>;
  getUsage(userId: string): Awaitable<Usage>;
  /** Forgets the user's usage, open reservations included. */
  resetUsage(userId: string): Awaitable<void>;
}
