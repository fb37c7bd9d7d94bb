import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { UsageLimits } from '../../../../core/stores/limitStore';
import { packUsage, unpackUsage } from '../../../../core/stores/usage/packedUsage';
import { UserUsage } from '../../../../core/stores/usage/userUsage';
import { DAY_MS, HOUR_MS } from './support/exactUsage';
import { JudgedUsage } from './support/judgedUsage';
import { limitsOfAnyKind, openWalkBackAndForth, play, START, walk, walkBackAndForth } from './support/walk';

const UNLIMITED: UsageLimits = {
  requestsPerHour: null,
  requestsPerDay: null,
  dailyBudgetNanoUsd: null,
  concurrentRequests: null,
};

describe('windows', () => {
  it('never let in more than their limits, whatever happens', () => {
    fc.assert(
      fc.property(walk, limitsOfAnyKind, (steps, limits) => {
        const judged = new JudgedUsage(START);
        play(steps, judged, limits);
        expect(judged.overAdmissions).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('never count less than there was', () => {
    fc.assert(
      fc.property(walk, fc.nat(DAY_MS), (steps, later) => {
        const judged = new JudgedUsage(START);
        play(steps, judged, UNLIMITED);
        judged.pass(later);
        const { hourly, daily, nanoUsd, concurrent } = judged.exact.totals(judged.now);
        expect(judged.usage.hourly).toBeGreaterThanOrEqual(hourly);
        expect(judged.usage.daily).toBeGreaterThanOrEqual(daily);
        expect(judged.usage.nanoUsd).toBeGreaterThanOrEqual(nanoUsd);
        expect(judged.usage.concurrent).toBeGreaterThanOrEqual(concurrent);
      }),
      { numRuns: 300 },
    );
  });

  // Weaker than with a clock that only goes on: what had left a window when the clock showed its latest stays gone, and
  // closing such a reservation now would take another's place.
  it('let in no more than their limits since a window before the latest time, when a clock goes back', () => {
    fc.assert(
      fc.property(openWalkBackAndForth, limitsOfAnyKind, (steps, limits) => {
        const judged = new JudgedUsage(START);
        play(steps, judged, limits);
        expect(judged.overAdmissions).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('count nothing any more after a day, whatever the clock did', () => {
    fc.assert(
      fc.property(walkBackAndForth, (steps) => {
        const judged = new JudgedUsage(START);
        play(steps, judged, UNLIMITED);
        judged.pass(4 * DAY_MS);
        expect(judged.usage.isIdle).toBe(true);
        expect(judged.usage.snapshot()).toEqual(new UserUsage().snapshot());
      }),
    );
  });

  it('count exactly what came while it is little, and nowhere a crowd', () => {
    const gap = fc.integer({ min: 300, max: 400_000 });
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 128, size: 'max' }), fc.nat(DAY_MS), (gaps, later) => {
        const judged = new JudgedUsage(Math.floor(START));
        for (const gap of gaps) {
          judged.pass(gap);
          judged.record(gap);
        }
        judged.pass(later);
        const { hourly, daily, nanoUsd } = judged.usage;
        expect({ hourly, daily, nanoUsd, concurrent: 0 }).toEqual(judged.exact.totals(judged.now));
      }),
    );
  });
});

describe('reservations', () => {
  it('can be closed for a day', () => {
    fc.assert(
      fc.property(walk, limitsOfAnyKind, (steps, limits) => {
        const judged = new JudgedUsage(START);
        play(steps, judged, limits);
        expect(judged.forgotten).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('are forgotten when they are two days old', () => {
    const usage = new UserUsage();
    const start = Math.floor(START);
    const tickets = Array.from({ length: 240 }, (_, hour) => {
      const now = start + hour * HOUR_MS;
      usage.expire(now);
      const ticket = usage.reserve({ userId: 'ann', estimateNanoUsd: 1, leaseMs: 1 }, now);
      if (hour % 2 === 0) usage.settle(ticket, 1, now);
      return ticket;
    });
    expect(usage.parts.open.size).toBeLessThanOrEqual(24);
    const now = start + 239 * HOUR_MS;
    const closable = tickets.filter((ticket) => usage.settle(ticket, 1, now));
    expect(closable.length).toBeGreaterThanOrEqual(12);
    expect(closable.filter(({ time }) => time < now - 2 * DAY_MS)).toEqual([]);
  });

  it('that are closed when they are counted count as if they were closed later', () => {
    const [usage, closing] = [new UserUsage(), new UserUsage()];
    const now = Math.floor(START);
    const [settled, released] = [5, 7].map((estimateNanoUsd) =>
      closing.reserve({ userId: 'ann', estimateNanoUsd, leaseMs: 900_000 }, now),
    );
    if (settled) closing.settle(settled, 9, now);
    if (released) closing.release(released, now);
    usage.reserveClosed(9, now);
    usage.reserveClosed(undefined, now);
    expect(usage.snapshot()).toEqual(closing.snapshot());
    const next = { userId: 'ann', estimateNanoUsd: 1, leaseMs: 1 };
    expect(usage.reserve(next, now)).toEqual(closing.reserve(next, now));
    expect(settled && usage.settle(settled, 1, now)).toBe(false);
  });
});

describe('the wait that a refusal tells', () => {
  it('is true: let in after it, not let in a ms earlier', () => {
    fc.assert(
      fc.property(walk, limitsOfAnyKind, fc.nat(500_000_000), (steps, limits, estimateNanoUsd) => {
        const judged = new JudgedUsage(START);
        play(steps, judged, limits);
        const { now, usage } = judged;
        const refusalAt = (moment: number) => {
          const later = unpackUsage(packUsage(usage));
          later.expire(moment);
          return later.refusal({ limits, estimateNanoUsd }, moment);
        };
        const wait = refusalAt(now)?.retryAfterMs;
        if (wait === undefined) return;
        if (wait === null) {
          expect(refusalAt(now + 4 * DAY_MS)).toMatchObject({ retryAfterMs: null });
        } else {
          expect(refusalAt(now + wait)).toBeUndefined();
          expect(refusalAt(now + wait - 1)).toMatchObject({ retryAfterMs: 1 });
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is null only for what no waiting helps', () => {
    fc.assert(
      fc.property(walk, limitsOfAnyKind, fc.nat(3_000_000_000), (steps, limits, estimateNanoUsd) => {
        const judged = new JudgedUsage(START);
        play(steps, judged, limits);
        const refusal = judged.usage.refusal({ limits, estimateNanoUsd }, judged.now);
        const fitsEmpty = new UserUsage().refusal({ limits, estimateNanoUsd }, judged.now) === undefined;
        if (refusal) expect(refusal.retryAfterMs !== null).toBe(fitsEmpty);
      }),
    );
  });
});
