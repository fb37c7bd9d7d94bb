import type { Clock } from '../../../time/clock';
import { withTimeLimit } from '../../../time/withTimeLimit';
import type { RedisDriver } from '../driver/redisDriver';
import type { RedisServer } from '../redisServer';
import { noAnswer } from './noAnswer';
import { isReply, isUnknownScript, redisFault } from './redisFault';
import type { RedisConnection } from './redisConnection';
import type { RedisScript } from './redisScript';

/** A connection that stands, or is on its way back. */
export class OpenConnection implements RedisConnection {
  readonly #server: RedisServer;
  readonly #clock: Clock;
  readonly #driver: RedisDriver;

  private constructor(server: RedisServer, clock: Clock, driver: RedisDriver) {
    this.#server = server;
    this.#clock = clock;
    this.#driver = driver;
  }

  /** @throws {StoreUnavailableError} */
  static async open(server: RedisServer, clock: Clock): Promise<OpenConnection> {
    const { openDriver } = await import('../driver/openDriver');
    const connection = new OpenConnection(server, clock, openDriver(server, clock));
    await connection.#connect();
    return connection;
  }

  run<Result>(
    script: RedisScript,
    key: string,
    argument: string,
    read: (answer: unknown) => Result,
  ): Promise<Result> {
    return this.#send(() => this.#driver.run('evalsha', script.sha1, key, argument)).then(
      read,
      (error: unknown) =>
        isUnknownScript(error) ? this.#introduce(script, key, argument).then(read) : this.#fail(error),
    );
  }

  command(name: string, ...args: readonly string[]): Promise<unknown> {
    return this.#send(() => this.#driver.call(name, args)).catch(this.#fail);
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  #introduce({ source }: RedisScript, key: string, argument: string): Promise<unknown> {
    return this.#send(() => this.#driver.run('eval', source, key, argument)).catch(this.#fail);
  }

  async #connect(): Promise<void> {
    const { connectTimeoutMs: timeoutMs } = this.#server;
    const connected = this.#driver.connect();
    await withTimeLimit({ clock: this.#clock, timeoutMs, late: noAnswer }, () => connected).catch(
      async (error: unknown) => {
        await this.close();
        this.#fail(error);
      },
    );
  }

  #send(send: () => Promise<unknown>): Promise<unknown> {
    return this.#driver.ready ? send() : this.#whenBack().then(send);
  }

  async #whenBack(): Promise<void> {
    const { commandTimeoutMs: timeoutMs } = this.#server;
    await withTimeLimit({ clock: this.#clock, timeoutMs, late: noAnswer }, () => this.#driver.whenReady());
  }

  /** The library's own words when a connection breaks say less than the reason why it broke. */
  readonly #fail = (error: unknown): never => {
    throw redisFault(isReply(error) ? error : (this.#driver.fault ?? error), this.#server);
  };
}
