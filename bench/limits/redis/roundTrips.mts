import type * as Core from '../../../core/index.ts';
import { Relay } from './relay.mts';
import { stageOn } from './stage.mts';

const CALLS = 10;
const CAST = { calm: 2, busy: 2 };

/** How often each of the stage's works waits for Redis, by name. */
export async function roundTripsOn(core: typeof Core, url: string): Promise<ReadonlyMap<string, number>> {
  const relay = await Relay.start(Number(new URL(url).port));
  const stage = await stageOn(core, relay.url, CAST);
  const trips = new Map<string, number>();
  for (const [name, work] of stage.works) {
    // Redis may hear of the script for the first time.
    await work();
    const before = relay.roundTrips;
    for (let call = 0; call < CALLS; call += 1) await work();
    trips.set(name, (relay.roundTrips - before) / CALLS);
  }
  await stage.close();
  await relay.stop();
  return trips;
}
