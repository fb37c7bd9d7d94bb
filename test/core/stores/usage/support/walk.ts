import fc from 'fast-check';
import type { Refusal, UsageLimits } from '../../../../../core/stores/limitStore';
import type { JudgedUsage } from './judgedUsage';

/** Something that happens to a usage. */
export type Step =
  | { readonly kind: 'pass'; readonly ms: number }
  | {
      readonly kind: 'requests';
      readonly times: number;
      /** Between one request and the next. */
      readonly gapMs: number;
      readonly estimateNanoUsd: number;
      readonly leaseMs: number;
    }
  | { readonly kind: 'record'; readonly nanoUsd: number }
  | { readonly kind: 'settle'; readonly which: number; readonly times: number; readonly nanoUsd: number }
  | { readonly kind: 'release'; readonly which: number; readonly times: number };

/** A moment of our days; a power of two behind the point keeps all sums of the walks exact. */
export const START = 1_763_900_000_000.25;

/** Up to 50 cents. */
const nanoUsd = fc.oneof(fc.constant(0), fc.constant(1), fc.nat(50_000_000), fc.nat(500_000_000));
/** From a quarter of a ms to more than a day. */
const pause = fc.oneof(
  fc.constantFrom(0, 0.25, 1, 3_600_000, 86_400_000),
  fc.nat(5_000),
  fc.nat(400_000),
  fc.nat(4_000_000),
  fc.nat(90_000_000),
  fc.nat(40_000).map((quarters) => quarters / 4),
);
const lease = fc.oneof(fc.constantFrom(1, 900_000, 86_400_000), fc.integer({ min: 1, max: 3_600_000 }));
const which = fc.nat(2_000);
const times = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 120 }));

const passing: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('pass'), ms: pause });
const goingBack: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('pass'),
  ms: fc.oneof(fc.integer({ min: -20, max: -1 }), fc.integer({ min: -8_000_000, max: -1 })),
});
const requesting: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('requests'),
      times,
      gapMs: fc.oneof(fc.constant(0), fc.nat(2_000), fc.nat(60_000)),
      estimateNanoUsd: nanoUsd,
      leaseMs: lease,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('record'), nanoUsd }) },
);
const closing: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('settle'), which, times, nanoUsd }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('release'), which, times }) },
);

export const walk = walkOf([4, passing], [9, requesting], [4, closing]);
/** The clock goes back now and then. */
export const walkBackAndForth = walkOf([4, passing], [3, goingBack], [9, requesting], [4, closing]);
/** The same, with no reservation closed. */
export const openWalkBackAndForth = walkOf([4, passing], [3, goingBack], [9, requesting]);

function walkOf(...parts: readonly [weight: number, step: fc.Arbitrary<Step>][]): fc.Arbitrary<Step[]> {
  const step = fc.oneof(...parts.map(([weight, arbitrary]) => ({ weight, arbitrary })));
  return fc.array(step, { maxLength: 60, size: 'max' });
}

const limit = (most: number) => fc.oneof(fc.constant(null), fc.nat(10), fc.nat(most));

export const limitsOfAnyKind: fc.Arbitrary<UsageLimits> = fc.record({
  requestsPerHour: limit(400),
  requestsPerDay: limit(800),
  dailyBudgetNanoUsd: fc.oneof(fc.constant(null), fc.nat(2_000_000_000)),
  concurrentRequests: limit(300),
});

/** All that was refused on the way. */
export function play(steps: readonly Step[], judged: JudgedUsage, limits: UsageLimits): readonly Refusal[] {
  return steps.flatMap((step) => [...refusalsOf(step, judged, limits)]);
}

function* refusalsOf(step: Step, judged: JudgedUsage, limits: UsageLimits): Generator<Refusal> {
  switch (step.kind) {
    case 'pass':
      judged.pass(step.ms);
      return;
    case 'requests':
      for (let request = 0; request < step.times; request++) {
        judged.pass(request === 0 ? 0 : step.gapMs);
        const refusal = judged.request({ ...step, limits });
        if (refusal) yield refusal;
      }
      return;
    case 'record':
      judged.record(step.nanoUsd);
      return;
    case 'settle':
      for (let time = 0; time < step.times; time++) judged.settle(step.which, step.nanoUsd);
      return;
    case 'release':
      for (let time = 0; time < step.times; time++) judged.release(step.which);
  }
}
