import { createHash } from 'node:crypto';
import type { Clock } from '../../../time/clock';
import { StoreUnavailableError } from '../../storeUnavailableError';
import type { RedisServer } from '../redisServer';
import type { RedisConnection } from './redisConnection';
import type { RedisScript } from './redisScript';
import { SharedConnection } from './sharedConnection';

interface Pooled {
  readonly connection: SharedConnection;
  users: number;
}

/** By a hash of the settings, which hold a password. */
const pool = new Map<string, Pooled>();

/** The connection to `server` that everybody in this process shares. It is not opened before it is used. */
export function sharedConnection(server: RedisServer, clock: Clock): RedisConnection {
  const key = serverId(server);
  const pooled = pool.get(key) ?? { connection: new SharedConnection(server, clock), users: 0 };
  pool.set(key, pooled);
  pooled.users += 1;
  return new Lease(pooled.connection, async () => {
    pooled.users -= 1;
    if (pooled.users > 0) return;
    pool.delete(key);
    await pooled.connection.close();
  });
}

/** One user's share in a connection. */
class Lease implements RedisConnection {
  #connection: RedisConnection | undefined;
  readonly #giveBack: () => Promise<void>;

  constructor(connection: RedisConnection, giveBack: () => Promise<void>) {
    this.#connection = connection;
    this.#giveBack = giveBack;
  }

  run<Result>(script: RedisScript, key: string, argument: string, read: (answer: unknown) => Result) {
    return this.#connection?.run(script, key, argument, read) ?? alreadyClosed();
  }

  command(name: string, ...args: readonly string[]): Promise<unknown> {
    return this.#connection?.command(name, ...args) ?? alreadyClosed();
  }

  async close(): Promise<void> {
    if (!this.#connection) return;
    this.#connection = undefined;
    await this.#giveBack();
  }
}

function alreadyClosed(): Promise<never> {
  return Promise.reject(
    new StoreUnavailableError('The Redis store was closed', { hint: 'Create another one to go on.' }),
  );
}

/** Tells servers apart, and how they are used. It is a hash, because the settings hold a password. */
export function serverId(server: RedisServer): string {
  const { host, port, username, password, database, tls, cluster, connectTimeoutMs, commandTimeoutMs } =
    server;
  const settings = [
    host,
    port,
    username,
    password,
    database,
    tls,
    cluster,
    connectTimeoutMs,
    commandTimeoutMs,
  ];
  return createHash('sha256').update(JSON.stringify(settings)).digest('base64');
}
