import { InvalidParameterError } from '../errors/invalidParameterError';
import { readUserId } from '../profiles/userId';
import { effectiveLimits, type UserProfile } from '../profiles/userProfile';
import type { Closing, LimitStore, LimitType, UsageLimits } from '../stores/limitStore';
import { MemoryStore } from '../stores/memory/memoryStore';
import { systemClock, type Clock } from '../time/clock';
import { nanoUsdOf, readCost } from './money';
import { RateLimitError } from './rateLimitError';
import { rateLimitStateOf, type RateLimitState } from './rateLimitState';

export interface RateLimiterOptions {
  /** In this process's memory when left out. */
  readonly store?: LimitStore;
  /** For the store in memory; the system's when left out. */
  readonly clock?: Pick<Clock, 'now'>;
  /** How long a request holds its concurrency slot if nobody settles or releases it: 15 minutes when left out. */
  readonly leaseMs?: number;
}

/** Whether a request was let in. A refused one counts nowhere. */
export type RateLimitDecision =
  | { readonly allowed: true; readonly reservationId: string; readonly usage: RateLimitState }
  | {
      readonly allowed: false;
      readonly limitType: LimitType;
      /** After so many ms the same request is let in, if nobody else takes the room; null = never. */
      readonly retryAfterMs: number | null;
      readonly usage: RateLimitState;
    };

export const DEFAULT_LEASE_MS = 900_000;

/** A reservation leaves every window after a day, and with it all there is to settle. */
export const LONGEST_LEASE_MS = 86_400_000;

/**
 * Holds users to the limits of their profiles, over sliding windows: requests in any hour, requests and dollars in any
 * day, requests at the same time. All limits are judged and counted in one step. Costs are US dollars.
 */
export class RateLimiter {
  readonly #store: LimitStore;
  readonly #leaseMs: number;
  readonly #limits = new WeakMap<UserProfile, UsageLimits>();

  /** @throws {InvalidParameterError} */
  constructor({ store, clock = systemClock, leaseMs = DEFAULT_LEASE_MS }: RateLimiterOptions = {}) {
    this.#store = store ?? new MemoryStore({ clock });
    this.#leaseMs = readLease(leaseMs);
  }

  /**
   * Looks whether a request would be let in, without counting it. Between this and the request anybody may take the
   * room: to be sure of it, `reserve`.
   *
   * @throws {RateLimitError} when it would not
   * @throws {InvalidParameterError}
   */
  async checkRateLimit(profile: UserProfile, estimatedCost = 0): Promise<void> {
    const check = await this.#store.check({
      userId: profile.userId,
      limits: this.#limitsOf(profile),
      estimateNanoUsd: readCost('estimatedCost', estimatedCost),
    });
    if (!check.allowed) throw new RateLimitError(check);
  }

  /**
   * Counts a request and its estimated cost, if all limits have room for it.
   *
   * @throws {InvalidParameterError}
   */
  async reserve(profile: UserProfile, estimatedCost = 0): Promise<RateLimitDecision> {
    const limits = this.#limitsOf(profile);
    const estimateNanoUsd = readCost('estimatedCost', estimatedCost);
    const reservation = await this.#store.reserve(
      { userId: profile.userId, limits, estimateNanoUsd },
      this.#leaseMs,
    );
    return { ...reservation, usage: rateLimitStateOf(reservation.usage, limits) };
  }

  /**
   * Replaces the estimate of a reservation by what it cost, and frees its concurrency slot. Settling twice books once.
   *
   * @throws {InvalidParameterError}
   */
  async settle(reservationId: string, cost: number): Promise<Closing> {
    return await this.#store.settle(reservationId, readCost('cost', cost));
  }

  /** Takes a reservation back, its request included. @throws {InvalidParameterError} */
  async release(reservationId: string): Promise<Closing> {
    return await this.#store.release(reservationId);
  }

  /** Counts a request that was made, whatever the limits say. @throws {InvalidParameterError} */
  async recordRequest(userId: string, cost = 0): Promise<void> {
    await this.#store.recordRequest(readUserId(userId), readCost('cost', cost));
  }

  async getUsage(profile: UserProfile): Promise<RateLimitState> {
    return rateLimitStateOf(await this.#store.getUsage(profile.userId), this.#limitsOf(profile));
  }

  /** Forgets what the user has used, open reservations included. @throws {InvalidParameterError} */
  async resetUsage(userId: string): Promise<void> {
    await this.#store.resetUsage(readUserId(userId));
  }

  #limitsOf(profile: UserProfile): UsageLimits {
    const known = this.#limits.get(profile);
    if (known) return known;
    const limits = usageLimitsOf(profile);
    this.#limits.set(profile, limits);
    return limits;
  }
}

function usageLimitsOf(profile: UserProfile): UsageLimits {
  const { requestsPerHour, requestsPerDay, dailyBudget, concurrentRequests } = effectiveLimits(profile);
  return {
    requestsPerHour,
    requestsPerDay,
    dailyBudgetNanoUsd: dailyBudget === null ? null : nanoUsdOf(dailyBudget),
    concurrentRequests,
  };
}

function readLease(ms: number): number {
  if (ms >= 1 && ms <= LONGEST_LEASE_MS) return Math.ceil(ms);
  const allowed = `a number of milliseconds from 1 to ${String(LONGEST_LEASE_MS)}`;
  throw new InvalidParameterError('leaseMs', ms, allowed);
}
