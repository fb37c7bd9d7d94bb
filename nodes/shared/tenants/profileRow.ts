import { deserializeProfile, profileFromRow, type RowMapping, type UserProfile } from '../../../core';
import { labelled } from './labelled';

/**
 * A profile from a field of an item: as this package writes it, or as a row of a table. What the panel says about the
 * names in the table makes it a row, whose `version` is not ours.
 *
 * @param label what the panel calls the field
 * @throws {InvalidParameterError}
 */
export function readProfileRow(label: string, given: unknown, mapping: RowMapping): UserProfile {
  const isMapped = mapping.columns !== undefined || mapping.tierNames !== undefined;
  return labelled(
    (parameter) => (parameter === 'profile' || parameter === 'row' ? label : `${label}: ${parameter}`),
    () => (isMapped ? profileFromRow(given, mapping) : deserializeProfile(given, mapping)),
  );
}
