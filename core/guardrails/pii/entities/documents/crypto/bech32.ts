const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const CHECKSUM_LENGTH = 6;
/** What the checksum comes to: of Bech32 (BIP 173), and of Bech32m (BIP 350). */
const BECH32 = 1;
const BECH32M = 0x2bc830a3;

/**
 * Whether it is a segregated witness address of that network: version 0 under Bech32, later ones under Bech32m, with a
 * program of the length that the version asks for (BIP 141, 173 and 350).
 *
 * @param network the human-readable part: `bc`
 */
export function isSegwitAddress(address: string, network: string): boolean {
  const lower = address.toLowerCase();
  if (lower !== address && address.toUpperCase() !== address) return false;
  if (!lower.startsWith(`${network}1`)) return false;
  const values = Array.from(lower.slice(network.length + 1), (character) => ALPHABET.indexOf(character));
  const [version] = values;
  if (version === undefined || version > 16 || values.includes(-1)) return false;
  const sum = checksum([...expanded(network), ...values]);
  return sum === (version === 0 ? BECH32 : BECH32M) && isProgram(version, values.slice(1, -CHECKSUM_LENGTH));
}

function expanded(network: string): number[] {
  const codes = Array.from(network, (character) => character.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function checksum(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, term] of GENERATOR.entries()) {
      if ((top >>> bit) & 1) sum ^= term;
    }
  }
  return sum;
}

/** Five bits a value: they make 2 to 40 whole bytes, 20 or 32 under version 0, and fill the rest with zeros. */
function isProgram(version: number, values: readonly number[]): boolean {
  const bits = values.length * 5;
  const bytes = Math.floor(bits / 8);
  const spare = bits % 8;
  const isFilled = spare < 5 && ((values.at(-1) ?? 0) & ((1 << spare) - 1)) === 0;
  return isFilled && bytes >= 2 && bytes <= 40 && (version !== 0 || bytes === 20 || bytes === 32);
}
