import type { z } from 'zod/v3';
import { InvalidParameterError, readParameter } from '../../errors/invalidParameterError';
import { FrozenMap } from '../frozenMap';

const LONGEST_KEY = 100;
/** As much of a key as an error shows. */
const KEY_SHOWN = 40;

/** @internal */
interface EntryRules<Value> {
  readonly value: z.ZodType<Value, z.ZodTypeDef, unknown>;
  readonly most: number;
}

/**
 * Reads an object or a map whose keys a user chose.
 *
 * @throws {InvalidParameterError}
 * @internal
 */
export function readEntries<Value>(
  parameter: string,
  given: unknown,
  { value: schema, most }: EntryRules<Value>,
): FrozenMap<Value> {
  const allowed = `an object or a map with at most ${String(most)} entries`;
  const entries = entriesOf(given);
  if (!entries || entries.length > most) throw new InvalidParameterError(parameter, given, allowed);
  return new FrozenMap(
    entries.map(([key, value]) => {
      const name = readKey(parameter, key);
      return [name, readParameter(`${parameter}.${shown(name)}`, value, schema)];
    }),
  );
}

function entriesOf(given: unknown): [unknown, unknown][] | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  return isMap(given) ? [...given.entries()] : Object.entries(given);
}

/** A map of this package that another copy of it made is no instance of ours. */
function isMap(given: object): given is ReadonlyMap<unknown, unknown> {
  return Symbol.iterator in given && 'entries' in given && typeof given.entries === 'function';
}

function readKey(parameter: string, key: unknown): string {
  if (typeof key === 'string' && key !== '' && key.length <= LONGEST_KEY) return key;
  const allowed = `a text of 1 to ${String(LONGEST_KEY)} characters`;
  throw new InvalidParameterError(`a key of ${parameter}`, key, allowed);
}

function shown(key: string): string {
  return key.length > KEY_SHOWN ? `${key.slice(0, KEY_SHOWN)}…` : key;
}
