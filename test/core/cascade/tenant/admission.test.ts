import { beforeEach, describe, expect, it } from '@jest/globals';
import { runAgent } from '../../../../core/cascade/agent/runAgent';
import { withAdmission, type Admission } from '../../../../core/cascade/tenant/admission';
import { UnjudgedError } from '../../../../core/cascade/tenant/unjudgedError';
import { RateLimitError } from '../../../../core/limits/rateLimitError';
import { RateLimiter } from '../../../../core/limits/rateLimiter';
import { createUserProfile } from '../../../../core/profiles/createUserProfile';
import { MemoryStore } from '../../../../core/stores/memory/memoryStore';
import { StoreUnavailableError } from '../../../../core/stores/storeUnavailableError';
import { FakeClock } from '../../../support/fakeClock';
import { ATTEMPT, ScriptedTurns, TURN_COST } from './support/scriptedTurns';

const profile = createUserProfile('PRO', 'ann', { customConcurrency: 1 });
const costs = (costUsd: number | null) => () => Promise.resolve({ cascade: { costUsd } });

let store: MemoryStore;
let limiter: RateLimiter;

beforeEach(() => {
  store = new MemoryStore({ clock: new FakeClock() });
  limiter = new RateLimiter({ store });
});

async function used() {
  const { hourly, budget, concurrent } = await limiter.getUsage(profile);
  return { requests: hourly.used, costUsd: budget.used, running: concurrent.used };
}

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => {
      throw new Error('It did not fail');
    },
    (error: unknown) => error,
  );

/** Fails on the method that is named, as a store does that cannot be reached. */
function failingLimiter(method: 'reserve' | 'settle' | 'release'): RateLimiter {
  const unavailable = () => Promise.reject(new StoreUnavailableError('No store', { hint: 'Wait.' }));
  return new RateLimiter({ store: Object.assign(store, { [method]: unavailable }) });
}

describe('a run within the limits', () => {
  it('counts at its estimate while it lasts, and at its cost afterwards', async () => {
    const { booking } = await withAdmission({ limiter, profile, estimateUsd: 0.5 }, async () => {
      expect(await used()).toEqual({ requests: 1, costUsd: 0.5, running: 1 });
      return { cascade: { costUsd: 0.02 } };
    });
    expect(booking).toMatchObject({ status: 'settled', costUsd: 0.02, isEstimate: false });
    expect(await used()).toEqual({ requests: 1, costUsd: 0.02, running: 0 });
  });

  it('stays counted at its estimate when nobody knows what it cost', async () => {
    const { booking } = await withAdmission({ limiter, profile, estimateUsd: 0.5 }, costs(null));
    expect(booking).toMatchObject({ status: 'settled', costUsd: 0.5, isEstimate: true });
    expect(await used()).toEqual({ requests: 1, costUsd: 0.5, running: 0 });
  });

  it('costs what is known of its cost when that is more than the estimate', async () => {
    const run = (onAttempt: (attempt: typeof ATTEMPT) => void) => {
      onAttempt(ATTEMPT);
      return Promise.resolve({ cascade: { costUsd: null } });
    };
    const { booking } = await withAdmission({ limiter, profile }, run);
    expect(booking).toMatchObject({ status: 'settled', costUsd: TURN_COST, isEstimate: true });
    const failing = (onAttempt: (attempt: typeof ATTEMPT) => void) => {
      onAttempt(ATTEMPT);
      onAttempt({ ...ATTEMPT, costUsd: null });
      return Promise.reject(new Error('The run failed'));
    };
    await failure(withAdmission({ limiter, profile }, failing));
    expect((await used()).costUsd).toBe(2 * TURN_COST);
  });

  it('settles the reservation that was made for it before, and makes no other', async () => {
    const decision = await limiter.reserve(profile, 0.1);
    const reservationId = decision.allowed ? decision.reservationId : '';
    const admission: Admission = { limiter, profile, reservationId };
    const { booking } = await withAdmission(admission, costs(0.02));
    expect(booking).toMatchObject({ reservationId, status: 'settled', costUsd: 0.02 });
    expect(await used()).toEqual({ requests: 1, costUsd: 0.02, running: 0 });
    expect((await withAdmission(admission, costs(0.02))).booking.status).toBe('already closed');
    expect(await used()).toEqual({ requests: 1, costUsd: 0.02, running: 0 });
  });

  it('tells when the store does not know the reservation', async () => {
    const other = await new RateLimiter().reserve(profile);
    const reservationId = other.allowed ? other.reservationId : '';
    const { booking } = await withAdmission({ limiter, profile, reservationId }, costs(0.02));
    expect(booking.status).toBe('unknown');
  });
});

