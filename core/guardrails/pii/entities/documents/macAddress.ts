import type { EntityDetector } from '../../entityDetector';
import { DOUBTFUL, LIKELY } from './confidence';
import { findForms, form } from './form';

const PAIR = '[0-9a-f]{2}';
const LONE = (source: string) => `(?<![0-9a-f][-:.])(?:${source})(?![-:.][0-9a-f])`;
/** Six pairs, or eight of an EUI-64, or three groups of four; sixteen pairs or more are a fingerprint. */
const MAC = form(
  LONE(`${PAIR}([-:])(?:${PAIR}\\1){4}(?:${PAIR}\\1${PAIR}\\1)?${PAIR}|(?:[0-9a-f]{4}\\.){2}[0-9a-f]{4}`),
);
const NOBODYS = /^(?:[0:.-]+|[f:.-]+)$/i;
const ONLY_DIGITS = /^[\d.-]+$/;

/** Hardware addresses (IEEE 802, EUI-48 and EUI-64), but the unset one and the one that means everybody. */
export const macAddress: EntityDetector<'mac_address'> = {
  type: 'mac_address',
  supportingWords: [
    'mac',
    'hardware',
    'ethernet',
    'wifi',
    'wi fi',
    'wlan',
    'bluetooth',
    'bssid',
    'nic',
    'device',
  ],
  opposingWords: ['fingerprint', 'sha', 'md', 'checksum', 'hash'],
  find: (view) =>
    findForms(view, MAC, ([printed]) => {
      if (NOBODYS.test(printed)) return undefined;
      return ONLY_DIGITS.test(printed) ? DOUBTFUL : LIKELY;
    }),
};
