import type { EntityDetector } from '../../entityDetector';
import { CERTAIN } from './confidence';
import { isRealDate } from './dates/realDate';
import { compact } from './digits';
import { findForms, form } from './form';

// Where two people would share a code, letters stand for some digits, the last ones first ("omocodia").
const DIGIT = '[0-9LMNPQRSTUV]';
const CODE = form(
  `[A-Z]{3}([ -]?)[A-Z]{3}\\1${DIGIT}{2}[ABCDEHLMPRST]${DIGIT}{2}\\1[A-Z]${DIGIT}{3}\\1[A-Z]`,
);
const OMOCODIA = 'LMNPQRSTUV';
const MONTHS = 'ABCDEHLMPRST';
/** By place in the alphabet, or by digit: what a character at an odd place is worth. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
/** Women's days of birth are 41 to 71. */
const DAY_OF_WOMEN = 40;

/**
 * Italian codice fiscale: sixteen characters with a real day of birth and a check letter over the characters as they
 * stand, omocodia included (Decreto ministeriale 23 dicembre 1976, art. 4 and 6).
 */
export const itFiscalCode: EntityDetector<'it_fiscal_code'> = {
  type: 'it_fiscal_code',
  supportingWords: ['codice fiscale', 'cod fisc', 'cf', 'c f', 'fiscale', 'fiscal code'],
  find: (view) =>
    findForms(view, CODE, ([printed]) =>
      isFiscalCode(compact(printed).toUpperCase()) ? CERTAIN : undefined,
    ),
};

function isFiscalCode(code: string): boolean {
  return hasRealBirthday(code) && checkLetterOf(code) === code.charAt(15);
}

/** The century is not told: 2000 had a 29 February, so that a `00` may have one. */
function hasRealBirthday(code: string): boolean {
  const day = numberAt(code, 9);
  const month = MONTHS.indexOf(code.charAt(8)) + 1;
  return isRealDate(2000 + numberAt(code, 6), month, day > DAY_OF_WOMEN ? day - DAY_OF_WOMEN : day);
}

function numberAt(code: string, place: number): number {
  return 10 * digitAt(code, place) + digitAt(code, place + 1);
}

function digitAt(code: string, place: number): number {
  const letter = OMOCODIA.indexOf(code.charAt(place));
  return letter >= 0 ? letter : Number(code.charAt(place));
}

function checkLetterOf(code: string): string {
  let sum = 0;
  for (let place = 0; place < 15; place += 1) {
    const value = Number.parseInt(code.charAt(place), 36);
    const plain = value >= 10 ? value - 10 : value;
    sum += place % 2 === 0 ? (ODD[plain] ?? 0) : plain;
  }
  return String.fromCharCode(65 + (sum % 26));
}
