import type { Clock } from '../../time/clock';
import type { BatchEntry } from '../batchStore';
import type { Outcome } from '../calibrationStore';
import { LiveState } from '../memory/liveState';
import type { StoredProfile } from '../profileStore';
import type { HiddenValue } from '../redactionStore';
import { RESPONSE_LIMITS } from '../responseCacheStore';
import type { CachedResponse, ProcessLimits } from '../responses/cachedResponses';
import { profileRow, readSavedText, responseRow } from './savedState';
import { StateText } from './stateText';
import { StoreFullError } from './storeFullError';

/** n8n loads and saves the whole text with each execution that changes it. */
export const CAPACITY_BYTES = 1_048_576;

/** What a new user is taken to need at least, until the text is written again; a busy one comes to need up to 2 KB. */
const ROOM_PER_USER = 400;

/** What the row of a conversation needs besides its id and its values. */
const ROOM_PER_CONVERSATION = 60;

/** What the row of a batch needs besides its id and its entries. */
const ROOM_PER_BATCH = 40;

/** Batches leave a quarter of the room, so that the next user who comes does not push one out. */
const BATCH_ROOM = 0.75 * CAPACITY_BYTES;

/** What the two rows of an outcome need besides the names. */
const ROOM_PER_OUTCOME = 200;

/** Answers are a saving, not state: they may take a quarter of the room, and leave it to whoever needs it. */
const RESPONSE_ROOM: ProcessLimits = {
  ...RESPONSE_LIMITS,
  entriesPerTenant: 20,
  bytesPerEntry: 8_192,
  bytesInAll: CAPACITY_BYTES / 4,
};

/**
 * The tenants of one workflow, live in this process. Decisions are made on these objects; static data is only their
 * saved copy, written as one text at the moment n8n saves, by whichever execution that happens in.
 */
