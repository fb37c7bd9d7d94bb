import { describe, expect, it } from '@jest/globals';
import { readDraft } from '../../../../../core/cascade/quality/draft';
import { signals, type SignalName } from '../../../../../core/cascade/quality/signals';

const STAMPS =
  'Mia has 45 stamps, buys 3 packs of 12 stamps and gives away 9. How many stamps does she have?';
const RIGHT = 'She buys 3 * 12 = 36 stamps. Then she has 45 + 36 = 81, and in the end 81 - 9 = 72 stamps.';

const strength = (name: SignalName, query: string, text: string) =>
  signals[name](readDraft({ query, text }))?.strength ?? 0;

describe('a worked solution', () => {
  it.each<SignalName>([
    'wrongStep',
    'unusedNumbers',
    'missingSteps',
    'noSteps',
    'strayConclusion',
    'looseEnds',
    'rounding',
    'selfCorrection',
    'cutOff',
    'twinNumbers',
    'largeNumbers',
  ])('shows no %s', (name) => {
    expect(strength(name, STAMPS, RIGHT)).toBe(0);
  });

  it.each<[name: SignalName, text: string]>([
    ['wrongStep', 'She buys 3 packs * 12 stamps = 38 stamps.'],
    ['unusedNumbers', 'She has 45 + 3 = 48 stamps.'],
    ['missingSteps', 'She has 45 + 3 = 48 stamps.'],
    [
      'noSteps',
      'First we look at what Mia has, then at what she buys in the shop, and finally at what she gives away to others, which leaves 72.',
    ],
    ['strayConclusion', 'She has 45 + 36 = 81 stamps, so the answer is 70.'],
    ['looseEnds', 'She buys 3 * 12 = 36 stamps. She gives away 45 - 9 = 37. So 45 - 3 = 42.'],
    ['rounding', 'She has 45 + 36 = 81 stamps, which is approximately 80.'],
    ['selfCorrection', 'She has 45 + 3 = 48. Wait, that is not right: 45 + 36 = 81.'],
    ['cutOff', 'She buys 3 * 12 = 36 stamps in three packs of twelve. Then she has 45 + 36 ='],
  ])('that is faulty shows %s', (name, text) => {
    expect(strength(name, STAMPS, text)).toBeGreaterThan(0);
  });

  it('needs no steps for little numbers', () => {
    expect(strength('noSteps', 'I have 3 pens, buy 4, lose 2. How many are left?', '5')).toBe(0);
    expect(strength('missingSteps', 'I have 3 pens and buy 4. How many are there?', 'There are 7.')).toBe(0);
  });

  it('is harder to find with twins, large numbers, relations, and a start that is asked for', () => {
    const hard =
      'Tom had some coins at first. He got 4 more, then 4 fewer than half of 2,000. He has 1,040. How many had he before?';
    for (const name of ['twinNumbers', 'largeNumbers', 'relations', 'backwardsProblem'] as const) {
      expect(strength(name, hard, '')).toBeGreaterThan(0);
      expect(strength(name, 'What is a coin?', '')).toBe(0);
    }
  });
});
