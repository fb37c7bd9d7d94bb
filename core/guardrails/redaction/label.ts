import { PII_TYPES } from '../pii/piiTypes';

const LONGEST_LABEL = 40;

/** Labels a text that looks like a placeholder without being one. */
export const LITERAL = 'LITERAL';

/**
 * What is written in place of findings of a type: `email` is EMAIL, an entity called `Order no.` is ORDER_NO. Letters
 * and digits in capitals, everything between them one underscore, 40 characters at most.
 */
export function labelOf(type: string): string {
  const words = type.toUpperCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const [...characters] = words.join('_');
  const label = characters.slice(0, LONGEST_LABEL).join('').replace(/_$/, '');
  return label === '' ? 'REDACTED' : label;
}

/** Labels that any text may come to have. */
export const BUILT_IN_LABELS: ReadonlySet<string> = new Set([LITERAL, ...PII_TYPES.map(labelOf)]);
