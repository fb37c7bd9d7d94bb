import { Redis } from 'ioredis';
import { loadCore } from '../engineOverhead/workload.mts';
import type { Effort } from '../support/effort.mts';
import { median, quantile } from '../support/statistics.mts';
import type { Table } from '../support/table.mts';
import { Measurements, ratios } from './measurements.mts';
import { roundTripsOn } from './redis/roundTrips.mts';
import { ofBusy, ofCalm, stageOn } from './redis/stage.mts';
import { callsPerSecond } from './redis/throughput.mts';
import { withRedis } from './redis/withRedis.mts';
import type { Work } from './speed/nanoseconds.mts';
import { admit, look } from './speed/operations.mts';

const CALLERS = [1, 16, 64];
const MOST_CALLERS = 64;
const TARGET_LOOK = 0.9;
const TARGET_ADMIT = 0.5;
const CAST = { calm: 2_000, busy: 512 };
const NO_OP = 'EVALSHA that does nothing';

/**
 * Decisions a second on one Redis over loopback, as a share of what a bare ioredis gets through of a script that does
 * nothing. That client writes each call by itself; who writes several at once can come out above 1. The peer is
 * rate-limiter-flexible.
 */
export async function redis({ quick }: Effort): Promise<Table> {
  const core = await loadCore();
  return withRedis(async (url) => {
    const roundTrips = await roundTripsOn(core, url);
    const bare = new Redis(url);
    const nothing = await doingNothing(bare);
    const lines: Line[] = [];
    for (const callers of CALLERS) {
      await bare.flushdb();
      const stage = await stageOn(core, url, CAST);
      const works = new Map([[NO_OP, nothing], ...stage.works]);
      lines.push(...linesOf(callers, await measure(works, callers, quick)));
      await stage.close();
    }
    await bare.quit();
    return tableOf(lines, roundTrips);
  });
}

async function doingNothing(client: Redis): Promise<Work> {
  const sha = String(await client.script('LOAD', 'return 1'));
  return () => client.evalsha(sha, 1, 'no-op');
}

function measure(works: ReadonlyMap<string, Work>, callers: number, quick: boolean): Promise<Measurements> {
  const sliceMs = quick ? 40 : 120;
  return Measurements.inTurn(
    quick ? 3 : 7,
    new Map([...works].map(([name, work]) => [name, () => callsPerSecond(work, callers, sliceMs)])),
  );
}

/** One work with so many callers at once. */
interface Line {
  readonly callers: number;
  readonly name: string;
  readonly perSecond: number;
  /** Of what gets through of the script that does nothing, round by round. */
  readonly shares: readonly number[];
}

function linesOf(callers: number, measured: Measurements): readonly Line[] {
  return measured.names.map((name) => ({
    callers,
    name,
    perSecond: median(measured.of(name)),
    shares: ratios(measured.of(name), measured.of(NO_OP)),
  }));
}

function tableOf(lines: readonly Line[], roundTrips: ReadonlyMap<string, number>): Table {
  const shareOf = (wanted: string): string => {
    const line = lines.find(({ callers, name }) => callers === MOST_CALLERS && name === wanted);
    return median(line?.shares ?? []).toFixed(2);
  };
  return {
    title: `Limits on Redis: calls a second, each round as a share of an ${NO_OP}`,
    columns: ['callers at once', 'a second', 'lower quartile', 'median', 'upper quartile', 'round trips'],
    rows: lines.map(({ callers, name, perSecond, shares }) => [
      `${String(callers)} ${name}`,
      perSecond.toFixed(0),
      ...[0.25, 0.5, 0.75].map((part) => quantile(shares, part).toFixed(2)),
      String(roundTrips.get(name) ?? '-'),
    ]),
    remark:
      `At ${String(MOST_CALLERS)} callers a look runs at ${shareOf(ofCalm(look))} of it, for busy users at ` +
      `${shareOf(ofBusy(look))} (target: at least ${String(TARGET_LOOK)}), an admission at ` +
      `${shareOf(ofCalm(admit))} and ${shareOf(ofBusy(admit))} (target: at least ${String(TARGET_ADMIT)}).`,
  };
}
