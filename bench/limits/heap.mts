import { loadCore } from '../engineOverhead/workload.mts';
import type { Effort } from '../support/effort.mts';
import type { Table } from '../support/table.mts';
import { inMemory } from './contestants/inMemory.mts';
import { heapBytesAUser } from './heap/measure.mts';

const LOG_ENTRY_BYTES = 16;

const cases = [
  { users: 10_000, requests: 10 },
  { users: 50, requests: 20_000 },
];

/** Heap that a user takes in this process, for users with few and with many requests in the day. */
export async function heap({ quick }: Effort): Promise<Table> {
  const { own, peers } = inMemory(await loadCore());
  const names = [own, ...peers].map(({ name }) => name);
  const rows: (readonly string[])[] = [];
  for (const { users, requests } of cases) {
    const bytes: number[] = [];
    for (const limiter of names) {
      bytes.push(
        await heapBytesAUser({ kind: 'limiter', limiter, users: quick ? users / 10 : users, requests }),
      );
    }
    const cells = [...bytes, requests * LOG_ENTRY_BYTES].map((count) => count.toFixed(0));
    rows.push([`${requests.toLocaleString('en')} requests in the day`, ...cells]);
  }
  return {
    title: 'Heap bytes a user, each limiter in a fresh process',
    columns: ['', ...names, 'log of all requests'],
    rows,
    remark: `A log of all requests is exact and grows with them: ${String(LOG_ENTRY_BYTES)} bytes of time and cost each.`,
  };
}
