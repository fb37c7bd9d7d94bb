import { loadCore } from '../engineOverhead/workload.mts';
import type { Table } from '../support/table.mts';
import { admittedBetween } from './concurrency/processes.mts';
import { admittedHere, COST_USD } from './concurrency/race.mts';
import type { Limits } from './contestants/contestant.mts';
import { type Field, inMemory } from './contestants/inMemory.mts';
import { withRedis } from './redis/withRedis.mts';

const REQUESTS = 200;
const LIMIT = 50;
const PROCESSES = 4;

interface Case {
  readonly name: string;
  readonly limits: Limits;
  readonly knownToPeers: boolean;
}

const AMPLE: Limits = { requestsPerHour: 1_000_000, requestsPerDay: 1_000_000, dailyBudget: 1_000_000 };

const cases: readonly Case[] = [
  { name: 'requests an hour', limits: { ...AMPLE, requestsPerHour: LIMIT }, knownToPeers: true },
  { name: 'requests a day', limits: { ...AMPLE, requestsPerDay: LIMIT }, knownToPeers: true },
  { name: '$ a day', limits: { ...AMPLE, dailyBudget: LIMIT * COST_USD }, knownToPeers: true },
  { name: 'at the same time', limits: { ...AMPLE, concurrentRequests: LIMIT }, knownToPeers: false },
];

/** How many requests got in. Undefined: the limiter has no such limit. */
interface Counts {
  readonly own: number;
  readonly peers: readonly (number | undefined)[];
  readonly ownProcesses: number;
  readonly peerProcesses: number | undefined;
}

/**
 * How many of 200 requests that ask at the same moment, work, and settle get past a limit of 50: in one process, and
 * from four processes that share one Redis.
 */
export async function concurrency(): Promise<Table> {
  const field = inMemory(await loadCore());
  return withRedis(async (url) => {
    const counts = new Map<string, Counts>();
    for (const given of cases) counts.set(given.name, await countsOf(given, field, url));
    return tableOf(field, counts);
  });
}

async function countsOf(
  { name, limits, knownToPeers }: Case,
  { own, peers }: Field,
  url: string,
): Promise<Counts> {
  const race = { userId: name, limits, requests: REQUESTS };
  const job = { ...race, url, requests: REQUESTS / PROCESSES };
  return {
    own: await admittedHere(own, race),
    peers: await Promise.all(
      peers.map(async (peer) => (knownToPeers ? admittedHere(peer, race) : undefined)),
    ),
    ownProcesses: await admittedBetween(PROCESSES, { ...job, contestant: 'own' }),
    peerProcesses: knownToPeers
      ? await admittedBetween(PROCESSES, { ...job, contestant: 'peer' })
      : undefined,
  };
}

function tableOf({ own, peers }: Field, counts: ReadonlyMap<string, Counts>): Table {
  const ours = [...counts.values()].flatMap((count) => [count.own, count.ownProcesses]);
  const exact = ours.filter((admitted) => admitted === LIMIT).length;
  return {
    title: `Concurrency: of ${String(REQUESTS)} requests at once, how many pass a limit of ${String(LIMIT)}`,
    columns: ['limit', own.name, ...peers.map(({ name }) => name), `${own.name}, Redis`, 'peer, Redis'],
    rows: [...counts].map(([name, count]) => [
      name,
      ...[count.own, ...count.peers, count.ownProcesses, count.peerProcesses].map((admitted) =>
        admitted === undefined ? '-' : String(admitted),
      ),
    ]),
    remark:
      `Redis: ${String(PROCESSES)} processes, the peer is rate-limiter-flexible. Ours let exactly ${String(LIMIT)} in ` +
      `in ${String(exact)} of ${String(ours.length)} races (target: all).`,
  };
}
