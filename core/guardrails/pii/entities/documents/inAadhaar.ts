import type { EntityDetector } from '../../entityDetector';
import { isVerhoeff } from '../../checksums/verhoeff';
import { DOUBTFUL, PLAUSIBLE } from './confidence';
import { compact, isGrouped } from './digits';
import { findForms, form } from './form';
import { OTHER_NUMBERS } from './words';

// Four groups of four are a card.
const AADHAAR = form(String.raw`[2-9]\d{11}|(?<!\d[ -])[2-9]\d{3}([ -])\d{4}\1\d{4}(?![ -]\d)`);

/**
 * Indian Aadhaar: twelve digits, the first 2 to 9, the last one Verhoeff's, no palindrome (UIDAI, "A UID Numbering
 * Scheme", 2010).
 */
export const inAadhaar: EntityDetector<'in_aadhaar'> = {
  type: 'in_aadhaar',
  supportingWords: ['aadhaar', 'aadhar', 'adhaar', 'uidai', 'uid', 'enrolment', 'kyc', 'आधार'],
  opposingWords: OTHER_NUMBERS,
  find: (view) =>
    findForms(view, AADHAAR, ([printed]) => {
      if (!isAadhaar(compact(printed))) return undefined;
      return isGrouped(printed) ? PLAUSIBLE : DOUBTFUL;
    }),
};

function isAadhaar(digits: string): boolean {
  return isVerhoeff(digits) && digits !== Array.from(digits).reverse().join('');
}
