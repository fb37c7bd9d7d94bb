import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { UsageLimits } from '../../../../core/stores/limitStore';
import { packUsage, unpackUsage } from '../../../../core/stores/usage/packedUsage';
import { UserUsage } from '../../../../core/stores/usage/userUsage';
import { DAY_MS } from './support/exactUsage';
import { JudgedUsage } from './support/judgedUsage';
import { limitsOfAnyKind, play, START, walk, walkBackAndForth, type Step } from './support/walk';

const UNLIMITED: UsageLimits = {
  requestsPerHour: null,
  requestsPerDay: null,
  dailyBudgetNanoUsd: null,
  concurrentRequests: null,
};
const SMALL: UsageLimits = {
  requestsPerHour: 3,
  requestsPerDay: 20,
  dailyBudgetNanoUsd: 5_000,
  concurrentRequests: 2,
};

function usageAfter(steps: readonly Step[], limits = UNLIMITED): UserUsage {
  const judged = new JudgedUsage(START);
  play(steps, judged, limits);
  return judged.usage;
}

/** One with entries, costs, leases and several runs of open reservations. */
const few: readonly Step[] = [
  { kind: 'requests', times: 9, gapMs: 1_700, estimateNanoUsd: 1_234_567, leaseMs: 60_000 },
  { kind: 'settle', which: 2, times: 1, nanoUsd: 99 },
  { kind: 'settle', which: 5, times: 1, nanoUsd: 0 },
  { kind: 'record', nanoUsd: 5 },
];
/** One on coarse grids, with long runs. */
const many: readonly Step[] = [
  { kind: 'requests', times: 300, gapMs: 9_000, estimateNanoUsd: 12_345_678, leaseMs: 86_400_000 },
  { kind: 'settle', which: 17, times: 40, nanoUsd: 1 },
  { kind: 'settle', which: 120, times: 1, nanoUsd: 1 },
  { kind: 'requests', times: 300, gapMs: 300, estimateNanoUsd: 3, leaseMs: 1_000 },
];

describe('a packed usage', () => {
  it('is unpacked to the same, byte for byte', () => {
    fc.assert(
      fc.property(walkBackAndForth, limitsOfAnyKind, (steps, limits) => {
        const usage = usageAfter(steps, limits);
        const packed = packUsage(usage);
        const unpacked = unpackUsage(packed);
        expect(packUsage(unpacked).equals(packed)).toBe(true);
        expect(unpacked.snapshot()).toEqual(usage.snapshot());
      }),
      { numRuns: 300 },
    );
  });

  it('goes on as the one it was packed from', () => {
    fc.assert(
      fc.property(walk, walk, limitsOfAnyKind, (before, after, limits) => {
        const judged = new JudgedUsage(START);
        // So that both have the same salt.
        judged.request({ limits: UNLIMITED, estimateNanoUsd: 0, leaseMs: 1 });
        play(before, judged, limits);
        const restored = new JudgedUsage(judged.now, unpackUsage(packUsage(judged.usage)));
        const original = new JudgedUsage(judged.now, judged.usage);
        expect(play(after, restored, limits)).toEqual(play(after, original, limits));
        expect(packUsage(restored.usage).equals(packUsage(original.usage))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('of nothing says nothing', () => {
    const unpacked = unpackUsage(packUsage(new UserUsage()));
    expect(unpacked.isIdle).toBe(true);
    expect(unpacked.snapshot()).toEqual(new UserUsage().snapshot());
  });
});

/** Does all that can be done to a usage, at a time when much of it counts and when nothing does any more. */
function use(usage: UserUsage): readonly unknown[] {
  const seen: unknown[] = [];
  for (const now of [START + 600_000, START + DAY_MS + 1_000_000]) {
    usage.expire(now);
    seen.push(usage.refusal({ limits: SMALL, estimateNanoUsd: 1 }, now)?.retryAfterMs ?? 0);
    const [first, second] = [1, 2].map(() =>
      usage.reserve({ userId: 'ann', estimateNanoUsd: 7, leaseMs: 900_000 }, now),
    );
    if (first) usage.settle(first, 9, now);
    if (second) usage.release(second, now);
    usage.record(1, now);
    const { hourly, daily, budget, concurrent } = usage.snapshot();
    seen.push(hourly.used, daily.used, budget.used, concurrent.used, packUsage(usage).length);
  }
  return seen;
}

/** What comes of bytes that may be anything. */
function fateOf(bytes: Buffer): string {
  const usage = read(bytes);
  if (usage instanceof UserUsage) return use(usage).every((seen) => isCount(seen)) ? 'usable' : 'useless';
  return isCorrupt(usage) ? 'refused' : String(usage);
}

function read(bytes: Buffer): unknown {
  try {
    return unpackUsage(bytes);
  } catch (error) {
    return error;
  }
}

const isCount = (seen: unknown) => Number.isSafeInteger(seen) && Number(seen) >= 0;
const isCorrupt = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'STORED_STATE_CORRUPT';

describe.each([
  ['nothing', []],
  ['few requests', few],
  ['many requests', many],
])('a corrupt usage of %s', (_, steps) => {
  const packed = packUsage(usageAfter(steps));

  it('is refused when its end is missing, or something follows', () => {
    const cuts = Array.from({ length: packed.length }, (__, length) => packed.subarray(0, length));
    const longer = [Buffer.concat([packed, Buffer.from([0])]), Buffer.concat([packed, packed])];
    expect([...cuts, ...longer].filter((bytes) => fateOf(bytes) !== 'refused')).toEqual([]);
  });

  it('is refused or can be used when any byte is another', () => {
    const fates = new Map<string, number>();
    for (let position = 0; position < packed.length; position++) {
      for (const change of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
        const bytes = Buffer.from(packed);
        bytes.writeUInt8(bytes.readUInt8(position) ^ change, position);
        const fate = fateOf(bytes);
        fates.set(fate, (fates.get(fate) ?? 0) + 1);
      }
    }
    expect([...fates.keys()].filter((fate) => fate !== 'refused' && fate !== 'usable')).toEqual([]);
    expect(fates.get('refused')).toBeGreaterThan(0.8 * packed.length * 9);
  });

  it('is refused or can be used when bytes are swapped, doubled or lost', () => {
    fc.assert(
      fc.property(fc.nat(packed.length), fc.nat(12), fc.nat(packed.length), (from, length, to) => {
        const moved = packed.subarray(from, from + length);
        const bytes = Buffer.concat([packed.subarray(0, to), moved, packed.subarray(to)]);
        const without = Buffer.concat([packed.subarray(0, from), packed.subarray(from + length)]);
        expect(['refused', 'usable']).toContain(fateOf(bytes));
        expect(['refused', 'usable']).toContain(fateOf(without));
      }),
      { numRuns: 300 },
    );
  });
});

it('bytes that never were a usage are refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400, size: 'max' }), (bytes) => {
      expect(fateOf(Buffer.from(bytes))).toBe('refused');
      expect(fateOf(Buffer.from([1, ...bytes]))).toBe('refused');
    }),
  );
});
