import { describe, expect, it } from '@jest/globals';
import { packUsage } from '../../../../core/stores/usage/packedUsage';
import type { Ticket } from '../../../../core/stores/usage/reservationId';
import { DAY, HOUR, LEASES, MOST_OPEN_RUNS } from '../../../../core/stores/usage/shapes';
import { UserUsage } from '../../../../core/stores/usage/userUsage';
import { DAY_MS, HOUR_MS } from './support/exactUsage';

const START = 1_763_900_000_123;
const LEASE_MS = 900_000;

/** The moment of each request of a day, from its beginning. */
type Spread = (request: number, requests: number) => number;
/** What becomes of a reservation. */
type Ending = (usage: UserUsage, ticket: Ticket, request: number) => void;

/** In bytes of JSON, with 20,000 requests in a day. */
const MOST = 2_048;
/** Reservations that stay open are remembered apart from what counts. */
const MOST_WITH_OPEN_RESERVATIONS = 2_560;

const spreads: Readonly<Record<string, Spread>> = {
  evenly: (request, requests) => Math.floor((request * DAY_MS) / requests),
  'in bursts': (request) => Math.floor(request / 2_000) * 2 * HOUR_MS + (request % 2_000) * 5,
};
const endings: Readonly<Record<string, { readonly end: Ending; readonly most: number }>> = {
  settled: {
    end: (usage, ticket, request) => {
      usage.settle(ticket, costOf(request + 1), ticket.time);
    },
    most: MOST,
  },
  'never settled': { end: () => undefined, most: MOST_WITH_OPEN_RESERVATIONS },
  'every second settled': {
    end: (usage, ticket, request) => {
      if (request % 2 === 0) usage.settle(ticket, costOf(request + 1), ticket.time);
    },
    most: MOST_WITH_OPEN_RESERVATIONS,
  },
};

/** From 0.6 to 1.8 cents, so that a day's 20,000 cost about what BUSINESS may spend. */
function costOf(request: number): number {
  return 6_000_000 + ((request * 7_919) % 12_000_000);
}

/** The longest that the JSON of a user's export gets on a day, in bytes. */
function largest(requests: number, momentOf: Spread, end: Ending): number {
  const usage = new UserUsage();
  let most = 0;
  for (let request = 0; request < requests; request++) {
    const now = START + momentOf(request, requests);
    usage.expire(now);
    const ticket = usage.reserve({ userId: 'ann', estimateNanoUsd: costOf(request), leaseMs: LEASE_MS }, now);
    end(usage, ticket, request);
    if (request < 400 || request % 37 === 0) most = Math.max(most, exportedBytes(usage));
  }
  return most;
}

function exportedBytes(usage: UserUsage): number {
  return JSON.stringify({ usage: packUsage(usage).toString('base64') }).length;
}

const days = Object.entries(spreads).flatMap(([spread, momentOf]) =>
  Object.entries(endings).map(([ending, how]) => ({ spread, ending, momentOf, ...how })),
);

describe.each(days)('a user whose requests come $spread and are $ending', ({ momentOf, end, most }) => {
  it('takes at most 500 bytes of JSON at 10 requests', () => {
    expect(largest(10, momentOf, end)).toBeLessThanOrEqual(500);
  });

  it(`takes at most ${String(most)} bytes of JSON at 20,000 requests in a day`, () => {
    expect(largest(20_000, momentOf, end)).toBeLessThanOrEqual(most);
  });
});

it('a million requests of a user take no more entries than a thousand', () => {
  const usage = new UserUsage();
  const most = { hour: 0, day: 0, leases: 0, open: 0 };
  for (let request = 0; request < 1_000_000; request++) {
    const now = START + request * 173;
    usage.expire(now);
    if (request % 4 > 0) {
      usage.record(1, now);
      continue;
    }
    const ticket = usage.reserve(
      { userId: 'ann', estimateNanoUsd: 1, leaseMs: 1 + (request % LEASE_MS) },
      now,
    );
    if (request % 12 === 0) usage.settle(ticket, 2, now);
    const { hour, day, leases, open } = usage.parts;
    most.hour = Math.max(most.hour, hour.length);
    most.day = Math.max(most.day, day.length);
    most.leases = Math.max(most.leases, leases.length);
    most.open = Math.max(most.open, open.size);
  }
  expect(usage.daily).toBeGreaterThan(DAY_MS / 173);
  expect(most.hour).toBeLessThanOrEqual(HOUR.maxEntries);
  expect(most.day).toBeLessThanOrEqual(DAY.maxEntries);
  expect(most.leases).toBeLessThanOrEqual(LEASES.maxEntries);
  expect(most.open).toBeLessThanOrEqual(MOST_OPEN_RUNS);
});
