import { loadCore } from '../engineOverhead/workload.mts';
import type { Effort } from '../support/effort.mts';
import { median } from '../support/statistics.mts';
import type { Table } from '../support/table.mts';
import { own, pLimitQueue, pQueue, type Contestant } from './contestants.mts';

const ROUNDS = 9;
const AT_ONCE = 10;

/** Microseconds that a query costs besides its work, which ends at once. */
export async function overhead({ quick }: Effort): Promise<Table> {
  const core = await loadCore();
  const size = quick ? 1000 : 20_000;
  const queries = Array.from({ length: size }, (_, index) => index);
  const contestants = [
    pLimitQueue(AT_ONCE),
    pQueue(AT_ONCE),
    own(core, 'sequential'),
    own(core, 'parallel', AT_ONCE),
    own(core, 'adaptive'),
  ];
  const times = new Map<Contestant, number[]>(contestants.map((contestant) => [contestant, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [contestant, measured] of times) measured.push(await microseconds(contestant, queries));
  }
  return {
    title: `Batches: microseconds a query besides its work, median of ${String(ROUNDS)} rounds`,
    columns: ['', 'microseconds'],
    rows: [...times].map(([{ name }, measured]) => [name, median(measured).toFixed(1)]),
    remark: 'A model takes a hundred thousand times as long.',
  };
}

async function microseconds({ answer }: Contestant, queries: readonly number[]): Promise<number> {
  const startedAt = performance.now();
  await answer(queries, (query) => Promise.resolve(query));
  return ((performance.now() - startedAt) * 1000) / queries.length;
}
