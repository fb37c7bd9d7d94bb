import { Redis, ReplyError } from 'ioredis';
import type { Clock } from '../../../time/clock';
import { noAnswer } from '../connection/noAnswer';
import type { RedisServer } from '../redisServer';
import { AnswerWatch } from './answerWatch';
import { Burst } from './burst';
import { clientOptions, pauseBefore } from './clientOptions';
import { Link } from './link';
import type { RedisDriver } from './redisDriver';
import { wireOf, type Wire } from './wire';

/** One server over one connection. */
export class StandaloneDriver implements RedisDriver {
  readonly #client: Redis;
  readonly #link: Link;
  readonly #watch: AnswerWatch;
  readonly #burst = new Burst();
  #wire: Wire | undefined;
  #shakingHands = false;

  constructor(server: RedisServer, clock: Clock) {
    this.#client = new Redis({
      ...clientOptions(server),
      host: server.host,
      port: server.port,
      db: server.database,
      lazyConnect: true,
      enableOfflineQueue: false,
      retryStrategy: pauseBefore,
      // After a failover the host's name leads to the new primary.
      reconnectOnError: ({ message }) => message.startsWith('READONLY'),
    });
    this.#link = new Link(this.#client);
    this.#watch = new AnswerWatch({
      clock,
      timeoutMs: server.commandTimeoutMs,
      giveUp: () => {
        this.#breakOff(noAnswer());
      },
    });
    this.#follow();
  }

  connect(): Promise<void> {
    return this.#client.connect();
  }

  get ready(): boolean {
    return this.#link.ready && this.#wire?.writable !== false;
  }

  whenReady(): Promise<void> {
    return this.#link.whenReady();
  }

  get fault(): Error | undefined {
    return this.#link.fault;
  }

  run(how: 'eval' | 'evalsha', script: string, key: string, argument: string): Promise<unknown> {
    return this.#send(() => this.#client.callBuffer(how, script, '1', key, argument));
  }

  call(name: string, args: readonly string[]): Promise<unknown> {
    return this.#send(() => this.#client.call(name, ...args));
  }

  async close(): Promise<void> {
    if (this.ready) await this.#send(() => this.#client.quit()).catch(() => undefined);
    this.#client.disconnect();
    wireOf(this.#client)?.destroy();
    this.#watch.stop();
  }

  #send(write: () => Promise<unknown>): Promise<unknown> {
    const wire = this.#wire;
    if (wire) this.#burst.before(wire);
    const answer = write();
    if (wire) this.#burst.after();
    this.#watch.asked();
    answer.then(this.#watch.answered, this.#watch.answered);
    return answer;
  }

  /** Keeps up with the connection: the greeting counts as a command, because a server may hang right then. */
  #follow(): void {
    const greeted = () => {
      if (this.#shakingHands) this.#watch.answered();
      this.#shakingHands = false;
    };
    this.#client.on('connect', () => {
      this.#wire = wireOf(this.#client);
      this.#shakingHands = true;
      this.#watch.asked();
    });
    this.#client.on('ready', greeted);
    this.#client.on('close', () => {
      this.#wire = undefined;
      greeted();
    });
    this.#client.on('error', (error: Error) => {
      // When there is no database of that number, ioredis would go on with number 0.
      if (error instanceof ReplyError) this.#breakOff(error);
    });
  }

  /** Everything that is under way fails, and a new connection is made. */
  #breakOff(reason: Error): void {
    if (this.#wire) this.#wire.destroy(reason);
    else this.#client.disconnect(true);
  }
}
