import { expect, it } from '@jest/globals';
import {
  hasDecimalCommas,
  withDecimalPoints,
} from '../../../../../core/cascade/quality/calculation/notation';
import { readDraft } from '../../../../../core/cascade/quality/draft';

it.each([
  ['12 Hefte zu 2,50 €', true],
  ['1.350,5', true],
  ['1,350.50', false],
  ['2.50 and 3,5', false],
  ['1,350', false],
  ['1, 2, 3', false],
])('%s has decimal commas: %p', (text, expected) => {
  expect(hasDecimalCommas(text)).toBe(expected);
});

it('writes them as points', () => {
  expect(withDecimalPoints('1.350 × 0,21 = 283,50')).toBe('1350 × 0.21 = 283.50');
});

it('counts with them', () => {
  const { calculation } = readDraft({
    query: 'Combien coûtent 12 cahiers à 2,50 € avec une remise de 10 % ?',
    text: '12 × 2,50 € = 30 €. 10 % de 30 = 3 et 30 - 3 = 27,00 €.',
  });
  expect(calculation?.given.map(({ value }) => value)).toEqual([12, 2.5, 10]);
  expect(calculation?.steps.every(({ holds }) => holds)).toBe(true);
  expect(calculation?.conclusion).toBe(27);
});
