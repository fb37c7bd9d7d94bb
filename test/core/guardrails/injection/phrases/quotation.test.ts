import { describe, expect, it } from '@jest/globals';
import { isQuotedAsExample } from '../../../../../core/guardrails/injection/phrases/quotation';

const phrase = 'ignore all rules';

function isExample(plain: string): boolean {
  const start = plain.indexOf(phrase);
  return isQuotedAsExample(plain, start, start + phrase.length);
}

describe('isQuotedAsExample', () => {
  it.each([
    `attackers write "${phrase}" into a page`,
    `he said "please ${phrase} now" and left`,
    `a line like '${phrase}' is a common injection`,
    `the filter must find "${phrase}", which is an attack`,
  ])('is so: %s', (plain) => {
    expect(isExample(plain)).toBe(true);
  });

  it.each([
    phrase,
    `"${phrase}"`,
    `attackers, ${phrase} now`,
    `"hello" attackers ${phrase}`,
    `the attacker said "hello" and now ${phrase} "thanks"`,
  ])('is not so: %s', (plain) => {
    expect(isExample(plain)).toBe(false);
  });
});
