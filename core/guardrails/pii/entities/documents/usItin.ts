import type { EntityDetector } from '../../entityDetector';
import { DOUBTFUL, PLAUSIBLE } from './confidence';
import { isGrouped } from './digits';
import { findForms, form } from './form';
import { OTHER_NUMBERS } from './words';

const ITIN = form(String.raw`9\d{2}([ -]?)(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\1\d{4}`);

/**
 * US Individual Taxpayer Identification Numbers: 9xx-yy-xxxx with yy in 50-65, 70-88, 90-92 or 94-99
 * (Internal Revenue Manual 3.21.263). They have no checksum.
 */
export const usItin: EntityDetector<'us_itin'> = {
  type: 'us_itin',
  supportingWords: ['itin', 'individual taxpayer', 'taxpayer', 'tax id', 'tin', 'irs'],
  opposingWords: OTHER_NUMBERS,
  find: (view) => findForms(view, ITIN, ([printed]) => (isGrouped(printed) ? PLAUSIBLE : DOUBTFUL)),
};
