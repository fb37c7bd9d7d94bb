import type { RedisScript } from './redisScript';

/**
 * A way to one Redis, or to one Redis cluster, shared by all who use the same settings. It opens with the first call,
 * comes back by itself when it is lost, and closes after a minute without a call.
 *
 * No call is sent twice: one that fails while it is under way may have been carried out. A call waits for its answer
 * no longer than `commandTimeoutMs`, before that for a connection no longer than `connectTimeoutMs` for a first one
 * and `commandTimeoutMs` for a lost one. All of them reject with StoreUnavailableError when Redis cannot be used, and
 * with RedisReplyError when it refuses the command itself.
 */
export interface RedisConnection {
  /**
   * Runs a script in one round trip. It takes one key and one argument, because each more costs Redis and the client a
   * few percent of their throughput.
   *
   * @param read what to make of its answer, in which texts are Buffers, since they may hold any bytes
   */
  run<Result>(
    script: RedisScript,
    key: string,
    argument: string,
    read: (answer: unknown) => Result,
  ): Promise<Result>;
  /** Texts in the answer are read as UTF-8. In a cluster the command goes where its first key lives. */
  command(name: string, ...args: readonly string[]): Promise<unknown>;
  /** Gives it back. The connection itself closes when nobody else uses it. */
  close(): Promise<void>;
}
