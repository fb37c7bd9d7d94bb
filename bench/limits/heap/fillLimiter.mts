import type * as Core from '../../../core/index.ts';
import { inMemory } from '../contestants/inMemory.mts';
import { DAY_MS } from '../judge/oracle.mts';
import { COST_USD } from '../speed/operations.mts';
import { Population, userIdsOf } from '../speed/population.mts';
import { AMPLE } from '../speed/scene.mts';
import { inSimulatedTime } from '../time/simulatedTime.mts';
import { TRACE_START } from '../traces/trace.mts';
import { growthBy } from './growth.mts';
import type { LimiterJob } from './job.mts';

/** Bytes a user, when the requests of each were spread evenly over a day. What a caller holds of a user is not among them. */
export function fillLimiter(
  core: typeof Core,
  { limiter: name, users, requests }: LimiterJob,
): Promise<number> {
  const { own, peers } = inMemory(core);
  const contestant = [own, ...peers].find((known) => known.name === name);
  if (contestant === undefined) throw new RangeError(`There is no limiter "${name}".`);
  return inSimulatedTime(TRACE_START, async (time) => {
    const warmUp = new Population(contestant.open(AMPLE, time), userIdsOf(100));
    await warmUp.admitEach(20, COST_USD);
    await warmUp.disband();
    const population = new Population(contestant.open(AMPLE, time), userIdsOf(users));
    const bytes = await growthBy(async () => {
      for (let request = 1; request <= requests; request += 1) {
        time.moveTo(TRACE_START + Math.floor((request * DAY_MS) / (requests + 1)));
        await population.admitEach(1, COST_USD);
      }
      return population;
    });
    return bytes / users;
  });
}
