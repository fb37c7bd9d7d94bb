import { heap } from './batch/heap.mts';
import { overhead } from './batch/overhead.mts';
import { speed } from './batch/speed.mts';
import type { Effort } from './support/effort.mts';
import type { Table } from './support/table.mts';

/** A batch's numbers: how close it comes to what a provider takes, what it costs a call, and what memory it needs. */
export const batch: ReadonlyMap<string, (effort: Effort) => Promise<Table>> = new Map([
  ['batch/speed', speed],
  ['batch/overhead', overhead],
  ['batch/heap', heap],
]);
