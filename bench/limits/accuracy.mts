import { loadCore } from '../engineOverhead/workload.mts';
import type { Effort } from '../support/effort.mts';
import type { Table } from '../support/table.mts';
import { joined, type Judgement, replay } from './judge/replay.mts';
import { type Outcome, playAll, seedsFor } from './judge/tournament.mts';

const TARGET_SHARE = 0.01;

/**
 * Decisions on bursty days held against an exact sliding window: how often a limit was exceeded in any hour or day, and
 * what was refused that an exact limiter admits. In the same simulated time, on the same arrivals, for all limiters.
 */
export async function accuracy(effort: Effort): Promise<Table> {
  const seeds = seedsFor(effort);
  return tableOf(await playAll(await loadCore(), seeds, replay), seeds.length);
}

function tableOf(outcomes: readonly Outcome<Judgement>[], seeds: number): Table {
  const own = outcomes.filter(({ isOwn }) => isOwn).map(({ results }) => joined(results));
  const { beyond, admitted, due } = joined(own);
  return {
    title: `Accuracy: 48 hours of bursts, ${String(seeds)} x 4 traces a tier, against an exact sliding window`,
    columns: [
      '',
      'due',
      'admitted',
      'of due refused',
      'worst trace',
      'beyond a limit',
      'fullest hour',
      'fullest day',
      'fullest $',
    ],
    rows: outcomes.map(rowOf),
    remark:
      `Ours: ${String(beyond)} admissions beyond a limit (target: 0); of what an exact limiter admits at most ` +
      `${percent(Math.max(...own.map(refusedOfDue)))} of a tier refused at that moment (target: at most ` +
      `${percent(TARGET_SHARE)}); ${percent(admitted / due)} as many admitted in all.`,
  };
}

function rowOf({ tier, contestant, results }: Outcome<Judgement>): readonly string[] {
  const judgement = joined(results);
  const { due, admitted, beyond, fullest } = judgement;
  return [
    `${tier.name} ${contestant.name}`,
    String(due),
    String(admitted),
    percent(refusedOfDue(judgement)),
    percent(Math.max(...results.map(refusedOfDue))),
    String(beyond),
    ...[fullest.hour, fullest.day, fullest.budget].map(percent),
  ];
}

function refusedOfDue(judgement: Judgement): number {
  return judgement.refusedOfDue / judgement.due;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
