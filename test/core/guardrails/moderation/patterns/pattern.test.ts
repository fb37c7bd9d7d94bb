import { describe, expect, it } from '@jest/globals';
import { endOfMatch, readPattern } from '../../../../../core/guardrails/moderation/patterns/pattern';
import type { Sentence } from '../../../../../core/guardrails/moderation/patterns/sentence';

function sentence(text: string): Sentence {
  return text.split(' ').map((part) => {
    const afterBreak = part.startsWith(',');
    const [word = '', ...tags] = part.replace(',', '').split('#');
    return { word, names: [word, ...tags.map((tag) => `#${tag}`)], quoted: false, afterBreak };
  });
}

function end(pattern: string, text: string, start = 0): number | undefined {
  return endOfMatch(readPattern(pattern), sentence(text), start);
}

describe('a pattern', () => {
  it('matches words and tags in their order', () => {
    expect(end('i|we #hate', 'we loathe#hate')).toBe(2);
    expect(end('i|we #hate', 'loathe#hate we')).toBeUndefined();
  });

  it('matches from the given place only', () => {
    expect(end('#hate', 'we loathe#hate')).toBeUndefined();
    expect(end('#hate', 'we loathe#hate', 1)).toBe(2);
  });

  it('skips at most as many words as its gap has room for', () => {
    expect(end('a ..2 b', 'a x y b')).toBe(4);
    expect(end('a ..2 b', 'a x y z b')).toBeUndefined();
  });

  it('takes what may be left out when it is there', () => {
    expect(end('a b? c', 'a b c')).toBe(3);
    expect(end('a b? c', 'a c')).toBe(2);
  });

  it('takes several of a kind, and gives back what the next element needs', () => {
    expect(end('a b|c* c', 'a b c b c')).toBe(5);
    expect(end('a b* c', 'a b b b b b b c')).toBe(8);
    expect(end('a b* c', 'a b b b b b b b c')).toBeUndefined();
  });

  it('asks for the beginning of a clause with ^', () => {
    expect(end('^ a', 'a')).toBe(1);
    expect(end('^ a', 'x ,a', 1)).toBe(2);
    expect(end('^ a', 'x a', 1)).toBeUndefined();
  });

  it('refuses what stands behind an exclamation mark', () => {
    expect(end('a !b|c', 'a b')).toBeUndefined();
    expect(end('a !b|c', 'a d')).toBe(1);
    expect(end('a !b|c', 'a')).toBe(1);
  });

  it('reads an underscore as a blank inside a phrase', () => {
    expect(readPattern('wipe_out').beginnings).toEqual(new Set(['wipe out']));
  });

  it.each(['..2 a', 'a? b', 'a* b', '^ ..1 b'])('must not begin with anything: %s', (source) => {
    expect(() => readPattern(source)).toThrow(RangeError);
  });
});
