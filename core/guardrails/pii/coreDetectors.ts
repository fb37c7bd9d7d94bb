import type { EntityDetector } from './entityDetector';
import { creditCardDetector } from './entities/creditCard';
import { emailDetector } from './entities/email';
import { ibanDetector } from './entities/iban';
import { ipAddressDetector } from './entities/ipAddress';
import { phoneDetector } from './entities/phone';
import type { Region } from './entities/phone/numberingPlans';
import { ssnDetector } from './entities/ssn';
import { urlCredentialsDetector } from './entities/urlCredentials';
import type { CorePiiType } from './piiTypes';

export interface CoreDetectorOptions {
  readonly defaultRegion: Region;
  readonly includePrivateIps: boolean;
}

export function coreDetectors({
  defaultRegion,
  includePrivateIps,
}: CoreDetectorOptions): Readonly<Record<CorePiiType, EntityDetector>> {
  return {
    email: emailDetector,
    phone: phoneDetector(defaultRegion),
    ssn: ssnDetector,
    credit_card: creditCardDetector,
    ip_address: ipAddressDetector({ includePrivate: includePrivateIps }),
    iban: ibanDetector,
    url_credentials: urlCredentialsDetector,
  };
}
