import isIdentityCard from 'validator/lib/isIdentityCard';
import type { EntityDetector } from '../../entityDetector';
import { DOUBTFUL } from './confidence';
import { isRealDate } from './dates/realDate';
import { findForms, form } from './form';
import { OTHER_NUMBERS } from './words';

const PESEL = form(String.raw`\d{11}`);
/** The month carries the century: 1-12 for 19xx, 21-32 for 20xx, up to 81-92 for 18xx. */
const CENTURIES = [1900, 2000, 2100, 2200, 1800];

/**
 * Polish PESEL: a real day of birth and a check digit over eleven digits (Ustawa o ewidencji ludności, art. 15).
 * One number in fifty-five is one by chance.
 */
export const plPesel: EntityDetector<'pl_pesel'> = {
  type: 'pl_pesel',
  supportingWords: [
    'pesel',
    'numer ewidencyjny',
    'identyfikacyjny',
    'dowód',
    'obywatel',
    'urodzony',
    'urodzona',
  ],
  opposingWords: [...OTHER_NUMBERS, 'zamówienie', 'faktura'],
  find: (view) =>
    findForms(view, PESEL, ([digits]) =>
      hasRealBirthday(digits) && isIdentityCard(digits, 'PL') ? DOUBTFUL : undefined,
    ),
};

function hasRealBirthday(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const century = CENTURIES[Math.floor(month / 20)] ?? 0;
  return isRealDate(century + Number(digits.slice(0, 2)), month % 20, Number(digits.slice(4, 6)));
}
