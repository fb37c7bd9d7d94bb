import type * as Core from '../../../core/index.ts';
import type { Effort } from '../../support/effort.mts';
import type { Contestant, Limits } from '../contestants/contestant.mts';
import { type Field, inMemory } from '../contestants/inMemory.mts';
import { limitedTiers, type Tier } from '../tiers.mts';
import { inSimulatedTime, type SimulatedTime } from '../time/simulatedTime.mts';
import type { Arrival } from '../traces/arrival.mts';
import { TRACE_START } from '../traces/trace.mts';
import { tracesOf } from '../traces/traces.mts';

type Play<R> = (
  contestant: Contestant,
  limits: Limits,
  trace: readonly Arrival[],
  time: SimulatedTime,
) => Promise<R>;

/** What came of the traces of one tier when one limiter decided. */
export interface Outcome<R> {
  readonly tier: Tier;
  readonly contestant: Contestant;
  readonly isOwn: boolean;
  /** One for each trace. */
  readonly results: readonly R[];
}

export function seedsFor({ quick }: Effort): readonly number[] {
  return quick ? [1] : [1, 2, 3];
}

/** Has every limiter play the traces of every tier, each trace from its start and with a user of its own. */
export async function playAll<R>(
  core: typeof Core,
  seeds: readonly number[],
  play: Play<R>,
): Promise<readonly Outcome<R>[]> {
  const outcomes: Outcome<R>[] = [];
  for (const tier of limitedTiers(core)) {
    const traces = seeds.flatMap((seed) => tracesOf(tier.limits, seed));
    for (const [contestant, isOwn] of entrants(inMemory(core))) {
      const results: R[] = [];
      for (const trace of traces) {
        results.push(
          await inSimulatedTime(TRACE_START, (time) => play(contestant, tier.limits, trace, time)),
        );
      }
      outcomes.push({ tier, contestant, isOwn, results });
    }
  }
  return outcomes;
}

function entrants({ own, peers }: Field): readonly (readonly [Contestant, isOwn: boolean])[] {
  return [[own, true], ...peers.map((peer) => [peer, false] as const)];
}
