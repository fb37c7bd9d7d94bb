import { describe, expect, it } from '@jest/globals';
import { readPhrase } from '../../../../../core/guardrails/injection/phrases/phrase';

const sets = { forget: ['ignore', 'vergiss'] };

describe('readPhrase', () => {
  it('reads words, sets, choices and the room between them', () => {
    expect(readPhrase('<forget> ..3 (all|any*) rules', sets)).toEqual([
      [
        { gap: 0, words: ['ignore', 'vergiss'] },
        { gap: 3, words: ['all', 'any*'] },
        { gap: 0, words: ['rules'] },
      ],
    ]);
  });

  it('reads a phrase twice for a word that may be missing', () => {
    const readings = readPhrase('your (system|first)? prompt', sets);
    expect(readings.map((steps) => steps.map(({ words }) => words.join()))).toEqual([
      ['your', 'system,first', 'prompt'],
      ['your', 'prompt'],
    ]);
  });

  it.each(['<unknown> rules', 'rules (of', 'what?!', '..x'])('refuses %s', (phrase) => {
    expect(() => readPhrase(phrase, sets)).toThrow(RangeError);
  });
});
