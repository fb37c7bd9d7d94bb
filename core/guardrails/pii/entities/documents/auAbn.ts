import isVAT from 'validator/lib/isVAT';
import type { EntityDetector } from '../../entityDetector';
import { DOUBTFUL, PLAUSIBLE } from './confidence';
import { compact, isGrouped } from './digits';
import { findForms, form } from './form';
import { OTHER_NUMBERS } from './words';

// The check digits are 11 to 99: the lead is never a zero.
const ABN = form(String.raw`[1-9]\d{10}|[1-9]\d([ -])\d{3}\1\d{3}\1\d{3}(?![ -]\d)`);

/** Australian business numbers: eleven digits, modulus 89 (Australian Business Register, "Format of the ABN"). */
export const auAbn: EntityDetector<'au_abn'> = {
  type: 'au_abn',
  supportingWords: ['abn', 'business number', 'australian business', 'sole trader', 'gst', 'abr'],
  opposingWords: OTHER_NUMBERS.filter((word) => word !== 'invoice'),
  find: (view) =>
    findForms(view, ABN, ([printed]) => {
      if (!isVAT(compact(printed), 'AU')) return undefined;
      return isGrouped(printed) ? PLAUSIBLE : DOUBTFUL;
    }),
};
