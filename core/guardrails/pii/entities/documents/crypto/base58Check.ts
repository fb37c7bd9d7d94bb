import { createHash } from 'node:crypto';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const CHECKSUM_BYTES = 4;

/**
 * The bytes that a Base58Check text stands for, without its checksum; undefined when that is wrong (Bitcoin wiki,
 * "Base58Check encoding").
 */
export function decodeBase58Check(text: string): Uint8Array | undefined {
  const bytes = decodeBase58(text);
  const payload = bytes?.subarray(0, -CHECKSUM_BYTES);
  if (!bytes || !payload || payload.length === 0) return undefined;
  const checksum = sha256(sha256(payload));
  const given = bytes.subarray(-CHECKSUM_BYTES);
  return given.every((byte, place) => byte === checksum[place]) ? payload : undefined;
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/** Meant for short texts: its time grows with the square of the length. */
function decodeBase58(text: string): Uint8Array | undefined {
  /** Of the number, the lowest first. */
  const bytes: number[] = [];
  for (const character of text) {
    let carry = ALPHABET.indexOf(character);
    if (carry < 0) return undefined;
    for (const [place, byte] of bytes.entries()) {
      carry += byte * ALPHABET.length;
      bytes[place] = carry % 256;
      carry = Math.floor(carry / 256);
    }
    if (carry > 0) bytes.push(carry);
  }
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  return Uint8Array.from([...Array.from({ length: zeros }, () => 0), ...bytes.reverse()]);
}
