import type { Signal } from '../../signal';

/**
 * A calculation of the draft, read with its units and brackets, does not come out. Reads more than `arithmetic`, and is
 * wrong more often, so it only lowers the odds and names no equation.
 */
export const wrongStep: Signal = ({ calculation }) =>
  calculation?.steps.some(({ holds }) => !holds) === true
    ? { strength: 1, reason: 'a calculation of the draft does not come out' }
    : undefined;
