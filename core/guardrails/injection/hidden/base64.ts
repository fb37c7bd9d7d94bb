/** The bytes of a Base64 or Base64url text that may go over several lines. */
export function bytesOfBase64(text: string): Uint8Array {
  const signs = text
    .replace(/[^A-Za-z0-9+/_-]/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  // One sign alone holds no byte.
  const whole = signs.length % 4 === 1 ? signs.slice(0, -1) : signs;
  return Uint8Array.from(atob(whole), (byte) => byte.charCodeAt(0));
}
