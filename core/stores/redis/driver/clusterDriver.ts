import { Cluster } from 'ioredis';
import type { RedisServer } from '../redisServer';
import { clientOptions, pauseBefore } from './clientOptions';
import { Link } from './link';
import type { RedisDriver } from './redisDriver';

/**
 * A cluster, with one connection to each node that is needed. Answers of several nodes come in no order, so that each
 * command has a timer of its own.
 */
export class ClusterDriver implements RedisDriver {
  readonly #client: Cluster;
  readonly #link: Link;

  constructor(server: RedisServer) {
    this.#client = new Cluster([{ host: server.host, port: server.port }], {
      lazyConnect: true,
      clusterRetryStrategy: pauseBefore,
      // A command whose connection broke may have been carried out.
      retryDelayOnFailover: 0,
      slotsRefreshTimeout: server.connectTimeoutMs,
      // Nodes keep the names under which their certificates know them.
      dnsLookup: (address, callback) => {
        callback(null, address);
      },
      redisOptions: {
        ...clientOptions(server),
        commandTimeout: server.commandTimeoutMs,
        // A node that says nothing at all is connected to anew.
        socketTimeout: server.commandTimeoutMs,
      },
    });
    this.#link = new Link(this.#client);
  }

  connect(): Promise<void> {
    return this.#client.connect();
  }

  get ready(): boolean {
    return this.#link.ready;
  }

  whenReady(): Promise<void> {
    return this.#link.whenReady();
  }

  get fault(): Error | undefined {
    return this.#link.fault;
  }

  run(how: 'eval' | 'evalsha', script: string, key: string, argument: string): Promise<unknown> {
    return this.#client.callBuffer(how, script, '1', key, argument);
  }

  call(name: string, args: readonly string[]): Promise<unknown> {
    return this.#client.call(name, ...args);
  }

  async close(): Promise<void> {
    if (this.ready) await this.#client.quit().catch(() => undefined);
    this.#client.disconnect();
  }
}
