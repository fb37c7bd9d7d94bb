import { describe, expect, it } from '@jest/globals';
import { readDraft } from '../../../../../core/cascade/quality/draft';
import { hedging } from '../../../../../core/cascade/quality/signals/hedging';

const strengthOf = (text: string, query = 'Who won the world cup of 1998?') =>
  hedging(readDraft({ query, text }))?.strength ?? 0;

describe('hedging sees', () => {
  it.each([
    "I don't know.",
    'I’m not sure, sorry.',
    'I think it was France. Perhaps Brazil. Maybe Italy.',
    'It was probably France, or possibly Brazil, I guess.',
  ])('%s', (text) => {
    expect(strengthOf(text)).toBeGreaterThanOrEqual(0.9);
  });

  it('ignorance at the end less than at the beginning', () => {
    const late = `France won it at home, against Brazil, on a July evening in Paris. I don't know the score.`;
    expect(strengthOf(late)).toBe(0.6);
    expect(strengthOf("I don't know the score.")).toBe(1);
  });

  it('more doubt as stronger', () => {
    const facts = 'France won. They played at home. Zidane scored. ';
    const strengths = [2, 3, 4, 6].map((hedges) => strengthOf(facts + 'Maybe. '.repeat(hedges)));
    expect(strengths).toEqual([...strengths].sort((a, b) => a - b));
  });
});

describe('hedging does not see', () => {
  it.each([
    'France.',
    'Probably: the forecast gives an 80 % chance of rain.',
    'I think grey would suit a small room better. Blue is good for bedrooms.',
    'I believe there may be a small mistake here.',
    'There could be microbes below the surface, but no mission has found any. Nobody knows yet. Rovers go on searching.',
    'May was mild. The perhapsburg family left.',
    '',
  ])('%j', (text) => {
    expect(strengthOf(text)).toBe(0);
  });

  it('a story whose people doubt', () => {
    const doubt = '"I don\'t know," she said. "Maybe. Perhaps." I think he smiled.';
    expect(strengthOf(doubt, 'Write a story about two friends')).toBe(0);
  });
});
