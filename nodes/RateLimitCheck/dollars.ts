import { InvalidParameterError, LARGEST_COST_USD } from '../../core';

/**
 * @param label what the panel calls the field
 * @throws {InvalidParameterError}
 */
export function readDollars(label: string, given: unknown): number {
  if (typeof given === 'number' && given >= 0 && given <= LARGEST_COST_USD) return given;
  const allowed = `a number of US dollars from 0 to ${String(LARGEST_COST_USD)}`;
  throw new InvalidParameterError(label, given, allowed);
}
