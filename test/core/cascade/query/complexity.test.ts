import { describe, expect, it } from '@jest/globals';
import { complexities, complexityOf, type QueryComplexity } from '../../../../core/cascade/query/complexity';

describe('complexityOf', () => {
  it.each<[QueryComplexity, string]>([
    ['TRIVIAL', 'Hi'],
    ['TRIVIAL', 'What is the capital of France?'],
    ['TRIVIAL', 'Is 7 a prime number?'],
    ['TRIVIAL', 'Wie spät ist es?'],
    ['SIMPLE', 'Write a haiku about autumn.'],
    ['SIMPLE', 'Why is the sky blue?'],
    ['SIMPLE', 'Explain why the sky is blue and how to measure it, step by step.'],
    ['MODERATE', 'Write a short text that must explain why the sky is blue.'],
    [
      'HARD',
      'Explain the trade-offs of a distributed queue: it must not lose messages, and it should keep their order.',
    ],
    [
      'EXPERT',
      'Prove formally that the asymptotic lower bound holds, derive every lemma, and design and analyze a distributed algorithm that must match it exactly. Explain why.',
    ],
  ])('%s: %s', (complexity, query) => {
    expect(complexityOf(query).complexity).toBe(complexity);
  });

  it('names what raised it', () => {
    expect(complexityOf('Explain why 1, 2 and 3 must differ').signals).toEqual([
      '8 words',
      'asks for an explanation or a comparison',
      'states constraints',
      'contains several numbers',
    ]);
  });

  it('stays on its scale, and gives the level that the difficulty stands for', () => {
    const parts = ['prove ', 'design ', 'why? ', 'write ', 'must ', '- a\n', '```\n', '7 ', 'word '];
    for (let count = 0; count < 400; count++) {
      const query = parts.map((part, index) => part.repeat((count >> index) % 9)).join('');
      const { difficulty, complexity, confidence } = complexityOf(query);
      expect(difficulty).toBeGreaterThan(0);
      expect(difficulty).toBeLessThanOrEqual(1);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(complexity).toBe(complexities[Math.min(4, Math.floor(difficulty * 5))]);
    }
  });

  it('never falls when a query grows', () => {
    let last = 0;
    for (let count = 0; count < 500; count++) {
      const { difficulty } = complexityOf('word '.repeat(count));
      expect(difficulty).toBeGreaterThanOrEqual(last);
      last = difficulty;
    }
  });
});
