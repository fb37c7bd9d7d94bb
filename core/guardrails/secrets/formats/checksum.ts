const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM_LENGTH = 6;

/**
 * GitHub's and npm's keys end with the CRC-32 of what stands between prefix and checksum, in base 62.
 *
 * @see https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function hasBase62Checksum(key: string): boolean {
  const body = key.slice(key.indexOf('_') + 1);
  const checksum = base62(crc32(body.slice(0, -CHECKSUM_LENGTH)));
  return body.slice(-CHECKSUM_LENGTH) === checksum.padStart(CHECKSUM_LENGTH, '0');
}

/** CRC-32 as of IEEE 802.3 (reversed polynomial 0xedb88320), of ASCII characters. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function base62(value: number): string {
  const rest = Math.floor(value / DIGITS.length);
  const last = DIGITS.charAt(value % DIGITS.length);
  return rest === 0 ? last : base62(rest) + last;
}
