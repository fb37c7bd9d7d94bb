import type { Clock } from '../../../time/clock';
import type { RedisServer } from '../redisServer';
import { ClusterDriver } from './clusterDriver';
import type { RedisDriver } from './redisDriver';
import { StandaloneDriver } from './standaloneDriver';

/** The door to the bundle that holds ioredis: whoever needs no Redis never loads it. */
export function openDriver(server: RedisServer, clock: Clock): RedisDriver {
  return server.cluster ? new ClusterDriver(server) : new StandaloneDriver(server, clock);
}
