import type { Clock } from '../../../time/clock';
import type { RedisServer } from '../redisServer';
import { OpenConnection } from './openConnection';
import type { RedisConnection } from './redisConnection';
import type { RedisScript } from './redisScript';

/** A connection that nobody uses for so long is closed: in n8n nobody else would. */
export const IDLE_MS = 60_000;

/** A connection that is there when it is called for: opened by the first call, and again by one after it was idle. */
export class SharedConnection implements RedisConnection {
  readonly #server: RedisServer;
  readonly #clock: Clock;
  #open: OpenConnection | undefined;
  #opening: Promise<OpenConnection> | undefined;
  #lastUsed = 0;
  #idling: AbortController | undefined;

  constructor(server: RedisServer, clock: Clock) {
    this.#server = server;
    this.#clock = clock;
  }

  run<Result>(script: RedisScript, key: string, argument: string, read: (answer: unknown) => Result) {
    return this.#use((connection) => connection.run(script, key, argument, read));
  }

  command(name: string, ...args: readonly string[]): Promise<unknown> {
    return this.#use((connection) => connection.command(name, ...args));
  }

  async close(): Promise<void> {
    await this.#opening?.catch(() => undefined);
    this.#idling?.abort();
    const connection = this.#open;
    this.#open = undefined;
    await connection?.close();
  }

  #use<Result>(call: (connection: RedisConnection) => Promise<Result>): Promise<Result> {
    this.#lastUsed = this.#clock.now();
    return this.#open ? call(this.#open) : this.#opened().then(call);
  }

  /** However many call at once, one connection is made. One that cannot be made is tried again by the next call. */
  #opened(): Promise<OpenConnection> {
    this.#opening ??= this.#connect().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  async #connect(): Promise<OpenConnection> {
    const connection = await OpenConnection.open(this.#server, this.#clock);
    this.#open = connection;
    void this.#closeWhenIdle();
    return connection;
  }

  async #closeWhenIdle(): Promise<void> {
    const idling = new AbortController();
    this.#idling = idling;
    const napped = (ms: number) =>
      this.#clock.sleep(ms, idling.signal).then(
        () => true,
        () => false,
      );
    for (let left = IDLE_MS; left > 0; left = this.#lastUsed + IDLE_MS - this.#clock.now()) {
      if (!(await napped(left))) return;
    }
    await this.close();
  }
}
