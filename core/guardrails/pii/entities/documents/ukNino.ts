import type { EntityDetector } from '../../entityDetector';
import { DOUBTFUL, LIKELY } from './confidence';
import { findForms, form } from './form';
import { OTHER_NUMBERS } from './words';

const PREFIX = '(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]';
const NINO = form(String.raw`${PREFIX}([ -]?)\d{2}\1\d{2}\1\d{2}(?:\1[A-D])?`);
const WITH_SUFFIX = /[A-D]$/;

/**
 * UK National Insurance numbers, QQ 12 34 56 C: the prefixes that HMRC gives out (manual NIM39110), six digits and a
 * suffix A to D, which may be missing. They have no checksum.
 */
export const ukNino: EntityDetector<'uk_nino'> = {
  type: 'uk_nino',
  supportingWords: [
    'nino',
    'national insurance',
    'ni number',
    'ni no',
    'insurance number',
    'hmrc',
    'payroll',
  ],
  opposingWords: OTHER_NUMBERS,
  // In lower case, or without its suffix, it could be any short code.
  find: (view) => findForms(view, NINO, ([printed]) => (WITH_SUFFIX.test(printed) ? LIKELY : DOUBTFUL)),
};
