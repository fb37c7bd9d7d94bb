import type { Clock } from '../../time/clock';
import type { KeptCalibration } from '../calibration/calibrations';
import type { Outcome } from '../calibrationStore';
import { LiveState } from '../memory/liveState';
import type { StoredProfile } from '../profileStore';
import type { HiddenValue } from '../redactionStore';
import { RESPONSE_LIMITS } from '../responseCacheStore';
import type { CachedResponse, ProcessLimits } from '../responses/cachedResponses';
import { packUsage } from '../usage/packedUsage';
import {
  calibrationRow,
  profileRow,
  readSavedText,
  redactionRow,
  responseRow,
  savedText,
  usageRow,
} from './savedState';
import { StoreFullError } from './storeFullError';

/** n8n loads and saves the whole text with each execution that changes it. */
export const CAPACITY_BYTES = 1_048_576;

/** What a new user is taken to need at least, until the text is written again; a busy one comes to need up to 2 KB. */
const ROOM_PER_USER = 400;

/** What the row of a conversation needs besides its id and its values. */
const ROOM_PER_CONVERSATION = 60;

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
  /** Rows of the text that are still true, by user or conversation. */
  readonly #profileRows = new Map<string, string>();
  readonly #usageRows = new Map<string, string>();
  readonly #redactionRows = new Map<string, string>();
  readonly #calibrationRows = new WeakMap<KeptCalibration, string>();
  readonly #responseRows = new WeakMap<CachedResponse, string>();
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
    this.#usageRows.delete(userId);
    this.#unsaved = true;
  }

  profileChanged(userId: string): void {
    this.#profileRows.delete(userId);
    this.#unsaved = true;
  }

  redactionsChanged(conversationId: string): void {
    this.#redactionRows.delete(conversationId);
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
    this.#makeRoom(ROOM_PER_OUTCOME + bytesOf([model, model, domain]));
  }

  /** @throws {StoreFullError} when anything else needs the room */
  makeRoomForResponse(response: CachedResponse): void {
    const bytes = Buffer.byteLength(responseRow(response));
    if (!this.#hasRoom(bytes)) throw new StoreFullError(CAPACITY_BYTES);
    this.#bytes += bytes;
  }

  /** What goes into static data: n8n asks for its JSON when it saves, and so gets the newest state. */
  readonly saved = {
    toJSON: (): string => {
      this.#firstSavedAt ??= this.#clock.now();
      this.#unsaved = false;
      return this.#text();
    },
  };

  #makeRoom(bytes: number): void {
    if (!this.#hasRoom(bytes)) {
      this.production.responses.clear();
      this.#text();
    }
    if (this.#bytes + bytes > CAPACITY_BYTES) throw new StoreFullError(CAPACITY_BYTES);
    this.#bytes += bytes;
  }

  /** Whether there is room once all that no longer counts is gone. */
  #hasRoom(bytes: number): boolean {
    if (this.#bytes + bytes > CAPACITY_BYTES) {
      this.production.dropIdleUsages(this.#clock.now());
      this.#text();
    }
    return this.#bytes + bytes <= CAPACITY_BYTES;
  }

  #text(): string {
    const { profiles, usages, redactions, calibrations, responses } = this.production;
    redactions.dropExpired(this.#clock.now());
    responses.dropExpired(this.#clock.now());
    const text = savedText({
      profiles: rowsOf(profiles, this.#profileRows, (_, profile) => profileRow(profile)),
      usages: rowsOf(usages, this.#usageRows, (userId, usage) => usageRow(userId, packUsage(usage))),
      redactions: rowsOf(redactions.all, this.#redactionRows, redactionRow),
      calibrations: rowsOfObjects(calibrations.all, this.#calibrationRows, calibrationRow),
      responses: rowsOfObjects(responses.all, this.#responseRows, responseRow),
    });
    this.#bytes = Buffer.byteLength(text);
    return text;
  }
}

/** The row of each user or conversation, from those that are still true as far as they go. */
function rowsOf<Value>(
  values: ReadonlyMap<string, Value>,
  rows: Map<string, string>,
  write: (id: string, value: Value) => string,
): string[] {
  for (const id of rows.keys()) if (!values.has(id)) rows.delete(id);
  return [...values].map(([id, value]) => {
    const row = rows.get(id) ?? write(id, value);
    rows.set(id, row);
    return row;
  });
}

/** The same of values that are never changed, only replaced. */
function rowsOfObjects<Value extends object>(
  values: ReadonlyMap<string, Value>,
  rows: WeakMap<Value, string>,
  write: (value: Value) => string,
): string[] {
  return [...values.values()].map((value) => {
    const row = rows.get(value) ?? write(value);
    rows.set(value, row);
    return row;
  });
}

function rowBytes(profile: StoredProfile): number {
  return Buffer.byteLength(profileRow(profile));
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
