import type { EntityDetector } from '../../entityDetector';
import { DOUBTFUL, PLAUSIBLE } from './confidence';
import { findForms, form } from './form';
import { OTHER_NUMBERS } from './words';

/** The fourth letter is the kind of holder: a person, a company, a trust... */
const PAN = form(String.raw`[A-Z]{3}[ABCFGHJLPT][A-Z](?!0000)\d{4}[A-Z]`);

/**
 * Indian Permanent Account Numbers, AAAPL1234C (Income Tax Department, "Know your PAN"). How the last letter is
 * computed is not published.
 */
export const inPan: EntityDetector<'in_pan'> = {
  type: 'in_pan',
  supportingWords: ['pan', 'permanent account', 'income tax', 'tax', 'kyc', 'itr'],
  opposingWords: OTHER_NUMBERS,
  find: (view) =>
    findForms(view, PAN, ([printed]) => (printed === printed.toUpperCase() ? PLAUSIBLE : DOUBTFUL)),
};
