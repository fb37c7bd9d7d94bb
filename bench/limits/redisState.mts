import { Redis } from 'ioredis';
import { loadCore } from '../engineOverhead/workload.mts';
import type { Table } from '../support/table.mts';
import type { Contestant, Limits } from './contestants/contestant.mts';
import { onRedis } from './contestants/onRedis.mts';
import { withRedis } from './redis/withRedis.mts';
import { type Day, endings, inBursts, targets } from './state/day.mts';
import { playDay } from './state/playDay.mts';

const MEAN_COST_USD = 0.001234;
const LIMITS: Limits = { requestsPerHour: 20_000, requestsPerDay: 20_000, dailyBudget: 1_000 };

/**
 * What Redis itself says that the keys of one user take, names and all. Its clock is real: the requests of the day come
 * as fast as they can. The peer is rate-limiter-flexible.
 */
export async function redisState(): Promise<Table> {
  const core = await loadCore();
  return withRedis(async (url) => {
    const { own, peer } = onRedis(core, url);
    const client = new Redis(url);
    const rows: (readonly string[])[] = [];
    let largestShare = 0;
    for (const { requests, bytes: target } of targets) {
      for (const { name, isSettled } of endings) {
        const day = { requests, spread: inBursts, isSettled, meanCostUsd: MEAN_COST_USD };
        const ownBytes = await bytesOf(own, day, client);
        const peerBytes = await bytesOf(peer, day, client);
        largestShare = Math.max(largestShare, ownBytes / target);
        rows.push([
          `${requests.toLocaleString('en')}, ${name}`,
          ...[ownBytes, peerBytes].map(String),
          (ownBytes / target).toFixed(2),
        ]);
      }
    }
    await client.quit();
    return {
      title: 'State of a user in Redis: MEMORY USAGE of all keys, in bytes',
      columns: ['requests in the day', own.name, peer.name, 'ours / target'],
      rows,
      remark: `Ours takes at most ${largestShare.toFixed(2)} of the target.`,
    };
  });
}

/** Empties the database first. */
async function bytesOf(contestant: Contestant, day: Day, client: Redis): Promise<number> {
  await client.flushdb();
  const limiter = contestant.open(LIMITS);
  await playDay(limiter.userOf('user-1'), day);
  const usages = await Promise.all(
    (await client.keys('*')).map((key) => client.memory('USAGE', key, 'SAMPLES', 0)),
  );
  await limiter.close();
  return usages.reduce<number>((sum, usage) => sum + (usage ?? 0), 0);
}
