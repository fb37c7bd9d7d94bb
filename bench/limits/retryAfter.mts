import { loadCore } from '../engineOverhead/workload.mts';
import type { Effort } from '../support/effort.mts';
import { median } from '../support/statistics.mts';
import type { Table } from '../support/table.mts';
import { type Patience, replayPatiently } from './judge/patientReplay.mts';
import { type Outcome, playAll, seedsFor } from './judge/tournament.mts';

/** Whether a client that waits for exactly as long as it is told gets in, and how much longer than needed it waited. */
export async function retryAfter(effort: Effort): Promise<Table> {
  return tableOf(await playAll(await loadCore(), seedsFor(effort), replayPatiently));
}

function tableOf(outcomes: readonly Outcome<Patience>[]): Table {
  const own = joined(outcomes.filter(({ isOwn }) => isOwn).flatMap(({ results }) => results));
  return {
    title: 'Retry-after: a client that waits for what it is told, on the same traces',
    columns: ['', 'refusals', 'without a time', 'refused again', 'wait beyond exact: median s', 'longest s'],
    rows: outcomes.map(({ tier, contestant, results }) => [
      `${tier.name} ${contestant.name}`,
      ...cellsOf(joined(results)),
    ]),
    remark:
      `Ours: of ${String(own.refusals)} refusals ${String(own.withoutWait)} named no time (target: 0) and ` +
      `${String(own.refusedAgain)} were refused again (target: 0). Waits are held against an exact window over what ` +
      'the limiter itself let in: below 0 it had let in too much.',
  };
}

function cellsOf({ refusals, withoutWait, refusedAgain, excessMs }: Patience): readonly string[] {
  return [
    String(refusals),
    String(withoutWait),
    String(refusedAgain),
    ...[median(excessMs), Math.max(...excessMs)].map((ms) => (ms / 1_000).toFixed(1)),
  ];
}

function joined(all: readonly Patience[]): Patience {
  return {
    refusals: sumOf(all, ({ refusals }) => refusals),
    withoutWait: sumOf(all, ({ withoutWait }) => withoutWait),
    refusedAgain: sumOf(all, ({ refusedAgain }) => refusedAgain),
    excessMs: all.flatMap(({ excessMs }) => excessMs),
  };
}

function sumOf(all: readonly Patience[], amountOf: (one: Patience) => number): number {
  return all.reduce((sum, one) => sum + amountOf(one), 0);
}
