import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stepsOf } from '../../../../../core/cascade/quality/calculation/steps';

describe('stepsOf reads', () => {
  it.each<[text: string, operands: number[], result: number]>([
    ['2 + 3 = 5', [2, 3], 5],
    ['So he has 16 - 3 = 13 eggs left.', [16, 3], 13],
    ['5 classes * 15 students = 75 students', [5, 15], 75],
    ['45 pages x 200 words/page = 9,000 words', [45, 200], 9000],
    ['(365 + 3650) / 5 = $803', [365, 3650, 5], 803],
    ['17 × $20 = $340', [17, 20], 340],
    ['20% of 50 = 10', [0.2, 50], 10],
    ['40 / 2 + 5 = 20 + 5 = 25 jewels', [40, 2, 5, 20, 5], 25],
    ['200 / 3 ≈ 66.67', [200, 3], 66.67],
    ['three times: 3 times 4 = 12', [3, 4], 12],
    ['3650 \\* 10/100 = 365', [3650, 10, 100], 365],
    ['14 rows - 2 rows = 12 rows', [14, 2], 12],
    ['0.5 feet = 6 / 12', [6, 12], 0.5],
  ])('%s', (text, operands, result) => {
    expect(stepsOf(text)).toEqual([{ operands, result, holds: true }]);
  });

  it('each of several calculations', () => {
    const text = 'First 3 * 4 = 12 apples. Then 12 + 8 = 20 apples, and 20 / 5 = 4 a head.';
    expect(stepsOf(text).map(({ result }) => result)).toEqual([12, 20, 4]);
  });
});

describe('stepsOf finds no calculation in', () => {
  it.each([
    '',
    'x = 5',
    '5 = 5',
    'On 3 May 2020 there were 4 of 5.',
    'a 6-inch pipe and 10-12 others',
    '2(2 + 3) = 10',
    '5 * 2^3 - 4 + 3 = 39',
    '√16 + 1 = 5',
    '( = ) + * /',
    '3 + = 4',
  ])('%s', (text) => {
    expect(stepsOf(text)).toEqual([]);
  });
});

describe('a calculation holds', () => {
  it.each([
    ['2 + 2 = 4', true],
    ['10 / 3 = 3.33', true],
    ['12 / 20 = 60%', true],
    ['(12 / 20) x 100 = 60%', true],
    ['90 minutes / 60 = 1.5 hours', true],
    ['2 + 2 = 5', false],
    ['14 rows * 12 seats = 158 seats', false],
    ['40 / 2 + 5 = 20 + 5 = 26', false],
    ['8 * (3 + 1) = 25', false],
  ])('%s: %p', (text, holds) => {
    expect(stepsOf(text)).toMatchObject([{ holds }]);
  });

  it('whatever the numbers of a right sum, and not those of a wrong one', () => {
    const number = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        const [right] = stepsOf(`${String(a)} + ${String(b)} * ${String(c)} = ${String(a + b * c)}`);
        expect(right).toMatchObject({ operands: [a, b, c], holds: true });
      }),
    );
  });
});

it('reads any text without harm', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('12 +-*/=().,%$xa^\n')) }), (text) => {
      for (const { result } of stepsOf(text)) expect(Number.isFinite(result)).toBe(true);
    }),
  );
});
