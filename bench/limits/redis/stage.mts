import type * as Core from '../../../core/index.ts';
import type { Contestant } from '../contestants/contestant.mts';
import { onRedis } from '../contestants/onRedis.mts';
import type { Work } from '../speed/nanoseconds.mts';
import { admit, COST_USD, cycle, look, type Operation } from '../speed/operations.mts';
import { Population, userIdsOf } from '../speed/population.mts';
import { AMPLE } from '../speed/scene.mts';

const FEW = 3;
const MANY = 256;

/** How many users there are of each kind. */
export interface Cast {
  /** With three requests in the day. */
  readonly calm: number;
  /** With 0 to 255 requests in the day: what a full state costs now and then is spread over all moments. */
  readonly busy: number;
}

/** Limiters on one Redis with users who have a past. */
export interface Stage {
  /** By name. */
  readonly works: ReadonlyMap<string, Work>;
  readonly close: () => Promise<void>;
}

export async function stageOn(core: typeof Core, url: string, cast: Cast): Promise<Stage> {
  const { own, peer } = onRedis(core, url);
  const calm = await populationOf(own, 'calm', cast.calm, () => FEW);
  const busy = await populationOf(own, 'busy', cast.busy, (place) => place % MANY);
  const peers = await populationOf(peer, 'calm', cast.calm, () => FEW);
  const ownWorks = [look, admit, cycle].flatMap((operation) => [
    [ofCalm(operation), operation.workOn(calm)] as const,
    [ofBusy(operation), operation.workOn(busy)] as const,
  ]);
  return {
    works: new Map([...ownWorks, [`peer: ${admit.name}`, admit.workOn(peers)]]),
    close: async () => {
      for (const population of [calm, busy, peers]) await population.disband();
    },
  };
}

export function ofCalm({ name }: Operation): string {
  return `ours: ${name}`;
}

export function ofBusy({ name }: Operation): string {
  return `ours: ${name}, busy users`;
}

async function populationOf(
  contestant: Contestant,
  kind: string,
  size: number,
  requestsOf: (place: number) => number,
): Promise<Population> {
  const userIds = userIdsOf(size).map((userId) => `${kind}-${userId}`);
  const population = new Population(contestant.open(AMPLE), userIds);
  await population.admitTogether(requestsOf, COST_USD);
  return population;
}
