import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LetterPattern } from '../../../../core/guardrails/text/letterPattern';

const OF_ALL_SCRIPTS = /[\p{L}*]+(?:'[\p{L}]+)?|[\p{N}]+|[!?]/gu;

const found = (text: string): readonly string[] =>
  text.match(new LetterPattern(OF_ALL_SCRIPTS).for(text)) ?? [];

describe('LetterPattern', () => {
  it('finds letters and numbers of all scripts', () => {
    expect(found("don't, été! привет 你好 ٤٢")).toEqual(["don't", 'été', '!', 'привет', '你好', '٤٢']);
  });

  it('finds the same in ASCII as the pattern for all scripts', () => {
    const ascii = fc.string({ unit: 'binary-ascii', maxLength: 60 });
    fc.assert(
      fc.property(ascii, (text) => {
        expect(found(text)).toEqual(text.match(OF_ALL_SCRIPTS) ?? []);
      }),
    );
  });
});
