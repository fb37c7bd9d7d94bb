import type { EntityDetector } from '../../entityDetector';
import { DOUBTFUL } from './confidence';
import { compact, isOneDigitRepeated, weightedSum } from './digits';
import { findForms, form } from './form';
import { OTHER_NUMBERS } from './words';

const NHS_NUMBER = form(String.raw`\d{3}([ -]?)\d{3}\1\d{4}`);
const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/**
 * NHS numbers of England, Wales and the Isle of Man: ten digits, modulus 11 (NHS Data Dictionary, "NHS NUMBER"). One
 * phone number in eleven meets the checksum and is printed alike, so that a supporting word is always needed.
 */
export const ukNhs: EntityDetector<'uk_nhs'> = {
  type: 'uk_nhs',
  supportingWords: ['nhs', 'national health', 'health service', 'patient', 'hospital', 'gp', 'surgery'],
  opposingWords: OTHER_NUMBERS,
  find: (view) =>
    findForms(view, NHS_NUMBER, ([printed]) => (isNhsNumber(compact(printed)) ? DOUBTFUL : undefined)),
};

function isNhsNumber(digits: string): boolean {
  const check = (11 - (weightedSum(digits, WEIGHTS) % 11)) % 11;
  return check === Number(digits.charAt(9)) && !isOneDigitRepeated(digits);
}
