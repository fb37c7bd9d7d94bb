import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { complexities, complexityOf, type QueryComplexity } from '../../../../core/cascade/query/complexity';
import { labelledQueries, share, type LabelledQuery } from './queries';

const distance = ({ query, complexity }: LabelledQuery) =>
  Math.abs(complexities.indexOf(complexityOf(query).complexity) - complexities.indexOf(complexity));

describe('complexityOf', () => {
  it.each([false, true])('agrees with people; blind: %p', (blind) => {
    const queries = labelledQueries.filter(({ isBlind }) => isBlind === blind);
    expect(share(queries, (labelled) => distance(labelled) === 0)).toBeGreaterThanOrEqual(0.7);
    expect(share(queries, (labelled) => distance(labelled) <= 1)).toBeGreaterThanOrEqual(0.97);
  });

  it.each<[QueryComplexity, string]>([
    ['TRIVIAL', 'Hi'],
    ['TRIVIAL', 'What is the capital of France?'],
    ['TRIVIAL', '谢谢'],
    ['SIMPLE', 'Write a haiku about autumn.'],
    ['SIMPLE', 'Why is the sky blue?'],
    ['HARD', 'Prove that the sum of two odd numbers is even, and generalize the theorem to n summands.'],
    [
      'EXPERT',
      'Prove formally that the lower bound holds, derive every lemma, and design and analyze a distributed algorithm that must match it exactly. Explain in detail why it does.',
    ],
  ])('%s: %s', (complexity, query) => {
    expect(complexityOf(query).complexity).toBe(complexity);
  });

  it('names what raised it', () => {
    expect(complexityOf('Explain why 1, 2 and 3 must differ').signals).toEqual([
      '8 words',
      'lists or qualifies',
      'contains several numbers',
      'asks for an explanation or a comparison',
      'states constraints',
    ]);
  });

  it('stays on its scale, and gives the level that the score stands for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (query) => {
        const { score, complexity, confidence } = complexityOf(query);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(complexity).toBe(complexities[Math.min(4, Math.floor(score * 5))]);
      }),
    );
  });

  it('grows with what is asked, and more slowly with what is given', () => {
    const short = complexityOf('Summarize this text: it rained.').score;
    const pasted = complexityOf(`Summarize this text: ${'it rained and rained. '.repeat(50)}`).score;
    const asked = complexityOf('it rained and rained '.repeat(50)).score;
    expect(pasted).toBeGreaterThan(short);
    expect(pasted).toBeLessThan(asked);
  });
});
