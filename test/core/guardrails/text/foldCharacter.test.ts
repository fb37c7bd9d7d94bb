import { describe, expect, it } from '@jest/globals';
import { foldCharacter } from '../../../../core/guardrails/text/foldCharacter';

const CODE_POINTS = 0x110000;

describe('foldCharacter', () => {
  it.each<[what: string, character: string, plain: string]>([
    ['full-width letter', 'Ａ', 'A'],
    ['mathematical letter', '𝒜', 'A'],
    ['full-width digit', '４', '4'],
    ['mathematical digit', '𝟒', '4'],
    ['circled digit', '④', '4'],
    ['Arabic-Indic digit', '٤', '4'],
    ['Devanagari digit', '९', '9'],
    ['ligature', 'ﬁ', 'fi'],
    ['small at sign', '﹫', '@'],
    ['full-width full stop', '．', '.'],
    ['non-breaking hyphen', '\u2011', '-'],
    ['en dash', '–', '-'],
    ['minus sign', '−', '-'],
    ['no-break space', '\u00a0', ' '],
    ['ideographic space', '\u3000', ' '],
    ['line separator', '\u2028', '\n'],
    ['zero-width space', '\u200b', ''],
    ['soft hyphen', '\u00ad', ''],
    ['variation selector', '\ufe0f', ''],
    ['tag', '\u{e0041}', ''],
    ['null', '\0', ''],
  ])('reads a %s plainly', (_what, character, plain) => {
    expect(foldCharacter(character)).toBe(plain);
  });

  it.each(['a', ' ', '\n', '\t', 'é', 'а', '漢', '😀', '\ud83d', '½'])('leaves %j as it is', (character) => {
    expect(foldCharacter(character)).toBe(character);
  });

  it('counts the digits of every script from 0 to 9', () => {
    const digits: string[] = [];
    for (let code = 0; code < CODE_POINTS; code += 1) {
      const character = String.fromCodePoint(code);
      if (/^\p{Nd}$/u.test(character)) digits.push(foldCharacter(character));
    }
    expect(digits.length).toBeGreaterThan(600);
    expect(digits.every((digit, index) => digit === String(index % 10))).toBe(true);
  });
});
