import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eachGram } from '../../../../core/guardrails/linear/grams';
import type { GramKind } from '../../../../core/guardrails/linear/grams';
import { hashOf } from '../../../../core/guardrails/linear/hash';
import { tokensOf } from '../../../../core/guardrails/linear/tokens';

const gramsOf = (kind: GramKind, tokens: readonly string[]): number[] => {
  const hashes: number[] = [];
  eachGram(kind, tokens, (hash) => hashes.push(hash));
  return hashes;
};

describe('tokensOf', () => {
  it('finds words, numbers and the marks of shouting and asking', () => {
    expect(tokensOf("don't -- call 112, now!?")).toEqual(["don't", 'call', '112', 'now', '!', '?']);
  });

  it('finds none in a text without any', () => {
    expect(tokensOf(' ... ')).toEqual([]);
  });
});

describe('eachGram', () => {
  it('gives each word as often as it occurs', () => {
    expect(gramsOf('words', ['a', 'b', 'a'])).toEqual([hashOf('a'), hashOf('b'), hashOf('a')]);
  });

  it('gives the parts of a word with its edges, so that beginnings differ from the middle', () => {
    // " cat ": three of three, two of four, one of five.
    expect(gramsOf('parts', ['cat'])).toHaveLength(6);
    expect(gramsOf('parts', ['cat'])[0]).toBe(hashOf(' ca'));
    expect(gramsOf('parts', ['cats'])).toContain(hashOf('cat'));
    expect(gramsOf('parts', ['cat'])).not.toContain(hashOf('ats'));
  });

  it('gives the only part of a word of one letter', () => {
    expect(gramsOf('parts', ['i'])).toEqual([hashOf(' i ')]);
  });

  it('gives pairs in their order, and those with the edges of the text', () => {
    const [beginning, middle, end] = gramsOf('pairs', ['kill', 'time']);
    expect(new Set([beginning, middle, end]).size).toBe(3);
    expect(gramsOf('pairs', ['time', 'kill'])).not.toContain(middle);
    expect(gramsOf('pairs', ['to', 'kill', 'time', 'now'])).toContain(middle);
  });

  it('gives unsigned numbers of 32 bits, at most three for each letter and edge', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 20 }), (tokens) => {
        const letters = tokens.join('').length;
        for (const kind of ['words', 'pairs', 'parts'] as const) {
          const hashes = gramsOf(kind, tokens);
          expect(hashes.length).toBeLessThanOrEqual(3 * (letters + 2 * tokens.length) + 1);
          expect(hashes.every((hash) => hash === hash >>> 0)).toBe(true);
        }
      }),
    );
  });
});
