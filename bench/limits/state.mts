import { loadCore } from '../engineOverhead/workload.mts';
import type { Table } from '../support/table.mts';
import type { Contestant, LocalLimiter } from './contestants/contestant.mts';
import { inMemory } from './contestants/inMemory.mts';
import { type Day, endings, evenly, inBursts, targets } from './state/day.mts';
import { largestStateOf } from './state/largestState.mts';

const COSTS_USD = [0.000001, 0.001234, 0.0123];

/** A kind of day, and how many bytes a user's state may take in it. */
interface Case extends Omit<Day, 'meanCostUsd'> {
  readonly name: string;
  readonly target: number;
}

const cases: readonly Case[] = targets.flatMap(({ requests, bytes: target }) =>
  [
    { name: 'evenly', spread: evenly },
    { name: 'in bursts', spread: inBursts },
  ].flatMap(({ name, spread }) =>
    endings.map((ending) => ({
      name: `${requests.toLocaleString('en')} ${name}, ${ending.name}`,
      target,
      requests,
      spread,
      isSettled: ending.isSettled,
    })),
  ),
);

interface Line {
  readonly name: string;
  readonly target: number;
  /** The largest state, for each of the costs. */
  readonly bytes: readonly number[];
}

/**
 * What has to be persisted of an active user: the largest state of a day, in bytes of text. The peers' fixed windows and
 * buckets hold a few numbers whatever comes, at the price that limits/accuracy shows.
 */
export async function state(): Promise<Table> {
  const { own, peers } = inMemory(await loadCore());
  const ownLines: Line[] = [];
  for (const given of cases) ownLines.push(await lineOf(own, given));
  const peerLines: Line[] = [];
  for (const peer of peers) {
    for (const given of cases.filter(({ name }) => name.endsWith('evenly, settled'))) {
      peerLines.push(await lineOf(peer, given));
    }
  }
  return tableOf(ownLines, peerLines);
}

async function lineOf(contestant: Contestant<LocalLimiter>, given: Case): Promise<Line> {
  const bytes: number[] = [];
  for (const meanCostUsd of COSTS_USD) {
    bytes.push(await largestStateOf(contestant, { ...given, meanCostUsd }));
  }
  return { name: `${contestant.name}: ${given.name}`, target: given.target, bytes };
}

function tableOf(ownLines: readonly Line[], peerLines: readonly Line[]): Table {
  const worst = targets.map(({ requests, bytes: target }) => {
    const lines = ownLines.filter((line) => line.target === target);
    const largest = Math.max(...lines.flatMap(({ bytes }) => bytes));
    return `${String(largest)} at ${requests.toLocaleString('en')} requests (target: at most ${String(target)})`;
  });
  return {
    title: 'State of a user as persisted: the largest of a day, in bytes, by the mean cost of a request',
    columns: ['requests in the day', ...COSTS_USD.map((cost) => `$${String(cost)}`), 'largest / target'],
    rows: [...ownLines, ...peerLines].map(({ name, target, bytes }) => [
      name,
      ...bytes.map(String),
      (Math.max(...bytes) / target).toFixed(2),
    ]),
    remark: `Ours takes at most ${worst.join(' and ')}.`,
  };
}
