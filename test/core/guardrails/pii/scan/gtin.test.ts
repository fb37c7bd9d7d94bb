import { describe, expect, it } from '@jest/globals';
import { isGtin } from '../../../../../core/guardrails/pii/scan/gtin';

describe('isGtin', () => {
  it.each(['4006381333931', '5901234123457', '9783161484100', '036000291452', '96385074'])(
    'knows the check digit of %s, and no other',
    (article) => {
      const withLast = (digit: number) => article.slice(0, -1) + String(digit);
      const right = Array.from({ length: 10 }, (_, digit) => withLast(digit)).filter(isGtin);
      expect(right).toEqual([article]);
    },
  );
});
