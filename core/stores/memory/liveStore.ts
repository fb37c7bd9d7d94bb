import type { Clock } from '../../time/clock';
import type { BatchEntry } from '../batchStore';
import type { Calibration, Outcome } from '../calibrationStore';
import type { AdmissionRequest, Check, Closing, Reservation, Usage } from '../limitStore';
import type { ProfilePage, ProfileQuery, StoredProfile } from '../profileStore';
import type { HiddenValue } from '../redactionStore';
import type { CachedResponse } from '../responses/cachedResponses';
import type { Store, UserExport } from '../store';
import { packUsage } from '../usage/packedUsage';
import { isSignedWith, readReservationId, reservationIdOf, type SignedTicket } from '../usage/reservationId';
import { UserUsage } from '../usage/userUsage';
import type { LiveState } from './liveState';
import { pageOf } from './profilePage';

/** Told about writes, so that somebody may keep them. What is new takes room: refused by throwing. */
export interface WriteListener {
  beforeNewUsage(): void;
  afterUsage(userId: string): void;
  beforeProfile(profile: StoredProfile, known: StoredProfile | undefined): void;
  afterProfile(userId: string): void;
  /** @param values those that have no placeholder yet */
  beforeRedactions(conversationId: string, values: readonly HiddenValue[]): void;
  afterRedactions(conversationId: string): void;
  beforeOutcome(outcome: Outcome): void;
  afterOutcome(): void;
  beforeResponse(response: CachedResponse): void;
  afterResponses(): void;
  beforeBatchEntries(batchId: string, entries: readonly BatchEntry[]): void;
  afterBatch(batchId: string): void;
}

const ALLOWED: Check = { allowed: true };

/** What an unknown user has used; never written to. */
const NOTHING = new UserUsage();

/** A store over objects of this process. It decides synchronously: nothing comes between a check and its count. */
export class LiveStore implements Store {
  readonly scope: string;
  readonly #state: LiveState;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #listener: WriteListener | undefined;

  constructor(state: LiveState, clock: Pick<Clock, 'now'>, listener?: WriteListener) {
    this.scope = state.id;
    this.#state = state;
    this.#clock = clock;
    this.#listener = listener;
  }

  check(request: AdmissionRequest): Check {
    const now = this.#clock.now();
    const usage = this.#state.usageOf(request.userId, now) ?? NOTHING;
    return usage.refusal(request, now) ?? ALLOWED;
  }

  reserve(request: AdmissionRequest, leaseMs: number): Reservation {
    const now = this.#clock.now();
    const known = this.#state.usageOf(request.userId, now);
    const refusal = (known ?? NOTHING).refusal(request, now);
    if (refusal) return { ...refusal, usage: (known ?? NOTHING).snapshot() };
    const usage = known ?? this.#newUsage(request.userId, now);
    const ticket = usage.reserve({ ...request, leaseMs }, now);
    this.#listener?.afterUsage(request.userId);
    return { allowed: true, reservationId: reservationIdOf(ticket, usage.salt), usage: usage.snapshot() };
  }

  settle(reservationId: string, costNanoUsd: number): Closing {
    return this.#close(reservationId, (usage, ticket, now) => usage.settle(ticket, costNanoUsd, now));
  }

  release(reservationId: string): Closing {
    return this.#close(reservationId, (usage, ticket, now) => usage.release(ticket, now));
  }

  recordRequest(userId: string, costNanoUsd: number): void {
    const now = this.#clock.now();
    const usage = this.#state.usageOf(userId, now) ?? this.#newUsage(userId, now);
    usage.record(costNanoUsd, now);
    this.#listener?.afterUsage(userId);
  }

