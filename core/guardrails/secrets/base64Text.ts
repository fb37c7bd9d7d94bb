/** What base64 (of either alphabet) stands for, read as UTF-8. */
export function textOfBase64(encoded: string): string {
  return Buffer.from(encoded, 'base64').toString('utf8');
}
