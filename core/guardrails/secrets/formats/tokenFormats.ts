import { aiFormats } from './aiFormats';
import { cloudFormats } from './cloudFormats';
import { codeFormats } from './codeFormats';
import { messagingFormats } from './messagingFormats';
import { paymentFormats } from './paymentFormats';
import type { TokenFormat } from './tokenFormat';

export const tokenFormats: readonly TokenFormat[] = [
  ...aiFormats,
  ...cloudFormats,
  ...codeFormats,
  ...messagingFormats,
  ...paymentFormats,
];
