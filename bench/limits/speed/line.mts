import type { Effort } from '../../support/effort.mts';
import { median } from '../../support/statistics.mts';
import type { Field } from '../contestants/inMemory.mts';
import { Measurements, ratios } from '../measurements.mts';
import { mapLookUps } from './floor.mts';
import { nanosecondsACall } from './nanoseconds.mts';
import type { Operation } from './operations.mts';
import type { Scene } from './scene.mts';

const FLOOR = 'Map.get';

/** One operation on one scene, by all limiters and by a bare `Map.get`, in nanoseconds a call. */
export interface Line {
  readonly scene: string;
  readonly operation: string;
  readonly floor: number;
  readonly own: number;
  readonly peers: readonly number[];
  /** Above 1 ours is the faster. */
  readonly fastestPeerByOwn: number;
}

export async function timed(
  scene: Scene,
  operation: Operation,
  { own, peers }: Field,
  { quick }: Effort,
): Promise<Line> {
  const subjects = new Map([[FLOOR, mapLookUps(scene.size)]]);
  for (const [name, population] of scene.populations) subjects.set(name, operation.workOn(population));
  const sliceMs = quick ? 3 : 12;
  const measured = await Measurements.inTurn(
    quick ? 3 : 11,
    new Map([...subjects].map(([name, work]) => [name, () => nanosecondsACall(work, sliceMs)])),
  );
  const peerNames = peers.map(({ name }) => name);
  return {
    scene: scene.name,
    operation: operation.name,
    floor: median(measured.of(FLOOR)),
    own: median(measured.of(own.name)),
    peers: peerNames.map((name) => median(measured.of(name))),
    fastestPeerByOwn: median(ratios(measured.lowestOf(peerNames), measured.of(own.name))),
  };
}
