import { RedisServer } from '../../../scripts/servers/redisServer.mts';

/** Runs `work` with a Redis of its own. */
export async function withRedis<T>(work: (url: string) => Promise<T>): Promise<T> {
  const server = await RedisServer.start();
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}
