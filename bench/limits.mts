import { accuracy } from './limits/accuracy.mts';
import { concurrency } from './limits/concurrency.mts';
import { heap } from './limits/heap.mts';
import { profiles } from './limits/profiles.mts';
import { redis } from './limits/redis.mts';
import { redisState } from './limits/redisState.mts';
import { retryAfter } from './limits/retryAfter.mts';
import { speed } from './limits/speed.mts';
import { state } from './limits/state.mts';
import type { Effort } from './support/effort.mts';
import type { Table } from './support/table.mts';

/**
 * The rate limiter's numbers: is it exact, is it atomic, is it fast, is it small. Each beside its peers or a physical
 * limit, measured in the same run.
 */
export const limits: ReadonlyMap<string, (effort: Effort) => Promise<Table>> = new Map([
  ['limits/accuracy', accuracy],
  ['limits/retryAfter', retryAfter],
  ['limits/concurrency', concurrency],
  ['limits/speed', speed],
  ['limits/redis', redis],
  ['limits/state', state],
  ['limits/redisState', redisState],
  ['limits/heap', heap],
  ['limits/profiles', profiles],
]);
