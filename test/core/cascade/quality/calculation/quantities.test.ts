import { expect, it } from '@jest/globals';
import { readCalculation } from '../../../../../core/cascade/quality/calculation/calculation';
import { quantitiesOf } from '../../../../../core/cascade/quality/calculation/quantities';

it.each<[text: string, values: number[]]>([
  ['3 apples and 1,200 pears', [3, 1200]],
  ['two dozen eggs, half of them bad', [2, 12, 0.5]],
  ['$1.50 a piece, 20% off', [1.5, 20]],
  ['twice as many as three quarters', [2, 3, 4]],
  ['nothing to count', []],
])('quantities of %s', (text, values) => {
  expect(quantitiesOf(text).map(({ value }) => value)).toEqual(values);
});

it('knows the ways in which one counts with a share', () => {
  expect(quantitiesOf('20%')[0]?.forms).toEqual([20, 0.2, 80, 0.8, 120, 1.2]);
});

it.each([
  'I have 3 apples and buy 4. How many are left?',
  'Ich habe 3 Äpfel und kaufe 4. Wie viele habe ich?',
  'J’ai 3 pommes et 4 poires. Combien de fruits ?',
  'Tengo 3 manzanas y 4 peras. ¿Cuántas frutas tengo?',
  'A shirt for $40 is 25% off. What is the price?',
])('reads as a calculation: %s', (query) => {
  expect(readCalculation(query, '3 + 4 = 7')).toMatchObject({ conclusion: 7, steps: [{ result: 7 }] });
});

it.each([
  'How many legs does a spider have?',
  'What happened between 1914 and 1918?',
  'Write a poem of 4 lines about 3 cats. How many cats?',
  'Given f(x) = 5x^3 - 2x, what is the value of f(2)?',
  'What is the length of the line from (2, -2) to (10, 4)?',
  'Ann: shall we meet at 3?\nBob: at 5.\nAnn: fine, room 2.\nBob: ok.\nHow many people meet?',
])('reads as no calculation: %s', (query) => {
  expect(readCalculation(query, '3 + 4 = 7')).toBeUndefined();
});
