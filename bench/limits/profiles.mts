import type * as Core from '../../core/index.ts';
import { loadCore } from '../engineOverhead/workload.mts';
import type { Effort } from '../support/effort.mts';
import { median } from '../support/statistics.mts';
import type { Table } from '../support/table.mts';
import { heapBytesAUser } from './heap/measure.mts';
import { Measurements } from './measurements.mts';
import { furnishingOf } from './profiles/furnishing.mts';
import { nanosecondsACall, type Work } from './speed/nanoseconds.mts';

const TARGET_MICROSECONDS = 100;
const TARGET_BYTES = 1_024;
const USERS = 10_000;
const USER_ID = 'user-123';
const COST_USD = 0.005;

/** What a request pays for knowing who asks: making a profile, finding it in a cache, checking its limits. */
export async function profiles({ quick }: Effort): Promise<Table> {
  const works = worksOf(await loadCore());
  const sliceMs = quick ? 3 : 12;
  const measured = await Measurements.inTurn(
    quick ? 3 : 11,
    new Map([...works].map(([name, work]) => [name, () => nanosecondsACall(work, sliceMs)])),
  );
  const bare = await heapBytesAUser({ kind: 'profiles', users: USERS, furnished: false });
  const furnished = await heapBytesAUser({ kind: 'profiles', users: USERS, furnished: true });
  const microseconds = measured.names.map((name) => median(measured.of(name)) / 1_000);
  return {
    title: `Profiles: microseconds a call, and bytes in a cache of ${USERS.toLocaleString('en')} users`,
    columns: ['', 'measured', 'target', 'measured / target'],
    rows: [
      ...measured.names.map((name, index) => rowOf(name, microseconds[index] ?? NaN, TARGET_MICROSECONDS)),
      rowOf('bytes a user: a tier and nothing else', bare, TARGET_BYTES),
      rowOf('bytes a user: with preferences', furnished, TARGET_BYTES),
    ],
    remark:
      `At most ${(Math.max(...microseconds) / TARGET_MICROSECONDS).toFixed(3)} of the ` +
      `${String(TARGET_MICROSECONDS)} microseconds that each may take.`,
  };
}

function worksOf(core: typeof Core): ReadonlyMap<string, Work> {
  const furnishing = furnishingOf(USER_ID);
  const profile = core.createUserProfile('PRO', USER_ID);
  const manager = new core.UserProfileManager({ load: () => profile });
  const limiter = new core.RateLimiter();
  return new Map<string, Work>([
    ['createUserProfile', () => core.createUserProfile('PRO', USER_ID)],
    ['createUserProfile with preferences', () => core.createUserProfile('PRO', USER_ID, furnishing)],
    ['UserProfileManager.getProfile, cached', () => manager.getProfile(USER_ID)],
    ['checkRateLimit', () => limiter.checkRateLimit(profile, COST_USD)],
    ['both of these', async () => limiter.checkRateLimit(await manager.getProfile(USER_ID), COST_USD)],
  ]);
}

function rowOf(what: string, measured: number, target: number): readonly string[] {
  return [what, measured.toFixed(measured < 10 ? 2 : 0), String(target), (measured / target).toFixed(3)];
}