export class WorkflowState {
  readonly production: LiveState;
  /** Runs by hand are never saved, so they count for themselves; profiles they write are everybody's. */
  readonly manual: LiveState;
  /** When executions began that should have found the saved text and found nothing. */
  readonly emptyStarts = new Set<number>();
  readonly #clock: Pick<Clock, 'now'>;
  readonly #text = new StateText();
  #bytes = 0;
  #unsaved = false;
  #firstSavedAt: number | undefined;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
    this.production = new LiveState({ responseLimits: RESPONSE_ROOM });
    this.manual = new LiveState({ profiles: this.production.profiles, responseLimits: RESPONSE_ROOM });
  }

  /** @throws {StoredStateError} when the text is not that of a state */
  static from(text: unknown, clock: Pick<Clock, 'now'>): WorkflowState {
    const state = new WorkflowState(clock);
    if (text === undefined) return state;
    const { production } = state;
    const saved = readSavedText(text);
    for (const profile of saved.profiles) production.profiles.set(profile.userId, profile);
    for (const [userId, usage] of saved.usages) production.addUsage(userId, usage, clock.now());
    for (const [id, kept] of saved.redactions) production.redactions.add(id, kept, clock.now());
    for (const kept of saved.calibrations) production.calibrations.add(kept);
    for (const response of saved.responses) production.responses.add(response, clock.now());
    for (const [id, batch] of saved.batches) production.batches.add(id, batch, clock.now());
    state.#bytes = saved.bytes;
    return state;
  }

  /** True while a change waits for a production run to save it. */
  get isUnsaved(): boolean {
    return this.#unsaved;
  }

  /** When n8n first took the text, in ms since the epoch. */
  get firstSavedAt(): number | undefined {
    return this.#firstSavedAt;
  }

  /** Size of the text when it was last written, and about what has come since. */
  get bytes(): number {
    return this.#bytes;
  }

  usageChanged(userId: string): void {
    this.#text.usageChanged(userId);
    this.#unsaved = true;
  }

  profileChanged(userId: string): void {
    this.#text.profileChanged(userId);
    this.#unsaved = true;
  }

  redactionsChanged(conversationId: string): void {
    this.#text.redactionsChanged(conversationId);
    this.#unsaved = true;
  }

  batchChanged(batchId: string): void {
    this.#text.batchChanged(batchId);
    this.#unsaved = true;
  }

  /** Of calibrations and responses: a change makes new objects of them, which have no rows yet. */
  changed(): void {
    this.#unsaved = true;
  }

  /** @throws {StoreFullError} when what still counts fills the capacity */
  makeRoomForUsage(): void {
    this.#makeRoom(ROOM_PER_USER);
  }

  /**
   * @param known the profile that it takes the place of, which may grow a little even when there is no room
   * @throws {StoreFullError} when what still counts fills the capacity
   */
  makeRoomForProfile(profile: StoredProfile, known: StoredProfile | undefined): void {
    const bytes = rowBytes(profile);
    const surplus = known ? bytes - rowBytes(known) - ROOM_PER_USER : Math.max(bytes, ROOM_PER_USER);
    if (surplus > 0) this.#makeRoom(surplus);
  }

  /**
   * @param values those that are new
   * @throws {StoreFullError} when what still counts fills the capacity
   */
  makeRoomForRedactions(conversationId: string, values: readonly HiddenValue[]): void {
    if (values.length > 0) this.#makeRoom(ROOM_PER_CONVERSATION + bytesOf([conversationId, ...values]));
  }

  /** @throws {StoreFullError} when what still counts fills the capacity */
  makeRoomForOutcome({ model, domain }: Outcome): void {
    if (this.production.calibrations.find(model, domain)) return;
    const bytes = ROOM_PER_OUTCOME + bytesOf([model, model, domain]);
    this.#makeRoomUpTo(CAPACITY_BYTES, bytes, () => this.production.batches.finished());
  }

  /** @throws {StoreFullError} when anything else needs the room */
  makeRoomForResponse(response: CachedResponse): void {
    const bytes = Buffer.byteLength(responseRow(response));
    if (!this.#hasRoom(bytes)) throw new StoreFullError(CAPACITY_BYTES);
    this.#bytes += bytes;
  }

  /** @throws {StoreFullError} when what still counts, or is not done yet, leaves no room */
  makeRoomForBatch(batchId: string, entries: readonly BatchEntry[]): void {
    const { batches } = this.production;
    const batch = batches.find(batchId, this.#clock.now());
    const surplus = entries
      .map(([key, text]) => entryBytes(key, text) - entryBytes(key, batch?.entries.get(key)))
      .reduce((sum, bytes) => sum + bytes, batch ? 0 : ROOM_PER_BATCH + bytesOf(batchId));
    const others = () => batches.finished().filter((other) => other !== batchId);
    if (surplus > 0) this.#makeRoomUpTo(BATCH_ROOM, surplus, others);
  }

  /** What goes into static data: n8n asks for its JSON when it saves, and so gets the newest state. */
  readonly saved = {
    toJSON: (): string => {
      this.#firstSavedAt ??= this.#clock.now();
      this.#unsaved = false;
      return this.#write();
    },
  };

  #makeRoom(bytes: number): void {
    this.#makeRoomUpTo(CAPACITY_BYTES, bytes, () => this.production.batches.leastMissed());
  }

  /** @param batches those that may go when nothing else helps, the first one first */
  #makeRoomUpTo(capacity: number, bytes: number, batches: () => readonly string[]): void {
    if (!this.#hasRoom(bytes, capacity)) {
      this.production.responses.clear();
      this.#write();
      this.#dropBatches(batches(), () => this.#bytes + bytes <= capacity);
    }
    if (this.#bytes + bytes > capacity) throw new StoreFullError(CAPACITY_BYTES);
    this.#bytes += bytes;
  }

  #dropBatches(batchIds: readonly string[], isEnough: () => boolean): void {
    for (const batchId of batchIds) {
      if (isEnough()) return;
      this.production.batches.delete(batchId, this.#clock.now());
      this.#write();
    }
  }

  /** Whether there is room once all that no longer counts is gone. */
  #hasRoom(bytes: number, capacity = CAPACITY_BYTES): boolean {
    if (this.#bytes + bytes > capacity) {
      this.production.dropIdleUsages(this.#clock.now());
      this.#write();
    }
    return this.#bytes + bytes <= capacity;
  }

  #write(): string {
    const now = this.#clock.now();
    this.production.redactions.dropExpired(now);
    this.production.responses.dropExpired(now);
    this.production.batches.dropExpired(now);
    const text = this.#text.write(this.production);
    this.#bytes = Buffer.byteLength(text);
    return text;
  }
}

function rowBytes(profile: StoredProfile): number {
  return Buffer.byteLength(profileRow(profile));
}

/** Of a row of a batch, with the comma. */
function entryBytes(key: string, text: string | undefined): number {
  return text === undefined ? 0 : bytesOf([key, text]) + 1;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
