import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { piecesOf } from '../../../../core/guardrails/external/pieces';

const rules = { size: 40, overlap: 10, longest: 1_000 };

const prose = fc
  .array(fc.constantFrom('a', 'word', 'Donaudampfschifffahrt', ' ', '\n', '. ', '\u{1f600}', 'é'), {
    maxLength: 150,
  })
  .map((words) => words.join(''));

function pieces(text: string): string[] {
  return piecesOf('test', text, rules);
}

describe('pieces of a text', () => {
  it('is one for a short text', () => {
    expect(pieces('a short text')).toEqual(['a short text']);
  });

  it('end between words', () => {
    expect(pieces('The quick brown fox jumps over the lazy dog and runs.')).toEqual([
      'The quick brown fox jumps over the lazy',
      'r the lazy dog and runs.',
    ]);
  });

  it('are no longer than allowed', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(Math.max(0, ...pieces(text).map((piece) => piece.length))).toBeLessThanOrEqual(rules.size);
      }),
    );
  });

  it('tear nothing apart that is no longer than the overlap', () => {
    fc.assert(
      fc.property(prose, fc.nat(), (text, at) => {
        const start = text === '' ? 0 : at % text.length;
        const found = text.slice(start, start + rules.overlap);
        fc.pre(found.trim() !== '');
        expect(pieces(text).some((piece) => piece.includes(found))).toBe(true);
      }),
    );
  });

  it('never hold half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(pieces(text).filter((piece) => /\p{Surrogate}/u.test(piece))).toEqual([]);
      }),
    );
    const faces = '\u{1f600}'.repeat(100);
    expect(pieces(faces).every((piece) => /^(?:\u{1f600})+$/u.test(piece))).toBe(true);
    expect(pieces('a\ud800b\udc00')).toEqual(['a\ufffdb\ufffd']);
  });

  it('leaves out what is blank', () => {
    expect(pieces('')).toEqual([]);
    expect(pieces(' '.repeat(500))).toEqual([]);
  });

  it('is refused for a text that is too long, without a word of it', () => {
    expect(pieces('a'.repeat(1_000)).length).toBeGreaterThan(1);
    expect(() => pieces('a'.repeat(1_001))).toThrow(
      'The text has 1001 characters; the engine "test" judges at most 1000',
    );
  });
});
