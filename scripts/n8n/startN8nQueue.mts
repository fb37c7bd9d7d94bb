import { join } from 'node:path';
import type { RedisServer } from '../servers/redisServer.mts';
import type { SqlConnection } from '../servers/sql.mts';
import { freePort, LOOPBACK } from '../support/ports.mts';
import { n8nEnvironment } from './environment.mts';
import { N8nProcess } from './n8nProcess.mts';
import { startN8n, type StartOptions } from './startN8n.mts';

/** n8n's workers refuse to read it from the home that they share. */
const ENCRYPTION_KEY = 'for-queues-on-this-machine-only';
const JOBS_AT_A_TIME = 10;

export interface QueueOptions extends StartOptions {
  /** An empty PostgreSQL database, or one that an n8n has set up. */
  readonly postgres: SqlConnection;
  /** One that asks for no password and speaks no TLS. */
  readonly redis: Pick<RedisServer, 'port'>;
  /** How many worker processes to start. */
  readonly workers: number;
}

/** An n8n in queue mode: the main process takes calls, the workers run the workflows. */
export interface N8nQueue {
  readonly main: N8nProcess;
  /** Their URLs answer health checks only; their logs name each execution that they run. */
  readonly workers: readonly N8nProcess[];
  stop(): Promise<void>;
}

/**
 * Starts an n8n in queue mode, all of whose processes share one home, and waits until each of them is ready.
 * @throws Error as `startN8n` does, for the workers too
 */
export async function startN8nQueue(options: QueueOptions): Promise<N8nQueue> {
  const env = { ...queueEnvironment(options), ...options.env };
  const main = await startN8n({ ...options, env });
  const workers: N8nProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all([main, ...workers].map((one) => one.stop()));
  };
  try {
    while (workers.length < options.workers) {
      workers.push(await launchWorker({ ...options, env }, workers.length + 1));
    }
    await Promise.all(workers.map((worker) => worker.untilReady()));
  } catch (error) {
    await stop();
    throw error;
  }
  return { main, workers, stop };
}

async function launchWorker({ installation, home, env }: StartOptions, number: number): Promise<N8nProcess> {
  const port = await freePort();
  const place = { home, port, brokerPort: await freePort() };
  const worker = {
    QUEUE_HEALTH_CHECK_ACTIVE: 'true',
    QUEUE_HEALTH_CHECK_PORT: String(port),
    N8N_WORKER_SERVER_ADDRESS: LOOPBACK,
    N8N_LOG_LEVEL: 'info',
  };
  return N8nProcess.launch({
    installation,
    args: ['worker', `--concurrency=${String(JOBS_AT_A_TIME)}`],
    env: { ...n8nEnvironment(place), ...worker, ...env },
    port,
    logFile: join(home, `worker-${String(number)}.log`),
  });
}

function queueEnvironment({ postgres, redis }: QueueOptions): Readonly<Record<string, string>> {
  return {
    EXECUTIONS_MODE: 'queue',
    N8N_ENCRYPTION_KEY: ENCRYPTION_KEY,
    QUEUE_BULL_REDIS_HOST: LOOPBACK,
    QUEUE_BULL_REDIS_PORT: String(redis.port),
    DB_TYPE: 'postgresdb',
    DB_POSTGRESDB_HOST: postgres.host,
    DB_POSTGRESDB_PORT: String(postgres.port),
    DB_POSTGRESDB_USER: postgres.user,
    DB_POSTGRESDB_PASSWORD: postgres.password,
    DB_POSTGRESDB_DATABASE: postgres.database,
  };
}
