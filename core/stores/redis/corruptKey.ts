import { StoredStateError } from '../storedStateError';
import { RedisReplyError } from './connection/redisReplyError';

/** For `catch`: tells what the scripts say of a value that they cannot read, and what Redis says of one of another type. */
export function corruptKey(what: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof RedisReplyError && /CORRUPT|WRONGTYPE|user_script/.test(error.message)) {
      throw holdsSomethingElse(what, error);
    }
    throw error;
  };
}

/** @param what e.g. `The usage of a user` */
export function holdsSomethingElse(what: string, cause?: unknown): StoredStateError {
  return new StoredStateError(what, 'its key in Redis holds something else', cause);
}
