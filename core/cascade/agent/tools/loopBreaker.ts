import type { ToolCall } from '../../../models/chatModel';
import { readArguments } from './readArguments';

/** A model that asks for the same thing this often in a row learns nothing from the result. */
export const MOST_REPEATS = 3;

/** Counts in how many turns in a row each call was made with the same arguments. */
export class LoopBreaker {
  #turns: ReadonlyMap<string, number> = new Map();

  /** The first of the calls that would be made once too often, if they were made now. */
  repeated(calls: readonly ToolCall[]): ToolCall | undefined {
    return calls.find((call) => this.#countWith(call) >= MOST_REPEATS);
  }

  /** Notes the calls of a turn. */
  note(calls: readonly ToolCall[]): void {
    this.#turns = new Map(calls.map((call) => [identityOf(call), this.#countWith(call)]));
  }

  #countWith(call: ToolCall): number {
    return (this.#turns.get(identityOf(call)) ?? 0) + 1;
  }
}

/** Two calls are the same whatever blanks stand between their arguments. */
function identityOf({ name, arguments: written }: ToolCall): string {
  const read = readArguments(written);
  return JSON.stringify([name, read.readable ? read.canonical : written]);
}
