import { Redis } from 'ioredis';
import { freePort, LOOPBACK } from '../support/ports.mts';
import { waitFor } from '../support/time.mts';
import { RedisServer } from './redisServer.mts';

const FORMING_TIMEOUT_MS = 30_000;

/** The first and the last hash slot of each master: thirds of all 16384. */
const SLOTS = [
  [0, 5460],
  [5461, 10922],
  [10923, 16383],
] as const;

interface Node {
  readonly server: RedisServer;
  readonly busPort: number;
  readonly slots: readonly [first: number, last: number];
}

/** A Redis cluster of three masters that only this machine can reach. It wants Redis 7 or newer. */
export class RedisCluster {
  readonly servers: readonly RedisServer[];

  private constructor(servers: readonly RedisServer[]) {
    this.servers = servers;
  }

  /**
   * Starts one and waits until every node serves its slots and knows the others.
   * @throws Error when that takes more than half a minute
   */
  static async start(): Promise<RedisCluster> {
    const nodes: Node[] = [];
    try {
      for (const slots of SLOTS) {
        const busPort = await freePort();
        nodes.push({ server: await RedisServer.start({ busPort }), busPort, slots });
      }
      await form(nodes);
    } catch (error) {
      await Promise.all(nodes.map(({ server }) => server.stop()));
      throw error;
    }
    return new RedisCluster(nodes.map(({ server }) => server));
  }

  /** Of each node; any of them tells a client about the others. */
  get urls(): readonly string[] {
    return this.servers.map(({ url }) => url);
  }

  async stop(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
  }
}

async function form(nodes: readonly Node[]): Promise<void> {
  const clients = nodes.map(({ server }) => new Redis(server.url));
  try {
    for (const [index, client] of clients.entries()) await introduce(client, index, nodes);
    await Promise.all(clients.map((client) => untilFormed(client, nodes.length)));
  } finally {
    for (const client of clients) client.disconnect();
  }
}

/** Gives a node its slots and tells it of the others. Epochs of their own spare the nodes a dispute over the first. */
async function introduce(client: Redis, index: number, nodes: readonly Node[]): Promise<void> {
  const [first, last] = SLOTS[index] ?? [];
  await client.call('CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1));
  await client.call('CLUSTER', 'ADDSLOTSRANGE', String(first), String(last));
  for (const { server, busPort } of nodes) {
    await client.call('CLUSTER', 'MEET', LOOPBACK, String(server.port), String(busPort));
  }
}

async function untilFormed(client: Redis, nodeCount: number): Promise<void> {
  const wanted = ['cluster_state:ok', 'cluster_slots_ok:16384', `cluster_known_nodes:${String(nodeCount)}`];
  await waitFor(
    async () => {
      const info = String(await client.call('CLUSTER', 'INFO')).split('\r\n');
      return wanted.every((line) => info.includes(line)) ? true : undefined;
    },
    { what: 'the nodes of the Redis cluster to know each other', timeoutMs: FORMING_TIMEOUT_MS },
  );
}
