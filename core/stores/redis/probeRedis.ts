import { randomUUID } from 'node:crypto';
import { z } from 'zod/v3';
import { systemClock, type Clock } from '../../time/clock';
import type { Store } from '../store';
import { partOfCluster } from './connection/faults';
import { OpenConnection } from './connection/openConnection';
import { unavailable } from './connection/redisFault';
import { RedisReplyError } from './connection/redisReplyError';
import { LONGEST_PREFIX, readRedisOptions, type RedisOptions } from './redisOptions';
import { RedisStore } from './redisStore';

/** Who answered, e.g. `redis` 7.2.4; undefined where the server does not tell. */
export interface RedisIdentity {
  readonly name: string | undefined;
  readonly version: string | undefined;
}

const PROBE = ':probe';

const greetingSchema = z.array(z.unknown());

/**
 * Tries out whether a store can live on a Redis: connects, and does what a store does, for a user who is gone afterwards
 * and in a corner of its own under the prefix.
 *
 * @throws {InvalidParameterError} when an option is not what it should be
 * @throws {CascadeError} that says what is wrong with the server
 */
export async function probeRedis(options: RedisOptions, clock: Clock = systemClock): Promise<RedisIdentity> {
  const { server, prefix } = readRedisOptions(options);
  // A cluster that cannot be reached gives no reason: one of its nodes does.
  const node = await OpenConnection.open({ ...server, cluster: false }, clock);
  const greeting = await greetingOf(node).finally(() => node.close());
  if (greeting.get('mode') === 'cluster' && !server.cluster) throw unavailable(server, partOfCluster);
  const corner = `${prefix.slice(0, LONGEST_PREFIX - PROBE.length)}${PROBE}`;
  const store = new RedisStore({ ...options, prefix: corner, clock });
  await tryOut(store).finally(() => store.close());
  return { name: textIn(greeting, 'server'), version: textIn(greeting, 'version') };
}

/** Removes first: whoever may not do that leaves nothing behind. */
async function tryOut(store: Store): Promise<void> {
  const userId = randomUUID();
  await store.deleteUser(userId);
  await store.putProfile({ userId, tier: 'FREE', json: '{}' });
  await store.listProfiles({ limit: 1 });
  await store.recordRequest(userId, 0);
  await store.getUsage(userId);
  await store.deleteUser(userId);
}

/** What HELLO tells as pairs of name and value. Servers before Redis 6 do not know it. */
async function greetingOf(node: OpenConnection): Promise<ReadonlyMap<unknown, unknown>> {
  const hello = await node.command('HELLO').catch((error: unknown) => {
    if (error instanceof RedisReplyError) return [];
    throw error;
  });
  const words = greetingSchema.parse(hello);
  return new Map(words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1]]] : [])));
}

function textIn(greeting: ReadonlyMap<unknown, unknown>, name: string): string | undefined {
  const value = greeting.get(name);
  return typeof value === 'string' ? value : undefined;
}
