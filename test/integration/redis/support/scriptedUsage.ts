import type { Redis } from 'ioredis';
import type { LimitType, Usage, UsageLimits } from '../../../../core/stores/limitStore';
import type { RedisScript } from '../../../../core/stores/redis/connection/redisScript';
import { scripts } from '../../../../core/stores/redis/scripts';
import { readStoredUsage } from '../../../../core/stores/redis/storedUsage';
import { HEAD_BYTES, readUsageHead, usageOf } from '../../../../core/stores/redis/usageHead';
import {
  countedText,
  readReservationId,
  reservationIdOf,
  type Ticket,
} from '../../../../core/stores/usage/reservationId';
import type { UserUsage } from '../../../../core/stores/usage/userUsage';

export const SALT = 'ABCDEFGHIJKL';

/** Ann's. */
const KEY = 'test:{YW5u}:usage';
const LIMIT_TYPES: readonly LimitType[] = ['hourly', 'daily', 'budget', 'concurrent'];
const ASKS_THE_TIME = /redis\.call\('TIME'\)/g;

/** What a script says of a request, in the words of a usage. */
export type Answer =
  | { readonly ticket: Ticket; readonly usage: Usage }
  | { readonly limitType: LimitType; readonly retryAfterMs: number | null };

/** A usage as the scripts keep it in a real Redis, at the moments that the test gives. */
export class ScriptedUsage {
  readonly #redis: Redis;
  /** What the usage signs its reservations with, as its head told. */
  #salt = SALT;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  async clear(): Promise<void> {
    await this.#redis.del(KEY);
  }

  async reserve(
    { limits, estimateNanoUsd, leaseMs }: { limits: UsageLimits; estimateNanoUsd: number; leaseMs: number },
    now: number,
  ): Promise<Answer> {
    const argument = `${termsOf(limits, estimateNanoUsd)} ${String(leaseMs)} ${SALT}`;
    const answer = await this.#run(scripts.reserve, argument, now);
    if (!Buffer.isBuffer(answer)) return refusalOf(Array.isArray(answer) ? answer.map(Number) : []);
    const { nextSequence, lastAt: time, totals, salt } = readUsageHead(answer);
    this.#salt = salt;
    const ticket = {
      userId: 'ann',
      sequence: nextSequence - 1,
      time,
      leaseEnd: time + leaseMs,
      estimateNanoUsd,
    };
    return { ticket, usage: usageOf(totals) };
  }

  /** Undefined when it would be let in. */
  async check(limits: UsageLimits, estimateNanoUsd: number, now: number): Promise<Answer | undefined> {
    const answer = await this.#run(scripts.check, termsOf(limits, estimateNanoUsd), now);
    return answer === 1 ? undefined : refusalOf(String(answer).split(' ').map(Number));
  }

  /** @param cost undefined to take the request back */
  async close(ticket: Ticket, cost: number | undefined, now: number): Promise<boolean> {
    const { signature } = readReservationId(reservationIdOf(ticket, this.#salt));
    const argument = `${countedText(ticket)} ${signature} ${String(cost ?? '-')}`;
    return (await this.#run(scripts.closing, argument, now)) === 1;
  }

  async record(nanoUsd: number, now: number): Promise<void> {
    await this.#run(scripts.record, String(nanoUsd), now);
  }

  async usage(now: number): Promise<Usage> {
    const answer = await this.#run(scripts.usageNow, '', now);
    const [hourly = 0, hourLast = 0, daily = 0, dayLast = 0, nanoUsd = 0, concurrent = 0, leasesLast = 0] =
      Array.isArray(answer) ? answer.map(Number) : [];
    return usageOf([hourly, hourLast, daily, dayLast, nanoUsd, concurrent, leasesLast]);
  }

  /** What the key holds, as of this moment; undefined when it holds nothing. */
  async stored(now: number): Promise<UserUsage | undefined> {
    const value = await this.#redis.getBuffer(KEY);
    if (!value) return undefined;
    const usage = readStoredUsage(value);
    usage.expire(now);
    return usage;
  }

  /** When the usage was last packed; what came since is in the journal. */
  async packedAt(): Promise<number> {
    const value = await this.#redis.getBuffer(KEY);
    return value ? readUsageHead(value.subarray(-HEAD_BYTES)).packedAt : -Infinity;
  }

  async #run({ source }: RedisScript, argument: string, now: number): Promise<unknown> {
    const seconds = Math.floor(now / 1_000);
    const microseconds = Math.round((now - seconds * 1_000) * 1_000);
    return await this.#redis.callBuffer(
      'EVAL',
      source.replaceAll(ASKS_THE_TIME, '{ARGV[2], ARGV[3]}'),
      '1',
      KEY,
      argument,
      String(seconds),
      String(microseconds),
    );
  }
}

function termsOf(limits: UsageLimits, estimateNanoUsd: number): string {
  const { requestsPerHour, requestsPerDay, dailyBudgetNanoUsd, concurrentRequests } = limits;
  return [requestsPerHour, requestsPerDay, dailyBudgetNanoUsd, concurrentRequests, estimateNanoUsd]
    .map((limit) => limit ?? '-')
    .join(' ');
}

function refusalOf([limit = 0, wait = 0]: readonly number[]): Answer {
  const limitType = LIMIT_TYPES[limit - 1];
  if (!limitType) throw new Error(`There is no limit ${String(limit)}`);
  return { limitType, retryAfterMs: wait < 0 ? null : wait };
}
