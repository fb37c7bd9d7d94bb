import type { Contestant, Limits } from '../contestants/contestant.mts';
import { DAY_MS } from '../judge/oracle.mts';
import type { SimulatedTime } from '../time/simulatedTime.mts';
import { COST_USD } from './operations.mts';
import { Population, userIdsOf } from './population.mts';

/** The same users with the same past, once for each limiter, under the limiter's name. */
export interface Scene {
  readonly name: string;
  readonly size: number;
  readonly populations: ReadonlyMap<string, Population>;
}

/** Limits that never bind, up to the largest that ours takes. */
export const AMPLE: Limits = {
  requestsPerHour: 1_000_000_000,
  requestsPerDay: 1_000_000_000,
  dailyBudget: 1_000_000,
};

/** So many users with so many requests each, all of this moment. */
export async function crowd(
  contestants: readonly Contestant[],
  size: number,
  requests: number,
): Promise<Scene> {
  const populations = new Map<string, Population>();
  for (const contestant of contestants) {
    const population = new Population(contestant.open(AMPLE), userIdsOf(size));
    await population.admitEach(requests, COST_USD);
    populations.set(contestant.name, population);
  }
  return { name: `${size.toLocaleString('en')} ${size === 1 ? 'user' : 'users'}`, size, populations };
}

export function longDayOf(requests: number): string {
  return `${requests.toLocaleString('en')} requests in the day`;
}

/** One user whose requests were spread evenly over the day that ends now. */
export async function longDay(
  contestants: readonly Contestant[],
  limits: Limits,
  requests: number,
  time: SimulatedTime,
): Promise<Scene> {
  const morning = time.now();
  const populations = new Map<string, Population>();
  for (const contestant of contestants) {
    time.moveTo(morning);
    const population = new Population(contestant.open(limits, time), ['user']);
    for (let request = 1; request <= requests; request += 1) {
      time.moveTo(morning + Math.floor((request * DAY_MS) / (requests + 1)));
      await population.admitEach(1, COST_USD);
    }
    populations.set(contestant.name, population);
  }
  return { name: longDayOf(requests), size: 1, populations };
}

/** @throws Error when a limiter still lets somebody in */
export async function assertAllRefuse({ name, populations }: Scene): Promise<void> {
  for (const [limiter, population] of populations) {
    const { allowed } = await population.next.admit(COST_USD);
    if (allowed) throw new Error(`${limiter} admits a request beyond ${name}.`);
  }
}

export async function disband({ populations }: Scene): Promise<void> {
  for (const population of populations.values()) await population.disband();
}
