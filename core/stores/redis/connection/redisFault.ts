import { StoreUnavailableError } from '../../storeUnavailableError';
import type { RedisServer } from '../redisServer';
import { brokenWays, refusals, type Fault } from './faults';
import { RedisReplyError } from './redisReplyError';

/**
 * What a failed command or connection means to whoever waits for it. It has no cause: the library's errors hold the
 * command with its arguments, the password among them.
 */
export function redisFault(error: unknown, server: RedisServer): StoreUnavailableError | RedisReplyError {
  if (isReply(error)) return replyFault(textOf(error.message), server);
  const text = signsOf(error);
  const fault = brokenWays.find(({ sign }) => sign.test(text)) ?? {
    says: `cannot be used: ${text}`,
    hint: 'Check the settings of the connection, and the log of the server.',
  };
  return unavailable(server, fault);
}

/** Whether an error is Redis' own answer, and not a fault of the way to it. */
export function isReply(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ReplyError';
}

/** Whether Redis does not know a script, because it has not seen it since it started. */
export function isUnknownScript(error: unknown): boolean {
  return isReply(error) && error.message.startsWith('NOSCRIPT');
}

function replyFault(message: string, server: RedisServer): StoreUnavailableError | RedisReplyError {
  const refusal = refusals.find(({ sign }) => sign.test(message));
  return refusal ? unavailable(server, refusal) : new RedisReplyError(message);
}

export function unavailable(server: RedisServer, { says, hint }: Fault): StoreUnavailableError {
  return new StoreUnavailableError(`Redis at ${placeOf(server)} ${says}`, { hint });
}

function signsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return `${code} ${textOf(error.message)}`;
}

/** Without the arguments of the command, which Redis quotes for one that it does not know: AUTH has secret ones. */
function textOf(message: string): string {
  return message.replace(/, with args beginning with.*/s, '');
}

function placeOf({ host, port }: RedisServer): string {
  return `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}
