import { InvalidParameterError } from '../../errors/invalidParameterError';
import { readCost } from '../../limits/money';
import { RateLimitError } from '../../limits/rateLimitError';
import type { RateLimiter } from '../../limits/rateLimiter';
import type { UserProfile } from '../../profiles/userProfile';
import { StoreUnavailableError } from '../../stores/storeUnavailableError';
import { readReservationId } from '../../stores/usage/reservationId';
import type { CascadeReport, MadeAttempt } from '../engine/report';
import { bookedOf, settle, settleFailure, type Booking, type RunCost, type Ticket } from './booking';
import { Spending } from './spending';
import { UnjudgedError } from './unjudgedError';

/** What is done with a request when the store does not answer, so that nobody knows whether there is room for it. */
export type WhenStoreUnavailable = 'fail' | 'allow' | 'refuse';

export interface Admission {
  readonly limiter: RateLimiter;
  readonly profile: UserProfile;
  /** US dollars that the run will probably cost; 0 when left out. */
  readonly estimateUsd?: number | undefined;
  /** Of a reservation that was made for this request before: it is settled, and no other one is made. */
  readonly reservationId?: string | undefined;
  /** `fail` when left out. */
  readonly whenUnavailable?: WhenStoreUnavailable | undefined;
}

interface Costly {
  readonly cascade: Pick<CascadeReport, 'costUsd'>;
}

/** @param onAttempt is to be told of every call of a model, so that a run that fails is booked, too */
type Run<Result> = (onAttempt: (attempt: MadeAttempt) => void) => Promise<Result>;

export interface Admitted<Result> {
  readonly result: Result;
  readonly booking: Booking;
}

/**
 * Runs a request within the limits of its user: counted at its estimate before, booked at its cost afterwards. A run
 * that fails, by the caller's abort too, costs what was spent, and counts nowhere when no model had answered. E.g.
 * `withAdmission({ limiter, profile }, (onAttempt) => runAgent({ turns, query, onAttempt }))`.
 *
 * @throws {RateLimitError} when a limit has no room; like the next three, before anything is run
 * @throws {UnjudgedError} when the store does not answer and such requests are refused
 * @throws {StoreUnavailableError} when it does not answer and such requests fail
 * @throws {InvalidParameterError} for an estimate that is none, or a reservation that is none or somebody else's
 * @throws what `run` throws
 */
export async function withAdmission<Result extends Costly>(
  admission: Admission,
  run: Run<Result>,
): Promise<Admitted<Result>> {
  const ticket = await admit(admission);
  const spending = new Spending();
  const running = run((attempt) => {
    spending.note(attempt);
  });
  const costOf = ({ cascade: { costUsd } }: Result) => ({ costUsd, knownCostUsd: spending.knownCostUsd });
  if (ticket instanceof StoreUnavailableError) {
    const result = await running;
    return { result, booking: uncounted(ticket, costOf(result)) };
  }
  const result = await running.catch(async (error: unknown) => {
    // Whatever the store says to this, the caller is to learn why the run failed.
    await settleFailure(ticket, spending).catch(() => undefined);
    throw error;
  });
  return { result, booking: await settle(ticket, costOf(result)) };
}

function uncounted(unavailable: StoreUnavailableError, cost: RunCost): Booking {
  return { reservationId: null, status: 'uncounted', ...bookedOf(cost, 0), unavailable };
}

/**
 * Counts a request at its estimate, to be settled later.
 *
 * @returns the store's error when it does not answer and such requests are let in
 * @throws as {@link withAdmission} does before anything is run
 */
export async function admit(admission: Admission): Promise<Ticket | StoreUnavailableError> {
  const { limiter, profile, estimateUsd = 0, reservationId } = admission;
  readCost('estimateUsd', estimateUsd);
  if (reservationId !== undefined)
    return { limiter, estimateUsd, reservationId: ownReservation(reservationId, profile) };
  return await reserve(admission, estimateUsd).catch((error: unknown) => {
    if (!(error instanceof StoreUnavailableError)) throw error;
    return unjudged(error, admission.whenUnavailable ?? 'fail');
  });
}

async function reserve({ limiter, profile }: Admission, estimateUsd: number): Promise<Ticket> {
  const decision = await limiter.reserve(profile, estimateUsd);
  if (!decision.allowed) throw new RateLimitError(decision);
  return { limiter, estimateUsd, reservationId: decision.reservationId };
}

function unjudged(error: StoreUnavailableError, policy: WhenStoreUnavailable): StoreUnavailableError {
  switch (policy) {
    case 'fail':
      throw error;
    case 'refuse':
      throw new UnjudgedError(error);
    case 'allow':
      return error;
  }
}

/** The cost of one user is never booked on another one. */
function ownReservation(given: string, { userId }: UserProfile): string {
  if (readReservationId(given).userId === userId) return given;
  throw new InvalidParameterError('reservationId', given, 'a reservation of the same user', {
    isPrivate: true,
  });
}
