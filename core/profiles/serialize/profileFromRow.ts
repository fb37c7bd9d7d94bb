import { InvalidParameterError } from '../../errors/invalidParameterError';
import { refuseUnknownNames } from '../read/knownNames';
import type { UserProfile } from '../userProfile';
import { profileFields } from './columnValues';
import { profileOf, type DeserializeOptions } from './deserializeProfile';
import type { ProfileField } from './fieldNames';
import { flatFields, ownValue } from './fields';
import { objectIn } from './json';

/** How a table that was there first names things. */
export interface RowMapping extends DeserializeOptions {
  /** The column of a field where it has another name, e.g. `{ userId: 'customer_ref', tier: 'plan' }`; null = none. */
  columns?: Readonly<Partial<Record<ProfileField, string | null>>>;
  /** What plans are called there, in any case, e.g. `{ basic: 'STARTER' }`. */
  tierNames?: Readonly<Record<string, string>>;
}

/**
 * A profile from a row of a table with columns of its own naming, read as by `deserializeProfile`. Its `version`, if
 * any, is not ours.
 *
 * @throws {InvalidParameterError}
 */
export function profileFromRow(given: unknown, mapping: RowMapping = {}): UserProfile {
  const row = objectIn(given);
  if (!row) throw new InvalidParameterError('row', given, 'an object');
  const flat = flatFields(row);
  const { columns = {}, tierNames = {} } = mapping;
  refuseUnknownNames('columns', columns, profileFields);
  const tiers = new Map(Object.entries(tierNames).map(([theirs, ours]) => [comparable(theirs), ours]));
  const find = (name: ProfileField) => {
    const column = columns[name];
    if (column === undefined) return flat(name);
    return column === null ? undefined : (ownValue(row, column) ?? undefined);
  };
  return profileOf((name) => {
    const value = find(name);
    return name === 'tier' ? (tiers.get(comparable(value)) ?? value) : value;
  }, mapping);
}

function comparable(planName: unknown): unknown {
  return typeof planName === 'string' ? planName.trim().toLowerCase() : planName;
}
