import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainText } from '../../../../core/guardrails/text/plainText';

describe('plainText', () => {
  it.each([
    ['letter case', 'KiLl tHe LiGhTs', 'kill the lights'],
    ['digits for letters', 'y0u 4r3 4n 1d10t', 'you are an idiot'],
    ['a 1 as an l', 'k1ll th3m a11', 'kill them all'],
    ['a 1 as an i', 'prev10us 1nstruct10ns', 'previous instructions'],
    ['signs for letters', 'what a b!tch, you @ss, $tupid', 'what a bitch, you ass, stupid'],
    ['short words among digits for letters', 'wr1t3 t0 m3 1 w4nt 1t', 'write to me i want it'],
    ['Cyrillic letters in Latin words', 'kіll thе lіghtѕ', 'kill the lights'],
    ['Greek letters in Latin words', 'tαke τhe knιfe', 'take the knife'],
    ['words made of Cyrillic look-alikes among Latin ones', 'make а bomb', 'make a bomb'],
    ['small capitals', 'ᴋɪʟʟ', 'kill'],
    ['full-width letters', 'ｋｉｌｌ　ｔｈｅｍ', 'kill them'],
    ['mathematical letters', '𝓴𝓲𝓵𝓵 𝖙𝖍𝖊𝖒', 'kill them'],
    ['invisible characters', 'ki\u200bl\u00adl th\u2060em', 'kill them'],
    ['diacritics', 'kíll thëm äll', 'kill them all'],
    ['stacked diacritics', 'k\u0301\u0302i\u0335ll', 'kill'],
    ['letters with blanks between them', 'k i l l them', 'kill them'],
    ['letters with signs between them', 'k.i.l.l t-h-e-m a_l_l', 'kill them all'],
    ['several words of spaced out letters', 'w e h a t e w o m e n', 'we hate women'],
    ['wider gaps between spaced out words', 'h a t e  t h e m', 'hate them'],
    ['letters on lines of their own', 'h\na\nt\ne', 'hate'],
    ['spaced out letters and digits', 'k 1 l l', 'kill'],
    ['stretched letters', 'I haaaaate youuuu sooo much', 'i hate you so much'],
    ['stretched letters of a word with two', 'kiiiilllll', 'kill'],
    ['line breaks', 'kill\r\nthem\n\nall', 'kill them all'],
    ['quotation marks', '“hate” is ‘it’s’', "\"hate\" is 'it's'"],
  ])('reads %s', (_, written, meant) => {
    expect(plainText(written)).toBe(meant);
  });

  it.each([
    'mp3 h2o covid19 iphone5 ps5 utf8 win32 python3',
    '4th 2nd 10am 3d 1080p 5kg 20min 60fps 2x 4x4',
    '2023-01-02 3.14 1,000 $100 50% 10:30',
    'bob@example.com sent it to @user',
    'b2b c++ a+ us$ 100$',
    '550e8400-e29b-41d4-a716-446655440000',
    'vitamin a, b, c',
    'e.g. this, i.e. that',
    'xxx www hmm',
    'louis xviii and rocky iii',
  ])('leaves alone: %s', (text) => {
    expect(plainText(text)).toBe(text);
  });

  it.each(['привет, как дела?', 'καλημέρα σας', 'אני כאן', '你好 世界', 'でも、がんばって'])(
    'keeps what is written in another alphabet: %s',
    (text) => {
      expect(plainText(text)).toBe(text);
    },
  );

  it('keeps the ends of sentences', () => {
    expect(plainText('One. Two!\nThree? Four…')).toBe('one. two! three? four...');
  });

  it('gives lower-case text with single blanks, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plainText(text)).not.toMatch(/[A-Z]|\s\s|^\s|\s$/);
      }),
    );
  });

  it('loses no word of ordinary prose', () => {
    const word = fc.constantFrom(
      'the',
      'council',
      'met',
      'on',
      'tuesday',
      'and',
      'agreed',
      'to',
      'build',
      'it',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        expect(plainText(words.join(' ')).split(' ')).toEqual(words);
      }),
    );
  });
});
