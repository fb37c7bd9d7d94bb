import { z } from 'zod/v3';
import { RESPONSE_LIMITS } from '../responseCacheStore';
import { keyOf } from '../usage/reservationId';
import type { RedisConnection } from './connection/redisConnection';
import { corruptKey, holdsSomethingElse } from './corruptKey';
import { scripts } from './scripts';

const WHAT = 'The cached responses of a user';

const corrupt = corruptKey(WHAT);

const texts = z.array(z.string());

/** Cached responses in Redis: a hash for each tenant, which expires with the last of them. */
export class RedisResponses {
  readonly #connection: RedisConnection;
  readonly #prefix: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
  }

  find(tenant: string, key: string): Promise<string | undefined> {
    return this.#connection
      .run(scripts.cachedResponse, this.#key(tenant), keyOf(key), readValue)
      .catch(corrupt);
  }

  async add(tenant: string, key: string, value: string, ttlMs: number): Promise<void> {
    const { entriesPerTenant, bytesPerTenant, bytesPerEntry } = RESPONSE_LIMITS;
    const bytes = Buffer.byteLength(value);
    if (bytes > bytesPerEntry) return;
    const head = [keyOf(key), bytes, ttlMs, entriesPerTenant, bytesPerTenant].join(' ');
    // As JSON, because UTF-8 has no lone surrogates.
    const argument = `${head}\n${JSON.stringify(value)}`;
    await this.#connection
      .run(scripts.cacheResponse, this.#key(tenant), argument, () => undefined)
      .catch(corrupt);
  }

  valuesOf(tenant: string): Promise<readonly string[]> {
    return this.#connection.run(scripts.cachedResponses, this.#key(tenant), '', readValues).catch(corrupt);
  }

  /** True when there were any. */
  async delete(tenant: string): Promise<boolean> {
    return (await this.#connection.command('DEL', this.#key(tenant))) === 1;
  }

  #key(tenant: string): string {
    return `${this.#prefix}:{${keyOf(tenant)}}:responses`;
  }
}

function readValue(reply: unknown): string | undefined {
  return reply === null ? undefined : readValues([reply])[0];
}

function readValues(reply: unknown): readonly string[] {
  const values = Array.isArray(reply) ? reply.map(String) : [];
  const read = texts.safeParse(jsonOf(`[${values.join()}]`));
  if (!read.success || read.data.length !== values.length) throw holdsSomethingElse(WHAT, read.error);
  return read.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
