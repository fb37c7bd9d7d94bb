import type { Awaitable, Clock } from '../../../core/index.ts';

/** What a user may use in any hour and any day. Money is in US dollars. */
export interface Limits {
  readonly requestsPerHour: number;
  readonly requestsPerDay: number;
  readonly dailyBudget: number;
  /** How many may run at the same time. Only ours knows such a limit. */
  readonly concurrentRequests?: number;
}

/** A rate limiter with its settings, as all of them look to the benchmarks. */
export interface Contestant<L extends Limiter = Limiter> {
  readonly name: string;
  /** @param clock what time it is; the real one when missing. Who cannot be handed one reads it by itself. */
  open(limits: Limits, clock?: Clock): L;
}

export interface Limiter {
  userOf(userId: string): User;
  close(): Awaitable<unknown>;
}

/** A limiter that keeps its state in this process. */
export interface LocalLimiter extends Limiter {
  /** All that it knows of a user, as text to be written to a disk. */
  persisted(userId: string): Awaitable<string>;
}

/** A user as the limiter's caller has it at hand. Costs are in US dollars. */
export interface User {
  /** Asks without counting. A refusal may be an answer or an exception, as the limiter does it. */
  look(costUsd: number): Awaitable<unknown>;
  /** Asks and counts. */
  admit(costUsd: number): Awaitable<Answer>;
}

export type Answer =
  { readonly allowed: true; readonly settle: (costUsd: number) => Awaitable<unknown> } | Refused;

export interface Refused {
  readonly allowed: false;
  /** Undefined when the limiter does not say. */
  readonly retryAfterMs: number | undefined;
}
