import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PhraseBook } from '../../../../../core/guardrails/injection/phrases/phraseBook';

function found(phrases: readonly string[], text: string): string[] {
  const book = new PhraseBook(
    phrases.map((phrase) => [phrase, phrase] as const),
    { early: ['before', 'early', '之前'], drop: ['drop', '忽略'] },
  );
  const tokens = book.tokensOf(text);
  return [...book.matches(tokens)].map(
    ({ entry, first, last }) => `${entry}: ${String(first)}-${String(last)}`,
  );
}

describe('PhraseBook', () => {
  it('allows other words only where a phrase has room for them', () => {
    expect(found(['a ..2 b'], 'a b')).toEqual(['a ..2 b: 0-1']);
    expect(found(['a ..2 b'], 'a x y b')).toEqual(['a ..2 b: 0-3']);
    expect(found(['a ..2 b'], 'a x y z b')).toEqual([]);
    expect(found(['a b'], 'b a')).toEqual([]);
  });

  it('counts the end of a sentence as two words', () => {
    expect(found(['a ..2 b'], 'a. b')).toEqual(['a ..2 b: 0-1']);
    expect(found(['a ..1 b'], 'a. b')).toEqual([]);
    expect(found(['a ..1 b'], 'a.b')).toEqual(['a ..1 b: 0-1']);
  });

  it('takes each word for one step only', () => {
    expect(found(['a a b'], 'a b')).toEqual([]);
    expect(found(['a a b'], 'a a b')).toEqual(['a a b: 0-2']);
    expect(found(['<early> <early>'], 'before')).toEqual([]);
  });

  it('goes on from the latest place', () => {
    expect(found(['a ..1 b'], 'a x a b')).toEqual(['a ..1 b: 2-3']);
  });

  it('knows words by their beginning, and contractions as one word', () => {
    expect(found(['instruct* now'], 'instructions now')).toEqual(['instruct* now: 0-1']);
    expect(found(['instruct now'], 'instructions now')).toEqual([]);
    expect(found(['dont stop'], "don't stop")).toEqual(['dont stop: 0-1']);
    expect(found(['ordre'], "l'ordre")).toEqual(['ordre: 1-1']);
  });

  it('cuts known words out of scripts without blanks', () => {
    expect(found(['<drop> ..3 <early>'], '请忽略你之前的')).toEqual(['<drop> ..3 <early>: 1-3']);
  });

  it('finds what a look at all pairs of words finds', () => {
    const word = fc.constantFrom('a', 'b', 'x');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), fc.nat(4), (words, gap) => {
        const ends = words.flatMap((last, at) => {
          const before = words.slice(Math.max(0, at - gap - 1), at);
          return last === 'b' && before.includes('a') ? [at] : [];
        });
        const matches = found([`a ..${String(gap)} b`], words.join(' '));
        expect(matches.map((match) => Number(match.split('-')[1]))).toEqual(ends);
      }),
    );
  });
});