  getUsage(userId: string): Usage {
    return (this.#state.usageOf(userId, this.#clock.now()) ?? NOTHING).snapshot();
  }

  resetUsage(userId: string): void {
    if (this.#state.dropUsage(userId)) this.#listener?.afterUsage(userId);
  }

  getProfile(userId: string): StoredProfile | undefined {
    return this.#state.profiles.get(userId);
  }

  putProfile(profile: StoredProfile): void {
    const { userId } = profile;
    this.#listener?.beforeProfile(profile, this.#state.profiles.get(userId));
    this.#state.profiles.set(userId, profile);
    this.#listener?.afterProfile(userId);
  }

  deleteProfile(userId: string): boolean {
    const existed = this.#state.profiles.delete(userId);
    if (existed) this.#listener?.afterProfile(userId);
    return existed;
  }

  listProfiles(query: ProfileQuery): ProfilePage {
    return pageOf(this.#state.profiles, query);
  }

  deleteUser(userId: string): boolean {
    const hadUsage = this.#state.usages.has(userId);
    this.resetUsage(userId);
    const hadResponses = this.#state.responses.deleteOf(userId, this.#clock.now());
    if (hadResponses) this.#listener?.afterResponses();
    return this.deleteProfile(userId) || hadUsage || hadResponses;
  }

  exportUser(userId: string): UserExport | undefined {
    const profile = this.#state.profiles.get(userId);
    const now = this.#clock.now();
    const usage = this.#state.usageOf(userId, now);
    const responses = this.#state.responses.valuesOf(userId, now);
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
  ): readonly string[] {
    const now = this.#clock.now();
    const { redactions } = this.#state;
    this.#listener?.beforeRedactions(conversationId, redactions.unnamed(conversationId, values, now));
    const names = redactions.assign(conversationId, values, ttlMs, now);
    this.#listener?.afterRedactions(conversationId);
    return names;
  }

  placeholdersOf(conversationId: string): ReadonlyMap<string, string> {
    const now = this.#clock.now();
    const conversation = this.#state.redactions.find(conversationId, now);
    if (!conversation) return new Map();
    this.#state.redactions.renew(conversation, now);
    this.#listener?.afterRedactions(conversationId);
    return new Map(conversation.placeholders.values);
  }

  deleteRedactions(conversationId: string): boolean {
    const existed = this.#state.redactions.find(conversationId, this.#clock.now()) !== undefined;
    this.#state.redactions.delete(conversationId);
    if (existed) this.#listener?.afterRedactions(conversationId);
    return existed;
  }

  recordOutcome(outcome: Outcome): void {
    this.#listener?.beforeOutcome(outcome);
    this.#state.calibrations.record(outcome, this.#clock.now());
    this.#listener?.afterOutcome();
  }

  calibrationOf(model: string, domain?: string): Calibration | undefined {
    return this.#state.calibrations.find(model, domain);
  }

  cachedResponse(tenant: string, key: string): string | undefined {
    return this.#state.responses.find(tenant, key, this.#clock.now())?.value;
  }

  cacheResponse(tenant: string, key: string, value: string, ttlMs: number): void {
    const now = this.#clock.now();
    const response = { tenant, key, value, expiresAt: now + ttlMs };
    if (!this.#state.responses.takes(response)) return;
    this.#listener?.beforeResponse(response);
    this.#state.responses.add(response, now);
    this.#listener?.afterResponses();
  }

  batchEntries(batchId: string, keys: readonly string[]): readonly (string | undefined)[] {
    const batch = this.#state.batches.find(batchId, this.#clock.now());
    return keys.map((key) => batch?.entries.get(key));
  }

  keepBatchEntries(batchId: string, entries: readonly BatchEntry[], ttlMs: number): void {
    const now = this.#clock.now();
    this.#listener?.beforeBatchEntries(batchId, entries);
    this.#state.batches.keep(batchId, entries, now + ttlMs, now);
    this.#listener?.afterBatch(batchId);
  }

  finishBatch(batchId: string): void {
    const batch = this.#state.batches.find(batchId, this.#clock.now());
    if (!batch) return;
    batch.finished = true;
    this.#listener?.afterBatch(batchId);
  }

  deleteBatch(batchId: string): boolean {
    const existed = this.#state.batches.delete(batchId, this.#clock.now());
    if (existed) this.#listener?.afterBatch(batchId);
    return existed;
  }

  close(): void {
    // Everything is garbage collected along with the store.
  }

  #newUsage(userId: string, now: number): UserUsage {
    this.#listener?.beforeNewUsage();
    const usage = new UserUsage();
    this.#state.addUsage(userId, usage, now);
    return usage;
  }

  #close(
    reservationId: string,
    end: (usage: UserUsage, ticket: SignedTicket, now: number) => boolean,
  ): Closing {
    const ticket = readReservationId(reservationId);
    const now = this.#clock.now();
    const usage = this.#state.usageOf(ticket.userId, now);
    if (!usage || !isSignedWith(ticket, usage.salt)) return 'unknown';
    if (!end(usage, ticket, now)) return 'already closed';
    this.#listener?.afterUsage(ticket.userId);
    return 'closed';
  }
}
