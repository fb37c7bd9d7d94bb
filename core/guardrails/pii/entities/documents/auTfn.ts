import type { EntityDetector } from '../../entityDetector';
import { DOUBTFUL } from './confidence';
import { compact, isOneDigitRepeated, weightedSum } from './digits';
import { findForms, form } from './form';
import { OTHER_NUMBERS } from './words';

const TFN = form(String.raw`\d{9}|(?<!\d[ -])\d{3}([ -])\d{3}\1\d{3}(?![ -]\d)`);
const WEIGHTS = [1, 4, 3, 7, 5, 8, 6, 9, 10];

/**
 * Australian tax file numbers of persons: nine digits whose weighted sum divides by 11 (Australian Taxation Office, software
 * developers' "TFN algorithm"). One number in eleven is one by chance, so that a supporting word is needed.
 */
export const auTfn: EntityDetector<'au_tfn'> = {
  type: 'au_tfn',
  supportingWords: ['tfn', 'tax file', 'tax', 'ato', 'taxation', 'superannuation', 'super fund'],
  opposingWords: [...OTHER_NUMBERS, 'acn', 'company'],
  find: (view) => findForms(view, TFN, ([printed]) => (isTfn(compact(printed)) ? DOUBTFUL : undefined)),
};

function isTfn(digits: string): boolean {
  return weightedSum(digits, WEIGHTS) % 11 === 0 && !isOneDigitRepeated(digits);
}
