import type { Awaitable } from '../../../../core/stores/awaitable';
import type { AdmissionRequest, Reservation, UsageLimits } from '../../../../core/stores/limitStore';
import type { StoredProfile } from '../../../../core/stores/profileStore';
import type { Store } from '../../../../core/stores/store';

/** What the contract needs of a store's world. */
export interface Surroundings {
  /** A store in which nobody is known. */
  open(): Awaitable<Store>;
  /** Lets so many ms pass for the stores, a few hundred at most: some clocks cannot be put forward. */
  pass(ms: number): Promise<void>;
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
export const LEASE_MS = 900_000;

const UNLIMITED: UsageLimits = {
  requestsPerHour: null,
  requestsPerDay: null,
  dailyBudgetNanoUsd: null,
  concurrentRequests: null,
};

/** A request of Ann's that costs nothing, unless said otherwise. */
export function requestOf(
  limits: Partial<UsageLimits> = {},
  { userId = 'ann', estimateNanoUsd = 0 }: Partial<AdmissionRequest> = {},
): AdmissionRequest {
  return { userId, limits: { ...UNLIMITED, ...limits }, estimateNanoUsd };
}

/** Reserves what has to be let in. */
export async function admitted(store: Store, request: AdmissionRequest, leaseMs = LEASE_MS): Promise<string> {
  const reservation = await store.reserve(request, leaseMs);
  if (reservation.allowed) return reservation.reservationId;
  throw new Error(`Refused by the ${reservation.limitType} limit`);
}

/** What the store says of the user: used of the hour, the day, the budget, the slots. */
export async function usedBy(
  store: Store,
  userId = 'ann',
): Promise<readonly [number, number, number, number]> {
  return usedIn(await store.getUsage(userId));
}

export function usedIn({
  hourly,
  daily,
  budget,
  concurrent,
}: Reservation['usage']): readonly [number, number, number, number] {
  return [hourly.used, daily.used, budget.used, concurrent.used];
}

export function profileOf(userId: string, tier = 'PRO', json = '{}'): StoredProfile {
  return { userId, tier, json };
}

/** The parts of a reservation id. */
export interface IdParts {
  readonly key: string;
  readonly sequence: string;
  readonly time: string;
  readonly leaseEnd: string;
  readonly estimate: string;
  readonly signature: string;
}

/** The reservation id with some parts changed. */
export function forged(reservationId: string, change: Partial<IdParts>): string {
  const [key, sequence, time, leaseEnd, estimate, signature] = reservationId.split('.');
  const parts = { key, sequence, time, leaseEnd, estimate, signature, ...change };
  return Object.values(parts).join('.');
}
