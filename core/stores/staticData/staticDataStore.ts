import { systemClock, type Clock } from '../../time/clock';
import { LiveStore, type WriteListener } from '../memory/liveStore';
import { StaticDataUselessError } from './staticDataUselessError';
import { CAPACITY_BYTES, WorkflowState } from './workflowState';

export interface StaticDataStoreOptions {
  /** Static data belongs to one workflow, and so does the state. */
  readonly workflowId: string;
  /** n8n's object for the workflow, as this execution was given it. */
  readonly staticData: Record<string, unknown>;
  /** `manual` for a run by hand, which n8n does not save: its usage is kept apart. `production` when left out. */
  readonly mode?: 'production' | 'manual';
  /** When the execution began, in ms since the epoch; lets the store notice that nothing it saves comes back. */
  readonly startedAt?: number;
  /** The system's when left out. */
  readonly clock?: Pick<Clock, 'now'>;
}

/** Where the state lies in static data. */
const KEY = 'cascadeflow';

/** n8n asks for the text a moment before it is in its database. */
const SAVING_TAKES_MS = 10_000;

/** So many executions in a row that should have found the saved state, and found nothing, prove that it gets lost. */
const EMPTY_STARTS_THAT_PROVE = 2;

/** By workflow, for the whole process. */
const states = new Map<string, WorkflowState>();

/**
 * State in n8n's static data. What one process decides is exact; what static data cannot do, node and README say: it
 * belongs to one workflow, and queue mode loses it.
 */
export class StaticDataStore extends LiveStore {
  readonly #state: WorkflowState;

  /**
   * @throws {StoredStateError} when static data holds something else
   * @throws {StaticDataUselessError} when it gets lost between executions
   */
  constructor(options: StaticDataStoreOptions) {
    const { workflowId, staticData, mode = 'production', clock = systemClock } = options;
    const state = states.get(workflowId) ?? WorkflowState.from(staticData[KEY], clock);
    states.set(workflowId, state);
    if (mode === 'manual') {
      super(state.manual, clock, whileManual(state));
    } else {
      noticeWhetherItCameBack(state, options);
      super(state.production, clock, whileInProduction(state, staticData));
    }
    this.#state = state;
  }

  /** How much of its room is taken. A hint is due from one half on. */
  get room(): { readonly usedBytes: number; readonly capacityBytes: number } {
    return { usedBytes: this.#state.bytes, capacityBytes: CAPACITY_BYTES };
  }
}

/** The profiles go to everybody, and to static data with the next run in production. */
function whileManual(state: WorkflowState): WriteListener {
  return {
    beforeNewUsage: () => undefined,
    afterUsage: () => undefined,
    beforeProfile: (profile, known) => {
      state.makeRoomForProfile(profile, known);
    },
    afterProfile: (userId) => {
      state.profileChanged(userId);
    },
    beforeRedactions: () => undefined,
    afterRedactions: () => undefined,
    beforeOutcome: () => undefined,
    afterOutcome: () => undefined,
    beforeResponse: () => undefined,
    afterResponses: () => undefined,
    beforeBatchEntries: () => undefined,
    afterBatch: () => undefined,
  };
}

function whileInProduction(state: WorkflowState, staticData: Record<string, unknown>): WriteListener {
  const keep = () => {
    staticData[KEY] = state.saved;
  };
  if (state.isUnsaved) keep();
  else if (typeof staticData[KEY] === 'string') supersede(staticData, state.saved);
  return {
    beforeNewUsage: () => {
      state.makeRoomForUsage();
    },
    afterUsage: (userId) => {
      state.usageChanged(userId);
      keep();
    },
    beforeProfile: (profile, known) => {
      state.makeRoomForProfile(profile, known);
    },
    afterProfile: (userId) => {
      state.profileChanged(userId);
      keep();
    },
    beforeRedactions: (conversationId, values) => {
      state.makeRoomForRedactions(conversationId, values);
    },
    afterRedactions: (conversationId) => {
      state.redactionsChanged(conversationId);
      keep();
    },
    beforeOutcome: (outcome) => {
      state.makeRoomForOutcome(outcome);
    },
    afterOutcome: () => {
      state.changed();
      keep();
    },
    beforeResponse: (response) => {
      state.makeRoomForResponse(response);
    },
    afterResponses: () => {
      state.changed();
      keep();
    },
    beforeBatchEntries: (batchId, entries) => {
      state.makeRoomForBatch(batchId, entries);
    },
    afterBatch: (batchId) => {
      state.batchChanged(batchId);
      keep();
    },
  };
}

/**
 * Should another node change static data in this execution, n8n saves all of it: then not the text that this execution
 * began with, which may be old by then. Defining the property, other than assigning it, is no change for n8n.
 */
function supersede(staticData: Record<string, unknown>, saved: object): void {
  Object.defineProperty(staticData, KEY, {
    value: saved,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

/** Executions that began before the first save had nothing to find, however late they come here. */
function noticeWhetherItCameBack(
  state: WorkflowState,
  { staticData, startedAt }: StaticDataStoreOptions,
): void {
  const found = typeof staticData[KEY];
  if (found === 'string') state.emptyStarts.clear();
  if (found !== 'undefined' || startedAt === undefined || state.firstSavedAt === undefined) return;
  if (startedAt <= state.firstSavedAt + SAVING_TAKES_MS) return;
  if (state.emptyStarts.size < EMPTY_STARTS_THAT_PROVE) state.emptyStarts.add(startedAt);
  if (state.emptyStarts.size >= EMPTY_STARTS_THAT_PROVE) throw new StaticDataUselessError();
}
