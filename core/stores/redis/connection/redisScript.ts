import { createHash } from 'node:crypto';

/** A Lua script as Redis runs it: by its text the first time, by its hash from then on. */
export interface RedisScript {
  readonly source: string;
  /** What EVALSHA calls it: SHA-1 of the source, in hexadecimal digits. */
  readonly sha1: string;
}

export function redisScript(source: string): RedisScript {
  return { source, sha1: createHash('sha1').update(source).digest('hex') };
}
