import { z } from 'zod/v3';
import type { ProfilePage, ProfileQuery, StoredProfile } from '../profileStore';
import { StoredStateError } from '../storedStateError';
import { keyOf } from '../usage/reservationId';
import type { RedisConnection } from './connection/redisConnection';

/** So many user ids are looked through at once. */
const BITE = 200;

const userIds = z.array(z.string());

/** Tier and JSON of a profile, as its key holds them. */
const storedProfile = z.tuple([z.string(), z.string()]);

/**
 * Profiles in Redis: a key for each, and a sorted set of all user ids in the order of their UTF-8 bytes. In a cluster the
 * two lie in different slots, so they are written one after the other; an id without a profile is passed over.
 */
export class RedisProfiles {
  readonly #connection: RedisConnection;
  readonly #prefix: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
  }

  async get(userId: string): Promise<StoredProfile | undefined> {
    const value = await this.#connection.command('GET', this.#key(userId));
    return typeof value === 'string' ? readProfile(userId, value) : undefined;
  }

  async put({ userId, tier, json }: StoredProfile): Promise<void> {
    await this.#connection.command('ZADD', this.#index, '0', userId);
    await this.#connection.command('SET', this.#key(userId), JSON.stringify([tier, json]));
  }

  async delete(userId: string): Promise<boolean> {
    const deleted = await this.#connection.command('DEL', this.#key(userId));
    await this.#connection.command('ZREM', this.#index, userId);
    return deleted === 1;
  }

  async list({ tier, limit, after }: ProfileQuery): Promise<ProfilePage> {
    const profiles: StoredProfile[] = [];
    for await (const profile of this.#from(after)) {
      if (tier !== undefined && profile.tier !== tier) continue;
      if (profiles.length === limit) return { profiles, next: profiles.at(-1)?.userId ?? '' };
      profiles.push(profile);
    }
    return { profiles };
  }

  async *#from(after: string | undefined): AsyncGenerator<StoredProfile> {
    let last = after;
    for (;;) {
      const bite = await this.#userIds(last);
      const found = await Promise.all(bite.map((userId) => this.get(userId)));
      for (const profile of found) if (profile) yield profile;
      if (bite.length < BITE) return;
      last = bite.at(-1);
    }
  }

  async #userIds(after: string | undefined): Promise<string[]> {
    const from = after === undefined ? '-' : `(${after}`;
    const range = ['ZRANGEBYLEX', this.#index, from, '+', 'LIMIT', '0', String(BITE)] as const;
    return userIds.parse(await this.#connection.command(...range));
  }

  get #index(): string {
    return `${this.#prefix}:profiles`;
  }

  #key(userId: string): string {
    return `${this.#prefix}:{${keyOf(userId)}}:profile`;
  }
}

function readProfile(userId: string, value: string): StoredProfile {
  const read = storedProfile.safeParse(jsonOf(value));
  if (!read.success)
    throw new StoredStateError('A profile', 'its key in Redis holds something else', read.error);
  const [tier, json] = read.data;
  return { userId, tier, json };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
