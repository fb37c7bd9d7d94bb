import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOOPBACK } from '../support/ports.mts';
import { located, redis } from '../testing/systemPackages.mts';
import { selfSignedCertificate } from './certificate.mts';
import { onFreePort } from './onFreePort.mts';
import { redisConfig, type RedisOptions } from './redisConfig.mts';
import { ServerProcess } from './serverProcess.mts';

type Address = Pick<RedisServer, 'port' | 'url' | 'certificate'>;

/** A Redis of its own that only this machine can reach. It is gone at the latest when this process ends. */
export class RedisServer {
  readonly port: number;
  /** Like `redis://127.0.0.1:6379` or `rediss://name:password@127.0.0.1:6379`, without a database. */
  readonly url: string;
  /** In PEM: what a client has to trust; undefined without TLS. */
  readonly certificate: string | undefined;
  readonly #process: ServerProcess;

  private constructor(process: ServerProcess, { port, url, certificate }: Address) {
    this.port = port;
    this.url = url;
    this.certificate = certificate;
    this.#process = process;
  }

  /**
   * Starts one and waits until it can be used.
   * @throws Error with the end of its log when it does not start
   */
  static async start(options: RedisOptions = {}): Promise<RedisServer> {
    const process = new ServerProcess({
      title: 'Redis',
      readySign: /Ready to accept connections/,
      stopSignal: 'SIGTERM',
      leashSignal: 'KILL',
    });
    try {
      const certificate = options.tls === true ? await selfSignedCertificate(process.folder) : undefined;
      const port = await onFreePort(async (free) => {
        writeFileSync(configFile(process), redisConfig(options, { port: free, certificate }));
        await launch(process);
      });
      return new RedisServer(process, { port, url: urlOf(options, port), certificate: certificate?.text });
    } catch (error) {
      await process.stop();
      throw error;
    }
  }

  /** @throws Error while it does not run */
  get pid(): number {
    return this.#process.pid;
  }

  /** Ends it and removes all it has stored. */
  stop(): Promise<void> {
    return this.#process.stop();
  }

  /** Ends it as a crash would. `restart` brings it back, `stop` clears up after it. */
  kill(): Promise<void> {
    return this.#process.end('at once');
  }

  /** Ends it, if it runs, and starts it again on the same port: empty, or with what `appendOnly` has kept. */
  async restart(): Promise<void> {
    await this.#process.end('in order');
    await launch(this.#process);
  }

  /** Halts it: it accepts connections and answers nothing, until `resume`. */
  pause(): void {
    this.#process.signal('SIGSTOP');
  }

  resume(): void {
    this.#process.signal('SIGCONT');
  }
}

function launch(process: ServerProcess): Promise<void> {
  return process.launch({ program: located(redis), args: [configFile(process)] });
}

function configFile({ folder }: ServerProcess): string {
  return join(folder, 'redis.conf');
}

function urlOf({ password, user, tls }: RedisOptions, port: number): string {
  const url = new URL(`${tls === true ? 'rediss' : 'redis'}://${LOOPBACK}:${String(port)}`);
  url.username = user?.name ?? '';
  url.password = user?.password ?? password ?? '';
  return url.href;
}
