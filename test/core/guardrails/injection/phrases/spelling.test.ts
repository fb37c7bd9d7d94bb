import { describe, expect, it } from '@jest/globals';
import { intendedWord } from '../../../../../core/guardrails/injection/phrases/spelling';

describe('intendedWord', () => {
  it.each([
    ['ignroe', 'ignore'],
    ['forgett', 'forget'],
    ['dissregard', 'disregard'],
    ['previuos', 'previous'],
    ['instrutcions', 'instructions'],
    ['guidlines', 'guidelines'],
    ['promt', 'prompt'],
    ['sistem', 'system'],
  ])('knows what %s was meant to be', (misspelt, meant) => {
    expect(intendedWord(misspelt)).toBe(meant);
  });

  it.each([
    'forgot',
    'promise',
    'ignored',
    'systems',
    'revenue',
    'ignorance',
    'construction',
    'hide',
    'filter',
  ])('leaves %s alone', (word) => {
    expect(intendedWord(word)).toBeUndefined();
  });
});
