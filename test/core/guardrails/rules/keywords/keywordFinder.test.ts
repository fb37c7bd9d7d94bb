import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keywordFinder } from '../../../../../core/guardrails/rules/keywords/keywordFinder';

function found(text: string, keywords: string | string[]): string[] {
  return keywordFinder(keywords)(text).map(({ start, end }) => text.slice(start, end));
}

describe('keywordFinder', () => {
  it.each<[string, string, string[]]>([
    ['The password is out', 'password', ['password']],
    ['PassWord', 'password', ['PassWord']],
    ['passwords, mypassword and password1', 'password', []],
    ['foo_bar foo-bar', 'foo', ['foo']],
    ['New\n  York', 'new york', ['New\n  York']],
    ['C++ and c', 'c++, c', ['C++', 'c']],
    ['@admin user@admin', '@admin', ['@admin', '@admin']],
    ['stop!', 'stop!?.', ['stop']],
    ['naïve naive NAÏVE nai\u0308ve', 'naive', ['naïve', 'naive', 'NAÏVE', 'nai\u0308ve']],
    ['naive', 'naïve', ['naive']],
    ['Straße STRASSE', 'strasse', ['Straße', 'STRASSE']],
    ['ΣΊΣΥΦΟΣ', 'σισυφος', ['ΣΊΣΥΦΟΣ']],
    ['İstanbul', 'istanbul', ['İstanbul']],
    ['классный класс', 'класс', ['класс']],
    ['की का', 'का', ['का']],
    ['한국어 한국', '한국', ['한국']],
    ['自爆弾薬を', '爆弾', ['爆弾']],
    ['AIは', 'ai', ['AI']],
    ['p\u200ba\u00adss p\u2060ass', 'pass', ['p\u200ba\u00adss', 'p\u2060ass']],
    ['ｐａｓｓ 𝐩𝐚𝐬𝐬', 'pass', ['ｐａｓｓ', '𝐩𝐚𝐬𝐬']],
    ['😀pass😀', 'pass', ['pass']],
    ['a𝒳pass', 'pass', []],
    ['\ud800pass\udc00', 'pass', ['pass']],
    ['.*', '.*, (', ['.*']],
    ['constructor __proto__', '__proto__', ['__proto__']],
  ])('in %j of %j', (text, keywords, expected) => {
    expect(found(text, keywords)).toEqual(expected);
  });

  it('names the keyword as it was given', () => {
    expect(keywordFinder(['Café '])('a CAFE')).toEqual([
      { type: 'keyword', keyword: 'Café', start: 2, end: 6, confidence: 1 },
    ]);
  });

  it('gives the first and longest of those that overlap', () => {
    expect(found('new york city hall', 'york city hall, new york, new, new york city')).toEqual([
      'new york city',
    ]);
    expect(found('a b c', 'a b, b c, c')).toEqual(['a b', 'c']);
  });

  it.each([[''], [' , ,'], ['\u200b'], ['...']])('finds nothing for %j', (keywords) => {
    expect(found('a \u200b ...', keywords)).toEqual([]);
  });

  it('finds every one of the words of a text, where it stands', () => {
    const word = fc.stringMatching(/^[a-zé]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.nat(19), (words, place) => {
        const keyword = words[place % words.length] ?? '';
        const bare = keyword.replaceAll('é', 'e');
        const places = words.flatMap((one, index) =>
          one.replaceAll('é', 'e') === bare
            ? [words.slice(0, index).join(' ').length + (index > 0 ? 1 : 0)]
            : [],
        );
        expect(keywordFinder([keyword])(words.join(' ')).map(({ start }) => start)).toEqual(places);
      }),
    );
  });

  it('stays within the text and in order, whatever it is', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 5 }), (given, keywords) => {
        let end = 0;
        for (const finding of keywordFinder(keywords)(given)) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          end = finding.end;
        }
        expect(end).toBeLessThanOrEqual(given.length);
      }),
    );
  });
});

describe('keywordFinder', () => {
  it.each<[unknown, string]>([
    [5, 'Parameter "keywords" is 5, but must be a list of at most 10000 keywords'],
    [undefined, 'Parameter "keywords" is missing'],
    [[1], 'Parameter "keywords.0" is 1, but must be a text of at most 200 characters'],
    [['a'.repeat(201)], 'but must be a text of at most 200 characters'],
    [Array.from({ length: 10_001 }, () => 'a'), 'is a list of 10001, but must be a list of at most 10000'],
  ])('refuses %j', (given, saying) => {
    expect(() => keywordFinder(given)).toThrow(saying);
  });

  it('serves many texts', () => {
    const find = keywordFinder('a\nb');
    expect([find('a'), find('c b'), find('')].map((findings) => findings.length)).toEqual([1, 1, 0]);
  });
});
