import { systemClock, type Clock } from '../../time/clock';
import type { BatchEntry } from '../batchStore';
import type { Calibration, Outcome } from '../calibrationStore';
import type {
  AdmissionRequest,
  Check,
  Closing,
  LimitType,
  Refusal,
  Reservation,
  Usage,
  UsageLimits,
} from '../limitStore';
import type { ProfilePage, ProfileQuery, StoredProfile } from '../profileStore';
import type { HiddenValue } from '../redactionStore';
import type { Store, UserExport } from '../store';
import { packUsage } from '../usage/packedUsage';
import { countedText, keyOf, newSalt, readReservationId, reservationIdOf } from '../usage/reservationId';
import { serverId, sharedConnection } from './connection/connectionPool';
import type { RedisConnection } from './connection/redisConnection';
import type { RedisScript } from './connection/redisScript';
import { corruptKey } from './corruptKey';
import { RedisBatches } from './redisBatches';
import { RedisCalibrations } from './redisCalibrations';
import { RedisProfiles } from './redisProfiles';
import { RedisRedactions } from './redisRedactions';
import { RedisResponses } from './redisResponses';
import { readRedisOptions, type RedisOptions } from './redisOptions';
import { scripts } from './scripts';
import { readStoredUsage } from './storedUsage';
import { readUsageHead, usageOf, type Totals } from './usageHead';

export interface RedisStoreOptions extends RedisOptions {
  /** For bounded waits; what counts is judged by the clock of Redis. The system's when left out. */
  readonly clock?: Clock;
}

const corruptUsage = corruptKey('The usage of a user');

const ALLOWED: Check = { allowed: true };

/** As the scripts number them, from 1. */
const LIMIT_TYPES: readonly LimitType[] = ['hourly', 'daily', 'budget', 'concurrent'];

/**
 * State in Redis, shared by all workflows and processes that use the same server and prefix. A decision is one round
 * trip: a script, by Redis' own clock. Keys are like `cascadeflow:{dXNlci0x}:usage`, the braces around what keeps all
 * keys of a user in one slot of a cluster. Usage expires by itself; profiles stay, because a user without one is FREE.
 *
 * Every call rejects with StoreUnavailableError when Redis cannot be used, within the time that the options give, and
 * with StoredStateError when a key holds something else.
 */
export class RedisStore implements Store {
  readonly scope: string;
  readonly #connection: RedisConnection;
  readonly #prefix: string;
  readonly #profiles: RedisProfiles;
  readonly #redactions: RedisRedactions;
  readonly #calibrations: RedisCalibrations;
  readonly #responses: RedisResponses;
  readonly #batches: RedisBatches;
  /** For users without a reservation yet; the first one decides. */
  readonly #salt = newSalt();
  readonly #limitTexts = new WeakMap<UsageLimits, string>();

  /** @throws {InvalidParameterError} */
  constructor({ clock = systemClock, ...options }: RedisStoreOptions = {}) {
    const { server, prefix } = readRedisOptions(options);
    this.#connection = sharedConnection(server, clock);
    this.#prefix = prefix;
    this.#profiles = new RedisProfiles(this.#connection, prefix);
    this.#redactions = new RedisRedactions(this.#connection, prefix);
    this.#calibrations = new RedisCalibrations(this.#connection, prefix);
    this.#responses = new RedisResponses(this.#connection, prefix);
    this.#batches = new RedisBatches(this.#connection, prefix);
    this.scope = `${serverId(server)} ${prefix}`;
  }

