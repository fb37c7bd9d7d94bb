import { CascadeError } from '../../../errors/cascadeError';

/** Redis carried out no command, because it found fault with the command itself. */
export class RedisReplyError extends CascadeError {
  /** The first word of what Redis said, e.g. `WRONGTYPE`. */
  readonly reply: string;

  constructor(message: string) {
    super(`Redis refused a command: ${message}`, { code: 'REDIS_REFUSED' });
    this.reply = message.split(' ', 1).join('');
  }
}
