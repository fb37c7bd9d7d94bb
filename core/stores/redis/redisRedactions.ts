import { z } from 'zod/v3';
import type { HiddenValue } from '../redactionStore';
import { MOST_PLACEHOLDERS, RedactionsFullError } from '../redactions/redactionsFullError';
import { StoredStateError } from '../storedStateError';
import { keyOf } from '../usage/reservationId';
import type { RedisConnection } from './connection/redisConnection';
import { RedisReplyError } from './connection/redisReplyError';
import { scripts } from './scripts';

const texts = z.array(z.instanceof(Buffer).transform(String));
const jsonTexts = z.array(z.string());

/** The placeholders of conversations in Redis: a hash for each, which expires when it is not used. */
export class RedisRedactions {
  readonly #connection: RedisConnection;
  readonly #prefix: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
  }

  async assign(
    conversationId: string,
    values: readonly HiddenValue[],
    ttlMs: number,
  ): Promise<readonly string[]> {
    const lines = values.flatMap(({ label, value }) => [label, JSON.stringify(value)]);
    const argument = [ttlMs, MOST_PLACEHOLDERS, ...lines].join('\n');
    const read = (reply: unknown) => (reply === 0 ? undefined : readTexts(reply));
    const names = await this.#connection
      .run(scripts.assignPlaceholders, this.#key(conversationId), argument, read)
      .catch(corruptRedactions);
    if (!names) throw new RedactionsFullError();
    return names;
  }

  placeholdersOf(conversationId: string): Promise<ReadonlyMap<string, string>> {
    return this.#connection
      .run(scripts.placeholders, this.#key(conversationId), '', readPlaceholders)
      .catch(corruptRedactions);
  }

  async delete(conversationId: string): Promise<boolean> {
    return (await this.#connection.command('DEL', this.#key(conversationId))) === 1;
  }

  #key(conversationId: string): string {
    return `${this.#prefix}:{${keyOf(conversationId)}}:redactions`;
  }
}

function readPlaceholders(reply: unknown): ReadonlyMap<string, string> {
  const found = readTexts(reply);
  const names = found.filter((_, index) => index % 2 === 0);
  const values = found.filter((_, index) => index % 2 === 1);
  const read = jsonTexts.safeParse(jsonOf(`[${values.join()}]`));
  if (!read.success || read.data.length !== names.length) throw corrupt(read.error);
  return new Map(names.map((name, index) => [name, read.data[index] ?? '']));
}

function readTexts(reply: unknown): readonly string[] {
  const read = texts.safeParse(reply);
  if (!read.success) throw corrupt(read.error);
  return read.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function corruptRedactions(error: unknown): never {
  if (error instanceof RedisReplyError && /WRONGTYPE|user_script|not an integer/.test(error.message)) {
    throw corrupt(error);
  }
  throw error;
}

function corrupt(cause: unknown): StoredStateError {
  return new StoredStateError(
    'The redactions of a conversation',
    'their key in Redis holds something else',
    cause,
  );
}
