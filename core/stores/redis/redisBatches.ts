import { z } from 'zod/v3';
import type { BatchEntry } from '../batchStore';
import { keyOf } from '../usage/reservationId';
import type { RedisConnection } from './connection/redisConnection';
import type { RedisScript } from './connection/redisScript';
import { corruptKey, holdsSomethingElse } from './corruptKey';
import { lineOf, textOf } from './lines';
import { scripts } from './scripts';

/** So much goes over the wire in one command, so that no batch keeps others waiting; a single text may be longer. */
const ENTRIES_PER_TRIP = 500;
const BYTES_PER_TRIP = 1_048_576;

const WHAT = 'What is kept of a batch';

const corrupt = corruptKey(WHAT);

const found = z.array(z.instanceof(Buffer).transform(String).nullable());

/** What is kept of batches in Redis: a hash for each, which expires when nothing is added to it. */
export class RedisBatches {
  readonly #connection: RedisConnection;
  readonly #prefix: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
  }

  async find(batchId: string, keys: readonly string[]): Promise<readonly (string | undefined)[]> {
    const texts: (string | undefined)[] = [];
    while (texts.length < keys.length) {
      const wanted = keys.slice(texts.length, texts.length + ENTRIES_PER_TRIP);
      const argument = linesOf([BYTES_PER_TRIP, ...wanted]);
      texts.push(...(await this.#run(scripts.batchEntries, batchId, argument, readTexts)));
    }
    return texts;
  }

  async keep(batchId: string, entries: readonly BatchEntry[], ttlMs: number): Promise<void> {
    for (const trip of tripsOf(entries)) {
      const argument = linesOf([ttlMs, ...trip]);
      await this.#run(scripts.keepBatchEntries, batchId, argument, () => undefined);
    }
  }

  /** True when there was any. Leaves it to Redis to free the memory of a large one meanwhile. */
  async delete(batchId: string): Promise<boolean> {
    return (await this.#connection.command('UNLINK', this.#key(batchId))) === 1;
  }

  #run<Result>(
    script: RedisScript,
    batchId: string,
    argument: string,
    read: (reply: unknown) => Result,
  ): Promise<Result> {
    return this.#connection.run(script, this.#key(batchId), argument, read).catch(corrupt);
  }

  #key(batchId: string): string {
    return `${this.#prefix}:{${keyOf(batchId)}}:batch`;
  }
}

/** Keys and texts in turn, so many as one command takes at a time. */
function* tripsOf(entries: readonly BatchEntry[]): Generator<readonly string[]> {
  let trip: string[] = [];
  let bytes = 0;
  for (const [key, text] of entries) {
    const line = lineOf(text);
    const more = Buffer.byteLength(line);
    if (trip.length === 2 * ENTRIES_PER_TRIP || (trip.length > 0 && bytes + more > BYTES_PER_TRIP)) {
      yield trip;
      trip = [];
      bytes = 0;
    }
    trip.push(key, line);
    bytes += more;
  }
  yield trip;
}

function linesOf(parts: readonly (string | number)[]): string {
  return parts.map((part) => `${String(part)}\n`).join('');
}

function readTexts(reply: unknown): readonly (string | undefined)[] {
  const read = found.safeParse(reply);
  if (!read.success) throw holdsSomethingElse(WHAT, read.error);
  return read.data.map((line) => (line === null ? undefined : textOf(line)));
}