describe('before anything is run', () => {
  const never = () => Promise.reject(new Error('It was run'));

  it('a limit without room refuses', async () => {
    await limiter.reserve(profile);
    const error = await failure(withAdmission({ limiter, profile }, never));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ limitType: 'concurrent' });
    expect(await used()).toMatchObject({ requests: 1, running: 1 });
  });

  it('the reservation of another user is refused', async () => {
    const bob = await limiter.reserve(createUserProfile('PRO', 'bob'), 0.1);
    const reservationId = bob.allowed ? bob.reservationId : '';
    const error = await failure(withAdmission({ limiter, profile, reservationId }, never));
    expect(error).toMatchObject({ code: 'INVALID_PARAMETER', parameter: 'reservationId' });
  });

  it.each([
    [{ reservationId: 'x' }, 'reservationId'],
    [{ estimateUsd: -1 }, 'estimateUsd'],
  ])('%j is refused', async (given, parameter) => {
    expect(await failure(withAdmission({ limiter, profile, ...given }, never))).toMatchObject({ parameter });
  });
});

describe('a run that fails', () => {
  it('counts nowhere when no model had answered', async () => {
    const failed = { ...ATTEMPT, inputTokens: null, outputTokens: null, costUsd: null, error: 'status 500' };
    const down = new Error('All down');
    const error = await failure(
      withAdmission({ limiter, profile, estimateUsd: 0.5 }, (onAttempt) => {
        onAttempt(failed);
        return Promise.reject(down);
      }),
    );
    expect(error).toBe(down);
    expect(await used()).toEqual({ requests: 0, costUsd: 0, running: 0 });
  });

  it('costs what was spent', async () => {
    const call = { toolCalls: [{ id: 'a', name: 'none', arguments: '{}' }] };
    const turns = new ScriptedTurns(call, call, new Error('All down'));
    const run = (onAttempt: (attempt: typeof ATTEMPT) => void) => {
      const tell = (attempt: object) => {
        onAttempt({ ...ATTEMPT, ...attempt });
      };
      return runAgent({ turns, query: 'Hello', onAttempt: tell });
    };
    await failure(withAdmission({ limiter, profile, estimateUsd: 0.5 }, run));
    expect(await used()).toEqual({ requests: 1, costUsd: 2 * TURN_COST, running: 0 });
  });

  it('costs its estimate when the price of what was spent is unknown', async () => {
    await failure(
      withAdmission({ limiter, profile, estimateUsd: 0.5 }, (onAttempt) => {
        onAttempt({ ...ATTEMPT, costUsd: null });
        return Promise.reject(new Error('The run failed'));
      }),
    );
    expect(await used()).toEqual({ requests: 1, costUsd: 0.5, running: 0 });
  });

  it('by the abort of its caller is booked all the same', async () => {
    const stop = new AbortController();
    const work = withAdmission({ limiter, profile, estimateUsd: 0.5 }, async (onAttempt) => {
      onAttempt(ATTEMPT);
      await Promise.resolve();
      stop.abort(new Error('Stopped'));
      stop.signal.throwIfAborted();
      return { cascade: { costUsd: 1 } };
    });
    expect(await failure(work)).toMatchObject({ message: 'Stopped' });
    expect(await used()).toEqual({ requests: 1, costUsd: TURN_COST, running: 0 });
  });

  it('says why, whatever the store says to the booking', async () => {
    const down = new Error('All down');
    const work = withAdmission({ limiter: failingLimiter('release'), profile }, () => Promise.reject(down));
    expect(await failure(work)).toBe(down);
  });
});

describe('a store that does not answer', () => {
  it.each([
    [undefined, StoreUnavailableError],
    ['fail', StoreUnavailableError],
    ['refuse', UnjudgedError],
  ] as const)('ends the run before it begins: %s', async (whenUnavailable, expected) => {
    const admission = { limiter: failingLimiter('reserve'), profile, whenUnavailable };
    const work = withAdmission(admission, () => Promise.reject(new Error('It was run')));
    expect(await failure(work)).toBeInstanceOf(expected);
  });

  it('lets the run begin uncounted, when that was chosen', async () => {
    const admission = { limiter: failingLimiter('reserve'), profile, whenUnavailable: 'allow' } as const;
    const { booking } = await withAdmission(admission, costs(0.02));
    expect(booking).toMatchObject({
      reservationId: null,
      status: 'uncounted',
      costUsd: 0.02,
      isEstimate: false,
    });
    expect(booking.unavailable).toBeInstanceOf(StoreUnavailableError);
  });

  it('costs nobody the answer that was paid for', async () => {
    const admission = { limiter: failingLimiter('settle'), profile, estimateUsd: 0.5 };
    const { booking } = await withAdmission(admission, costs(0.02));
    expect(booking).toMatchObject({ status: 'unsettled', costUsd: 0.02 });
    expect(booking.unavailable?.message).toBe('No store');
  });
});
