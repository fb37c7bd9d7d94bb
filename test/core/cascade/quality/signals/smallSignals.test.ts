import { describe, expect, it } from '@jest/globals';
import { readDraft, type DraftInput } from '../../../../../core/cascade/quality/draft';
import { arithmetic } from '../../../../../core/cascade/quality/signals/arithmetic';
import { empty } from '../../../../../core/cascade/quality/signals/empty';

const draft = (more: Partial<DraftInput>) => readDraft({ query: 'How many?', text: 'Five.', ...more });

describe('arithmetic', () => {
  it('names the first equation that does not hold', () => {
    expect(arithmetic(draft({ text: '2 + 2 = 4, so 4 + 4 = 9 and 1 + 1 = 3.' }))).toEqual({
      strength: 1,
      reason: 'an equation of the draft does not hold: 4 + 4 = 9',
    });
  });

  it('sees nothing when all hold, nor where a long text was cut', () => {
    expect(arithmetic(draft({ text: '2 + 2 = 4' }))).toBeUndefined();
    for (let shift = 0; shift < 16; shift++) {
      const text = `${' '.repeat(9_990 + shift)}40 + 50 = 90;${' '.repeat(30_000)}40 + 50 = 90${' '.repeat(9_980 + shift)}`;
      expect(arithmetic(draft({ text }))).toBeUndefined();
    }
  });
});

describe('empty', () => {
  it.each(['', ' ', '\n\t \n'])('sees %j', (text) => {
    expect(empty(draft({ text }))?.strength).toBe(1);
  });

  it.each(['0', '.', '🎉', 'No'])('does not see %j', (text) => {
    expect(empty(draft({ text }))).toBeUndefined();
  });
});
