import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decipheredIn } from '../../../../../core/guardrails/injection/hidden/ciphers';
import { encodedIn } from '../../../../../core/guardrails/injection/hidden/encodings';
import { invisibleIn } from '../../../../../core/guardrails/injection/hidden/invisible';

const textsIn = (text: string): string[] => [...encodedIn(text)].map((hidden) => hidden.text);

describe('encodedIn', () => {
  it('gives back any words in Base64, wherever they stand', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z ,.]{16,200}$/), (words) => {
        const code = Buffer.from(words).toString('base64');
        expect(textsIn(`see: ${code}!`)).toContain(words);
        expect(textsIn(Buffer.from(words).toString('base64url'))).toContain(words);
      }),
    );
  });

  it('joins the lines of a long piece', () => {
    const words = 'some words that are long enough to go over several lines of an e-mail, as such pieces do';
    const lines = Buffer.from(words).toString('base64').replace(/.{40}/g, '$&\n');
    expect(textsIn(lines)).toContain(words);
  });

  it('says where a piece stands and how it was hidden', () => {
    const code = Buffer.from('words in hexadecimal').toString('hex');
    expect([...encodedIn(`abc ${code}`)]).toContainEqual({
      text: 'words in hexadecimal',
      how: 'in hexadecimal',
      place: 4,
    });
  });

  it('reads single escaped letters with the text around them', () => {
    expect(textsIn('h&#101;&#108;&#x6c;&#111; w\\u006frld')).toContain('hello world');
    expect(textsIn('h%65%6c%6c%6f w%6frld')).toContain('hello world');
    expect(textsIn('100%25 caf%C3%A9 %')).toEqual([]);
  });

  it.each([
    'an ordinary sentence without anything in it',
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '/usr/share/doc/nodejs/changelogs/CHANGELOG',
    '00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000',
  ])('finds nothing in %s', (text) => {
    expect(textsIn(text)).toEqual([]);
  });

  it('passes over bytes that are no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 40, maxLength: 300 }), (bytes) => {
        for (const text of textsIn(Buffer.from(bytes).toString('base64')))
          expect(text).not.toContain('\ufffd');
      }),
    );
  });
});

describe('decipheredIn', () => {
  it('undoes ROT13 and reversal where common words say so', () => {
    expect([...decipheredIn('gur dhvpx sbk jvgu lbh')]).toEqual([
      { text: 'the quick fox with you', how: 'in ROT13', place: 0 },
    ]);
    expect([...decipheredIn('uoy htiw xof kciuq eht')]).toEqual([
      { text: 'the quick fox with you', how: 'backwards', place: 0 },
    ]);
  });

  it('leaves ordinary texts alone', () => {
    expect([...decipheredIn('The quick fox and you, all the rules and now the prompt')]).toEqual([]);
  });
});

describe('invisibleIn', () => {
  it('leaves flags, emoji and joined letters alone', () => {
    expect([
      ...invisibleIn('🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} ❤️👨‍👩‍👧‍👦 می‌خواهم'),
    ]).toEqual([]);
  });

  it('reads bits written as characters without a width', () => {
    const bits = [...Buffer.from('hello there')].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const written = bits.replaceAll('0', '\u200b').replaceAll('1', '\u200c');
    expect([...invisibleIn(`a${written}b`)]).toEqual([
      { text: 'hello there', how: 'in invisible characters', place: 1 },
    ]);
  });
});
