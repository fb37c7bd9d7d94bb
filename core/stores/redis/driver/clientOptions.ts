import type { RedisOptions } from 'ioredis';
import type { RedisServer } from '../redisServer';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** What a single server and each node of a cluster have in common. */
export function clientOptions(server: RedisServer) {
  return {
    username: server.username,
    password: server.password,
    tls: tlsOptions(server),
    connectTimeout: server.connectTimeoutMs,
    // A connection that is given up may keep the process alive no longer than this.
    disconnectTimeout: 100,
    // CLIENT LIST shows it. The answer to it is also the first sign that Redis is there.
    connectionName: 'n8n-nodes-cascadeflow',
    disableClientInfo: true,
    // It costs a round trip, in which the refusal of a database is heard before the connection is taken for ready.
    enableReadyCheck: server.database !== 0,
    protocol: 2,
    // Nothing is sent twice: it may have been carried out.
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
  } satisfies RedisOptions;
}

/** How long to wait before the next attempt to connect: twice as long each time, and not the same for all clients. */
export function pauseBefore(attempt: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS) * (0.75 + Math.random() / 2);
}

function tlsOptions({ tls, host, cluster }: RedisServer) {
  if (!tls) return undefined;
  const { rejectUnauthorized, ca } = tls;
  return { rejectUnauthorized, ca, ...(isName(host) && !cluster ? { servername: host } : {}) };
}

/** Servers that share an address are told apart by the name that the client asks for. It may not be an address. */
function isName(host: string): boolean {
  return /[a-z]/i.test(host) && !host.includes(':');
}
