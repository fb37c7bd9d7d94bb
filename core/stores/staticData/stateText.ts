import type { KeptCalibration } from '../calibration/calibrations';
import type { LiveState } from '../memory/liveState';
import type { CachedResponse } from '../responses/cachedResponses';
import { packUsage } from '../usage/packedUsage';
import {
  batchRow,
  calibrationRow,
  profileRow,
  redactionRow,
  responseRow,
  savedText,
  usageRow,
} from './savedState';

/** Writes a state as its saved text. Rows that were written before and are still true are not written again. */
export class StateText {
  /** By user, conversation or batch. */
  readonly #profileRows = new Map<string, string>();
  readonly #usageRows = new Map<string, string>();
  readonly #redactionRows = new Map<string, string>();
  readonly #batchRows = new Map<string, string>();
  /** A change makes new objects of these. */
  readonly #calibrationRows = new WeakMap<KeptCalibration, string>();
  readonly #responseRows = new WeakMap<CachedResponse, string>();

  usageChanged(userId: string): void {
    this.#usageRows.delete(userId);
  }

  profileChanged(userId: string): void {
    this.#profileRows.delete(userId);
  }

  redactionsChanged(conversationId: string): void {
    this.#redactionRows.delete(conversationId);
  }

  batchChanged(batchId: string): void {
    this.#batchRows.delete(batchId);
  }

  write({ profiles, usages, redactions, calibrations, responses, batches }: LiveState): string {
    return savedText({
      profiles: rowsOf(profiles, this.#profileRows, (_, profile) => profileRow(profile)),
      usages: rowsOf(usages, this.#usageRows, (userId, usage) => usageRow(userId, packUsage(usage))),
      redactions: rowsOf(redactions.all, this.#redactionRows, redactionRow),
      calibrations: rowsOfObjects(calibrations.all, this.#calibrationRows, calibrationRow),
      responses: rowsOfObjects(responses.all, this.#responseRows, responseRow),
      batches: rowsOf(batches.all, this.#batchRows, batchRow),
    });
  }
}

/** The row of each value, from those that are still true as far as they go. */
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
