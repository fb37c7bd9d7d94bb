import { InvalidParameterError } from '../../errors/invalidParameterError';
import { places, PROFILE_VERSION, snakeCase, type ProfileField, type GroupedField } from './fieldNames';
import { objectIn } from './json';
import { numberIn } from './numberIn';

/** How to find a field in some kind of row; undefined = it is not set. */
export type Fields = (name: ProfileField) => unknown;

/** Each version of the JSON has its own way to keep the fields. */
const versions: ReadonlyMap<unknown, (row: object) => Fields> = new Map([
  [1, flatFields],
  [PROFILE_VERSION, groupedFields],
]);

/**
 * Finds the fields in a serialised profile of any version, or in a database row, which has none.
 *
 * @throws {InvalidParameterError} for a version that this release does not know
 */
export function fieldsOf(row: object): Fields {
  const version = ownValue(row, 'version') ?? undefined;
  if (version === undefined) return unversionedFields(row);
  const fields = versions.get(numberIn(version));
  if (fields) return fields(row);
  const allowed = `one of ${[...versions.keys()].join(', ')} (a later one needs a later release)`;
  throw new InvalidParameterError('version', version, allowed);
}

/** Version 1 had all fields side by side, like the columns of a table, where NULL is not set. */
export function flatFields(row: object): Fields {
  return (name) => valueOf(row, name) ?? undefined;
}

/** Version 2 groups them as the profile does. */
function groupedFields(row: object): Fields {
  const flat = flatFields(row);
  return (name) => {
    if (!isGrouped(name)) return flat(name);
    const [groupName] = places[name];
    const given = valueOf(row, groupName) ?? {};
    const group = objectIn(given);
    if (group) return valueInGroup(group, name);
    throw new InvalidParameterError(groupName, given, 'an object or the JSON text of one');
  };
}

/** Columns side by side or a document with groups. A column `preferences` that is neither is somebody else's. */
function unversionedFields(row: object): Fields {
  const flat = flatFields(row);
  return (name) => {
    const value = flat(name);
    if (value !== undefined || !isGrouped(name)) return value;
    const group = objectIn(valueOf(row, places[name][0]));
    return group && valueInGroup(group, name);
  };
}

/** Null in `limits` is a choice, unlimited; elsewhere it is not set. */
function valueInGroup(group: object, name: GroupedField): unknown {
  const [groupName, field] = places[name];
  const value = valueOf(group, field);
  return groupName === 'limits' ? value : (value ?? undefined);
}

function isGrouped(name: ProfileField): name is GroupedField {
  return name in places;
}

/** The value under a name in camelCase or in snake_case. */
export function valueOf(row: object, name: string): unknown {
  const value = ownValue(row, name);
  return value === undefined ? ownValue(row, snakeCase(name)) : value;
}

/** Rows come from outside: what they inherit was not said by anybody. */
export function ownValue(row: object, name: string): unknown {
  const value: unknown = Object.hasOwn(row, name) ? Reflect.get(row, name) : undefined;
  return value;
}
