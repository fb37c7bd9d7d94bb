import type { DocumentPiiType } from '../../piiTypes';
import type { EntityDetector } from '../../entityDetector';
import { auAbn } from './auAbn';
import { auTfn } from './auTfn';
import { cryptoAddress } from './crypto/cryptoAddress';
import { dateOfBirth } from './dateOfBirth';
import { esNie } from './esNie';
import { esNif } from './esNif';
import { inAadhaar } from './inAadhaar';
import { inPan } from './inPan';
import { itFiscalCode } from './itFiscalCode';
import { macAddress } from './macAddress';
import { plPesel } from './plPesel';
import { ukNhs } from './ukNhs';
import { ukNino } from './ukNino';
import { usItin } from './usItin';

const DETECTORS = {
  us_itin: usItin,
  uk_nhs: ukNhs,
  uk_nino: ukNino,
  es_nif: esNif,
  es_nie: esNie,
  it_fiscal_code: itFiscalCode,
  pl_pesel: plPesel,
  in_aadhaar: inAadhaar,
  in_pan: inPan,
  au_tfn: auTfn,
  au_abn: auAbn,
  crypto_address: cryptoAddress,
  mac_address: macAddress,
  date_of_birth: dateOfBirth,
} satisfies { [Type in DocumentPiiType]: EntityDetector<Type> };

/** A detector for every type of document, in the order of the types. */
export const documentDetectors: ReadonlyMap<DocumentPiiType, EntityDetector<DocumentPiiType>> = new Map(
  Object.values(DETECTORS).map((detector) => [detector.type, detector]),
);
