import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../core/index.ts';
import type { ProviderTraits, SimulatedProvider } from '../../test/core/batch/support/simulatedProvider.ts';
import { loadCore } from '../engineOverhead/workload.mts';
import type { Effort } from '../support/effort.mts';
import { percent } from '../support/percent.mts';
import { median } from '../support/statistics.mts';
import type { Table } from '../support/table.mts';
import { own, pLimitQueue, pQueue, type Contestant } from './contestants.mts';

const ROUNDS = 3;
const AT_ONCE = 10;
/** The provider is that much faster than in life. */
const FASTER = 20;

interface Scenario {
  readonly name: string;
  /** As in life. */
  readonly traits: ProviderTraits;
}

const faults: ProviderTraits = { shareOfFaults: 0.02, shareHung: 0.005 };

const scenarios: readonly Scenario[] = [
  { name: '64 at once', traits: { cap: 64 } },
  { name: '16 at once, 1,800 a minute', traits: { cap: 16, callsPerMinute: 1800, burst: 30, ...faults } },
  { name: '600 a minute', traits: { cap: 64, callsPerMinute: 600, burst: 10, ...faults } },
  { name: '5 at once', traits: { cap: 5, ...faults } },
];

interface Round {
  readonly timesIdeal: number;
  readonly answered: number;
  readonly refused: number;
}

/**
 * The time that a batch takes, by the least that any client needs with this provider: what it works on calls by how many
 * it works on at once, the calls by its rate, or the longest call. Calls take 400 ms (median; lognormal, sigma 0.5) by 20.
 */
export async function speed({ quick }: Effort): Promise<Table> {
  const core = await loadCore();
  const contestants = [
    pLimitQueue(AT_ONCE),
    pQueue(AT_ONCE),
    own(core, 'parallel', AT_ONCE),
    own(core, 'adaptive'),
  ];
  const sizes = quick ? [100] : [10, 100, 1000];
  const rows: string[][] = [];
  for (const { name, traits } of scenarios) {
    for (const size of sizes) {
      const cells: string[] = [];
      for (const contestant of contestants)
        cells.push(await cellOf(contestant, traits, size, quick ? 1 : ROUNDS));
      rows.push([`${name}: ${size.toLocaleString('en')} queries`, ...cells]);
    }
  }
  return {
    title: `Batches: times the ideal, median of ${String(ROUNDS)} (share answered; share of calls refused)`,
    columns: ['', ...contestants.map(({ name }) => name)],
    rows,
    remark:
      'Targets for adaptive: 1.10 at 1,000 and 1.5 at 100, with 64 at once 1.25 and 2; at most 10 % refused at 1,000.',
  };
}

async function cellOf(
  contestant: Contestant,
  traits: ProviderTraits,
  size: number,
  rounds: number,
): Promise<string> {
  const played: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) played.push(await play(contestant, traits, size, round));
  const figure = median(played.map(({ timesIdeal }) => timesIdeal)).toFixed(2);
  const answered = median(played.map((round) => round.answered));
  const refused = median(played.map((round) => round.refused));
  return `${figure} (${percent(answered)}; ${percent(refused)})`;
}

async function play(
  contestant: Contestant,
  traits: ProviderTraits,
  size: number,
  seed: number,
): Promise<Round> {
  const provider = await providerOf(traits, seed);
  const queries = Array.from({ length: size }, (_, index) => index);
  const startedAt = performance.now();
  const answered = await contestant.answer(queries, (query, signal) =>
    provider.call(query, signal, () => undefined),
  );
  const ms = performance.now() - startedAt;
  return {
    timesIdeal: ms / provider.idealMs(size),
    answered: answered / size,
    refused: provider.refused / provider.calls,
  };
}

async function providerOf(traits: ProviderTraits, seed: number): Promise<SimulatedProvider> {
  const { randomFrom, SimulatedProvider } =
    await import('../../test/core/batch/support/simulatedProvider.ts');
  const fast: ProviderTraits = {
    ...traits,
    callsPerMinute: (traits.callsPerMinute ?? Infinity) * FASTER,
    medianMs: 400 / FASTER,
    networkMs: 0,
    refusalMs: 30 / FASTER,
    retryAfterMs: 1000 / FASTER,
  };
  return new SimulatedProvider(clock, fast, randomFrom(seed));
}

const clock: Clock = {
  now: () => performance.now(),
  sleep: async (ms, signal) => {
    await setTimeout(ms, undefined, { signal });
  },
};
