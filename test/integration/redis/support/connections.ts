import { sharedConnection } from '../../../../core/stores/redis/connection/connectionPool';
import type { RedisConnection } from '../../../../core/stores/redis/connection/redisConnection';
import { readRedisOptions, type RedisOptions } from '../../../../core/stores/redis/redisOptions';
import { systemClock, type Clock } from '../../../../core/time/clock';
import { RedisServer } from '../../../../scripts/servers/redisServer.mts';
import { afterwards } from './cleanUp';
import { Observer } from './observer';

/** A connection as a store uses it, for one test. */
export function connectionTo(options: RedisOptions, clock: Clock = systemClock): RedisConnection {
  const connection = sharedConnection(readRedisOptions(options).server, clock);
  afterwards(() => connection.close());
  return connection;
}

/** For one test. */
export function observing({ url }: RedisServer): Observer {
  const observer = new Observer(url);
  afterwards(() => {
    observer.close();
  });
  return observer;
}

/** For one test. */
export async function serverWith(
  options: Parameters<typeof RedisServer.start>[0] = {},
): Promise<RedisServer> {
  const server = await RedisServer.start(options);
  afterwards(() => server.stop());
  return server;
}

/** What a call failed with, and after how many ms. */
export async function failureOf(call: Promise<unknown>): Promise<{ error: unknown; ms: number }> {
  const start = performance.now();
  const error = await call.then(
    (answer) => {
      throw new Error(`It was answered: ${String(answer)}`);
    },
    (reason: unknown) => reason,
  );
  return { error, ms: performance.now() - start };
}
