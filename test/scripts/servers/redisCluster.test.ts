import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cluster, Redis } from 'ioredis';
import { RedisCluster } from '../../../scripts/servers/redisCluster.mts';

let cluster: RedisCluster;
let client: Cluster;

beforeAll(async () => {
  cluster = await RedisCluster.start();
  client = new Cluster([...cluster.urls]);
}, 60_000);

afterAll(async () => {
  client.disconnect();
  await cluster.stop();
});

describe('a Redis cluster', () => {
  it('spreads keys over all its nodes', async () => {
    const keys = Array.from({ length: 60 }, (_, index) => `key-${String(index)}`);
    await Promise.all(keys.map((key) => client.set(key, key)));
    expect(await Promise.all(keys.map((key) => client.get(key)))).toEqual(keys);
    const sizes = await Promise.all(client.nodes('master').map((node) => node.dbsize()));
    expect(sizes).toHaveLength(3);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(keys.length);
  });

  it('refuses a command over keys of several slots, unless a hash tag joins them', async () => {
    await expect(client.mset('user:1:count', '1', 'user:1:cost', '2')).rejects.toThrow(
      /CROSSSLOT|same slot/i,
    );
    expect(await client.mset('{user:1}:count', '1', '{user:1}:cost', '2')).toBe('OK');
  });

  it('sends a client that knows no clusters to the right node', async () => {
    const [url = ''] = cluster.urls;
    const single = new Redis(url);
    // The slot of "foo" is 12182, one of the last node's.
    await expect(single.get('foo')).rejects.toThrow(/MOVED 12182/);
    single.disconnect();
  });
});
