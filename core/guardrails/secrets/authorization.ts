import { textOfBase64 } from './base64Text';
import type { SecretRule } from './candidate';
import { isFilling, isExpression } from './likeness/placeholder';
import { kindsIn, RANDOM, randomnessOf } from './likeness/randomness';

/** `Authorization: Bearer …`, as a header, in JSON or in code; or the scheme alone. */
const SCHEME =
  /(authorization["']?[ \t]{0,4}[:=,][ \t]{0,4}["'`]?)?(?<![A-Za-z0-9])(bearer|basic|token|apikey|digest)[ \t]{1,4}([\w.~+/=:-]{8,4000})/gi;

/** What an HTTP request proves itself with. */
export const authorizations: SecretRule = function* (text) {
  for (const match of text.matchAll(SCHEME)) {
    const [whole, header, scheme = '', value = ''] = match;
    const confidence = confidenceOf(scheme.toLowerCase(), value, header !== undefined);
    const start = match.index + whole.length - value.length;
    const type = scheme.toLowerCase() === 'basic' ? 'basic_authorization' : 'bearer_token';
    if (confidence > 0) yield { type, start, end: start + value.length, confidence, shown: '' };
  }
};

function confidenceOf(scheme: string, value: string, inHeader: boolean): number {
  if (isFilling(value) || isExpression(value)) return 0;
  if (scheme === 'basic') return isUserAndPassword(value) ? 0.9 : 0;
  if (scheme !== 'bearer' && !inHeader) return 0;
  if (randomnessOf(value) < RANDOM / 2 || !/\d/.test(value)) return 0;
  if (inHeader) return 0.9;
  return value.length >= 16 && kindsIn(value) >= 2 ? 0.8 : 0;
}

function isUserAndPassword(encoded: string): boolean {
  return /^[\x20-\x7e]{1,200}:[\x20-\x7e]{1,200}$/.test(textOfBase64(encoded));
}
