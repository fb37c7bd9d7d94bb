import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldCharacter } from '../../../../core/guardrails/text/foldCharacter';
import { viewOf } from '../../../../core/guardrails/text/textView';

/** What of the original stands where `piece` stands in the view. */
function original(text: string, piece: string): string {
  const view = viewOf(text);
  const start = view.text.indexOf(piece);
  return text.slice(...view.originalSpan(start, start + piece.length));
}

const awkward = fc.constantFrom(
  'a',
  '1',
  ' ',
  '\n',
  '４',
  '𝟒',
  'ﬁ',
  '\u200b',
  '\u00ad',
  '–',
  'é',
  '漢',
  '😀',
  '\ud83d',
);
const texts = fc.array(awkward, { maxLength: 30 }).map((characters) => characters.join(''));

describe('viewOf', () => {
  it('is the text itself when all of it is plain', () => {
    const view = viewOf('plain ~ text\r\n');
    expect(view.text).toBe('plain ~ text\r\n');
    expect(view.originalSpan(2, 5)).toEqual([2, 5]);
  });

  it.each<[what: string, text: string, piece: string, span: string]>([
    ['digits of another script', 'tel ٤١٥ now', '415', '٤١٥'],
    ['invisible characters inside', 'tel 4\u200b1\u200b5 now', '415', '4\u200b1\u200b5'],
    ['none that stand around', 'tel \u200b415\u200b now', '415', '415'],
    ['characters of two units', '😀 𝟒𝟏𝟓 😀', '415', '𝟒𝟏𝟓'],
    ['what follows them', '😀𝟒 end', 'end', 'end'],
    ['all of a character that became two', 'a ﬁx', 'i', 'ﬁ'],
  ])('gives back %s', (_what, text, piece, span) => {
    expect(original(text, piece)).toBe(span);
  });

  it('has each character as it folds, in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(viewOf(text).text).toBe(Array.from(text, foldCharacter).join(''));
      }),
    );
  });

  it('gives each unit the character that it came from', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const view = viewOf(text);
        for (let position = 0; position < view.text.length; position += 1) {
          const folded = viewOf(text.slice(...view.originalSpan(position, position + 1))).text;
          expect(folded).toContain(view.text.charAt(position));
        }
      }),
    );
  });

  it('gives spans in the order of the original, within it', () => {
    fc.assert(
      fc.property(texts, fc.nat(40), fc.nat(40), (text, one, other) => {
        const view = viewOf(text);
        const start = Math.min(one, other, view.text.length);
        const end = Math.min(Math.max(one, other), view.text.length);
        const [from, to] = view.originalSpan(start, end);
        expect(0 <= from && from <= to && to <= text.length).toBe(true);
      }),
    );
  });
});