  check(request: AdmissionRequest): Promise<Check> {
    const argument = `${this.#textOf(request.limits)} ${String(request.estimateNanoUsd)}`;
    return this.#run(scripts.check, request.userId, argument, (reply) =>
      reply === 1 ? ALLOWED : refusalOf(String(reply).split(' ').map(Number)),
    );
  }

  reserve(request: AdmissionRequest, leaseMs: number): Promise<Reservation> {
    const { userId, limits, estimateNanoUsd } = request;
    const argument = `${this.#textOf(limits)} ${String(estimateNanoUsd)} ${String(leaseMs)} ${this.#salt}`;
    return this.#run(scripts.reserve, userId, argument, (reply) => {
      if (!Buffer.isBuffer(reply)) return refusedReservation(reply);
      const { nextSequence, lastAt: time, salt, totals } = readUsageHead(reply);
      const ticket = { userId, sequence: nextSequence - 1, time, leaseEnd: time + leaseMs, estimateNanoUsd };
      return { allowed: true, reservationId: reservationIdOf(ticket, salt), usage: usageOf(totals) };
    });
  }

  async settle(reservationId: string, costNanoUsd: number): Promise<Closing> {
    return await this.#close(reservationId, String(costNanoUsd));
  }

  async release(reservationId: string): Promise<Closing> {
    return await this.#close(reservationId, '-');
  }

  recordRequest(userId: string, costNanoUsd: number): Promise<void> {
    return this.#run(scripts.record, userId, String(costNanoUsd), () => undefined);
  }

  getUsage(userId: string): Promise<Usage> {
    return this.#run(scripts.usageNow, userId, '', (reply) => usageOf(readTotals(reply)));
  }

  async resetUsage(userId: string): Promise<void> {
    await this.#deleteUsage(userId);
  }

  getProfile(userId: string): Promise<StoredProfile | undefined> {
    return this.#profiles.get(userId);
  }

  putProfile(profile: StoredProfile): Promise<void> {
    return this.#profiles.put(profile);
  }

  deleteProfile(userId: string): Promise<boolean> {
    return this.#profiles.delete(userId);
  }

  listProfiles(query: ProfileQuery): Promise<ProfilePage> {
    return this.#profiles.list(query);
  }

  async deleteUser(userId: string): Promise<boolean> {
    const hadProfile = await this.deleteProfile(userId);
    const hadUsage = await this.#deleteUsage(userId);
    const hadResponses = await this.#responses.delete(userId);
    return hadProfile || hadUsage || hadResponses;
  }

  async exportUser(userId: string): Promise<UserExport | undefined> {
    const profile = await this.getProfile(userId);
    const usage = await this.#run(scripts.get, userId, '', (reply) =>
      Buffer.isBuffer(reply) ? readStoredUsage(reply) : undefined,
    );
    const responses = await this.#responses.valuesOf(userId);
    if (!profile && !usage && responses.length === 0) return undefined;
    return {
      ...(profile ? { profile } : {}),
      ...(usage ? { usage: packUsage(usage).toString('base64') } : {}),
      ...(responses.length > 0 ? { responses } : {}),
    };
  }

  assignPlaceholders(
    conversationId: string,
    values: readonly HiddenValue[],
    ttlMs: number,
  ): Promise<readonly string[]> {
    return this.#redactions.assign(conversationId, values, ttlMs);
  }

  placeholdersOf(conversationId: string): Promise<ReadonlyMap<string, string>> {
    return this.#redactions.placeholdersOf(conversationId);
  }

  deleteRedactions(conversationId: string): Promise<boolean> {
    return this.#redactions.delete(conversationId);
  }

  recordOutcome(outcome: Outcome): Promise<void> {
    return this.#calibrations.record(outcome);
  }

  calibrationOf(model: string, domain?: string): Promise<Calibration | undefined> {
    return this.#calibrations.find(model, domain);
  }

  cachedResponse(tenant: string, key: string): Promise<string | undefined> {
    return this.#responses.find(tenant, key);
  }

  cacheResponse(tenant: string, key: string, value: string, ttlMs: number): Promise<void> {
    return this.#responses.add(tenant, key, value, ttlMs);
  }

  batchEntries(batchId: string, keys: readonly string[]): Promise<readonly (string | undefined)[]> {
    return this.#batches.find(batchId, keys);
  }

  keepBatchEntries(batchId: string, entries: readonly BatchEntry[], ttlMs: number): Promise<void> {
    return this.#batches.keep(batchId, entries, ttlMs);
  }

  /** Redis makes no room for anything: the batch stays until its time is over. */
  finishBatch(): Promise<void> {
    return Promise.resolve();
  }

  deleteBatch(batchId: string): Promise<boolean> {
    return this.#batches.delete(batchId);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  /** True when there was any. */
  async #deleteUsage(userId: string): Promise<boolean> {
    return (await this.#connection.command('DEL', this.#usageKey(userId))) === 1;
  }

  #usageKey(userId: string): string {
    return `${this.#prefix}:{${keyOf(userId)}}:usage`;
  }

  #run<Result>(
    script: RedisScript,
    userId: string,
    argument: string,
    read: (reply: unknown) => Result,
  ): Promise<Result> {
    return this.#connection.run(script, this.#usageKey(userId), argument, read).catch(corruptUsage);
  }

  #close(reservationId: string, cost: string): Promise<Closing> {
    const ticket = readReservationId(reservationId);
    const argument = `${countedText(ticket)} ${ticket.signature} ${cost}`;
    return this.#run(scripts.closing, ticket.userId, argument, readClosing);
  }

  #textOf(limits: UsageLimits): string {
    const known = this.#limitTexts.get(limits);
    if (known !== undefined) return known;
    const { requestsPerHour, requestsPerDay, dailyBudgetNanoUsd, concurrentRequests } = limits;
    const text = [requestsPerHour, requestsPerDay, dailyBudgetNanoUsd, concurrentRequests]
      .map((limit) => limit ?? '-')
      .join(' ');
    this.#limitTexts.set(limits, text);
    return text;
  }
}

function readClosing(reply: unknown): Closing {
  if (reply === 1) return 'closed';
  return reply === 0 ? 'already closed' : 'unknown';
}

function refusedReservation(reply: unknown): Reservation {
  const [limit, waitMs, totals] = Array.isArray(reply) ? (reply as readonly unknown[]) : [];
  return { ...refusalOf([Number(limit), Number(waitMs)]), usage: usageOf(readTotals(totals)) };
}

function refusalOf([limit = 1, waitMs = 0]: readonly number[]): Refusal {
  return {
    allowed: false,
    limitType: LIMIT_TYPES[limit - 1] ?? 'hourly',
    retryAfterMs: waitMs < 0 ? null : waitMs,
  };
}

function readTotals(reply: unknown): Totals {
  const [hourly = 0, hourLast = 0, daily = 0, dayLast = 0, nanoUsd = 0, concurrent = 0, leasesLast = 0] =
    Array.isArray(reply) ? reply.map(Number) : [];
  return [hourly, hourLast, daily, dayLast, nanoUsd, concurrent, leasesLast];
}
