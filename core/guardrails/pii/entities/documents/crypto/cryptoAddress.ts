import type { EntityDetector } from '../../../entityDetector';
import { CERTAIN, LIKELY } from '../confidence';
import { findForms, form } from '../form';
import { decodeBase58Check } from './base58Check';
import { isSegwitAddress } from './bech32';
import { keccak256 } from './keccak256';

const BASE58 = form('[13][1-9A-HJ-NP-Za-km-z]{25,34}', { caseSensitive: true });
const SEGWIT = form('bc1[02-9ac-hj-np-z]{8,87}');
const ETHEREUM = form('0x[0-9a-f]{40}');

/** Of a hash of a key (P2PKH), of a hash of a script (P2SH); both are 20 bytes long. */
const BITCOIN_VERSIONS: ReadonlySet<number | undefined> = new Set([0x00, 0x05]);
const BITCOIN_BYTES = 21;

/** Addresses of Bitcoin's main network (Base58Check, Bech32, Bech32m) and of Ethereum, by their checksums. */
export const cryptoAddress: EntityDetector<'crypto_address'> = {
  type: 'crypto_address',
  supportingWords: ['wallet', 'bitcoin', 'btc', 'ethereum', 'eth', 'crypto', 'address', 'donate', 'send'],
  *find(view) {
    yield* findForms(view, BASE58, ([address]) => (isLegacyBitcoin(address) ? CERTAIN : undefined));
    yield* findForms(view, SEGWIT, ([address]) => (isSegwitAddress(address, 'bc') ? CERTAIN : undefined));
    yield* findForms(view, ETHEREUM, ([address]) => ethereumConfidence(address.slice(2)));
  },
};

function isLegacyBitcoin(address: string): boolean {
  const payload = decodeBase58Check(address);
  return payload?.length === BITCOIN_BYTES && BITCOIN_VERSIONS.has(payload[0]);
}

/** Letters of one case carry no checksum; of both they carry that of EIP-55. */
function ethereumConfidence(digits: string): number | undefined {
  const lower = digits.toLowerCase();
  if (/^0+$/.test(digits)) return undefined;
  if (digits === lower || digits === digits.toUpperCase()) return LIKELY;
  return digits === checksummed(lower) ? CERTAIN : undefined;
}

/** EIP-55: a letter is a capital where the hash of all has a digit from 8 on. */
function checksummed(lower: string): string {
  const hash = keccak256(lower);
  return Array.from(lower, (digit, place) => (hash.charAt(place) >= '8' ? digit.toUpperCase() : digit)).join(
    '',
  );
}
