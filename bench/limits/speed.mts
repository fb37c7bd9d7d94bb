import { loadCore } from '../engineOverhead/workload.mts';
import type { Effort } from '../support/effort.mts';
import type { Table } from '../support/table.mts';
import { type Field, inMemory } from './contestants/inMemory.mts';
import { type Line, timed } from './speed/line.mts';
import { admit, cycle, look, type Operation, refusedAdmit, refusedLook } from './speed/operations.mts';
import { AMPLE, assertAllRefuse, crowd, disband, longDay, longDayOf, type Scene } from './speed/scene.mts';
import { inSimulatedTime } from './time/simulatedTime.mts';
import { TRACE_START } from './traces/trace.mts';

const CROWDS = [1, 10_000, 100_000];
const REQUESTS_EACH = 10;
const FEW = 10;
const MANY = 20_000;

/**
 * Nanoseconds a call in one process: one user, many users, and a user with a long day. `look` asks without counting,
 * `admit` asks and counts, which is what the peers' own call does.
 */
export async function speed(effort: Effort): Promise<Table> {
  const field = inMemory(await loadCore());
  const crowds = await linesOfCrowds(field, effort);
  const days = await linesOfDays(field, effort);
  return tableOf(field, crowds, days);
}

async function linesOfCrowds(field: Field, effort: Effort): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const size of CROWDS) {
    const scene = await crowd([field.own, ...field.peers], size, effort.quick ? 1 : REQUESTS_EACH);
    lines.push(...(await linesOf(scene, [look, admit, cycle], field, effort)));
  }
  return lines;
}

function linesOfDays(field: Field, effort: Effort): Promise<readonly Line[]> {
  const contestants = [field.own, ...field.peers];
  return inSimulatedTime(TRACE_START, async (time) => {
    const lines: Line[] = [];
    for (const requests of [FEW, MANY]) {
      const day = await longDay(contestants, AMPLE, requests, time);
      lines.push(...(await linesOf(day, [look, cycle], field, effort)));
    }
    const spentDay = await longDay(contestants, { ...AMPLE, requestsPerDay: MANY }, MANY, time);
    await assertAllRefuse(spentDay);
    return [...lines, ...(await linesOf(spentDay, [refusedLook, refusedAdmit], field, effort))];
  });
}

async function linesOf(
  scene: Scene,
  operations: readonly Operation[],
  field: Field,
  effort: Effort,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const operation of operations) lines.push(await timed(scene, operation, field, effort));
  await disband(scene);
  return lines;
}

function tableOf({ own, peers }: Field, crowds: readonly Line[], days: readonly Line[]): Table {
  const [shortDay, fullDay] = [FEW, MANY].map((requests) =>
    days.find(({ scene, operation }) => scene === longDayOf(requests) && operation === look.name),
  );
  const growth = (fullDay?.own ?? NaN) / (shortDay?.own ?? NaN);
  return {
    title: 'Limits in one process: nanoseconds a call, medians of rounds in turn',
    columns: [
      '',
      'Map.get',
      own.name,
      ...peers.map(({ name }) => name),
      'fastest peer / ours',
      'ours / Map.get',
    ],
    rows: [...crowds, ...days].map((line) => [
      `${line.scene}: ${line.operation}`,
      ...[line.floor, line.own, ...line.peers].map((nanoseconds) => nanoseconds.toFixed(0)),
      line.fastestPeerByOwn.toFixed(1),
      (line.own / line.floor).toFixed(1),
    ]),
    remark:
      `With 1 to 100,000 users ours looks at least ${leastIn(crowds, look)} times as fast as the fastest peer and ` +
      `admits ${leastIn(crowds, admit)} times as fast (target: at least 1). A look at a user with ` +
      `${MANY.toLocaleString('en')} requests takes ${growth.toFixed(1)} times as long as at one with ${String(FEW)} ` +
      '(target: about 1).',
  };
}

function leastIn(lines: readonly Line[], wanted: Operation): string {
  const ofWanted = lines.filter(({ operation }) => operation === wanted.name);
  return Math.min(...ofWanted.map(({ fastestPeerByOwn }) => fastestPeerByOwn)).toFixed(1);
}
