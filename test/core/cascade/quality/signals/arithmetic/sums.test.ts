import { describe, expect, it } from '@jest/globals';
import { sumsIn } from '../../../../../../core/cascade/quality/signals/arithmetic/sums';

describe('an equation that holds', () => {
  it.each([
    '2 + 2 = 4',
    '1+2+3=6',
    '2 + 3 × 4 = 14',
    '9 - 3 / 3 + 1 = 9',
    '$5 + $10 = $15',
    '3 × $10 = $30',
    '1,000 + 2,000 = 3,000',
    '24 × 60 × 60 = 86,400',
    '19.99 * 3 = 59.97',
    '5 - 7 = -2',
    '0.1+0.2=0.3',
    '10 / 3 = 3.33',
    '10 / 3 = 3',
    '2 / 3 = 0.67',
    '2 / 3 = 0.66',
    '15 * 1.075 = 16.13',
    '13 ÷ 4 = 3 remainder 1',
    '999999999 * 999 = 998999999001',
    'So the total is $80 + $12 = $92.',
    '1. 12 + 15 = 27',
    '**12 + 15 = 27**',
    'Total = 3 + 4 = 7',
    '2 + 2 = 4 = 8 / 2',
    '4 x 5 = 20',
    '4 X 5 = 20',
  ])('%s', (text) => {
    expect(sumsIn(text).map(({ holds }) => holds)).toEqual([true]);
  });

  it('stands between calculator marks', () => {
    const solution = 'In May she sold 48/2 = <<48/2=24>>24 clips.\nAltogether 48+24 = <<48+24=72>>72.';
    expect(sumsIn(solution).map(({ holds }) => holds)).toEqual([true, true]);
  });

  it.each([
    ['percent', '50 / 200 = 25%'],
    ['percent after a space', '1 / 4 = 25 %'],
    ['percent as a word', '3 / 4 = 75 percent'],
    ['hours', '3 × 20 = 1 hour'],
    ['hours and minutes', '30 + 45 = 1 hour 15 minutes'],
    ['millions', '1920 × 1080 = 2.07 megapixels'],
    ['thousands', '500 + 700 = 1.2 kg'],
    ['cents', '0.25 + 0.5 = 75 cents'],
  ])('in another unit: %s', (_unit, text) => {
    expect(sumsIn(text).map(({ holds }) => holds)).toEqual([true]);
  });

  it.each(['500 + 500 = 1.000', '1.500 + 500 = 2.000', '1.250 * 4 = 5.000'])(
    'with points for thousands: %s',
    (text) => {
      expect(sumsIn(text).map(({ holds }) => holds)).toEqual([true]);
    },
  );

  it('is found for any two numbers and any operator', () => {
    for (let a = 0; a < 60; a += 7) {
      for (let b = 1; b < 60; b += 5) {
        const text = `We get ${String(a)} + ${String(b)} = ${String(a + b)}, ${String(a)}*${String(b)}=${String(a * b)} and ${String(a)} / ${String(b)} = ${(a / b).toFixed(2)}.`;
        expect(sumsIn(text).map(({ holds }) => holds)).toEqual([true, true, true]);
      }
    }
  });
});

describe('an equation that does not hold', () => {
  it.each([
    ['2+2=5', '2+2=5'],
    ['So 12 + 15 = 28.', '12 + 15 = 28'],
    ['He has 12 apples. 12 + 15 = 28 apples', '12 + 15 = 28'],
    ['**12 + 15 = 28**', '12 + 15 = 28'],
    ['| 12 + 15 = 28 |', '12 + 15 = 28'],
    ['Total: 1,000 × 3 = 3,001', '1,000 × 3 = 3,001'],
    ['10 / 3 = 4', '10 / 3 = 4'],
    ['10 / 3 = 3.34', '10 / 3 = 3.34'],
    ['2 / 3 = 0.68', '2 / 3 = 0.68'],
    ['$5 + $10 = $16', '$5 + $10 = $16'],
    ['5 - 7 = 2', '5 - 7 = 2'],
    ['48 + 24 = <<48+24=73>>73', '48+24=73'],
    ['0.3 / 0.1 = 2', '0.3 / 0.1 = 2'],
    ['999999999 * 999 = 998999999002', '999999999 * 999 = 998999999002'],
    ['2 + 3 = 5 + 2 = 8', '5 + 2 = 8'],
  ])('%s', (text, wrong) => {
    expect(sumsIn(text)).toEqual([{ text: wrong, holds: false }]);
  });
});

describe('no equation of plain numbers', () => {
  it.each([
    ['a variable', 'x = 5 - 3'],
    ['a variable', '2x = 5 - 3'],
    ['a variable', '5 - 3 = x'],
    ['a date', '2024-01-15'],
    ['a date with a meaning', '2024-11-15 = 3 orders'],
    ['a date with slashes', '12/25/2024 = 1'],
    ['a version', '1.2.3'],
    ['versions', '1.2.3 - 1.2.2 = 1'],
    ['a phone number', 'Call 555-123-4567 or +1-800-555-0199.'],
    ['code', 'for (i=0; i<10; i++)'],
    ['code', 'if (a[2-1] == 5) x = 3'],
    ['a comparison in code', 'assert 2 + 2 == 5'],
    ['a power in code', '2**3 + 1 = 9'],
    ['hexadecimal', '0x10 + 1 = 17'],
    ['an underscore in a number', '1_000 + 1 = 1001'],
    ['a percentage on the left', '100 + 10% = 110'],
    ['a percentage on the left', '5% of 100 = 5'],
    ['a power', '2^3 + 1 = 9'],
    ['a square', '3² + 4² = 25'],
    ['a root', '√16 + 1 = 5'],
    ['a function', 'log 100 + 1 = 3'],
    ['a word that belongs to the number', 'twice 5 + 3 = 13'],
    ['brackets', '2 * (3+4) = 14'],
    ['a product in LaTeX', '12 \\times 3 + 4 = 40'],
    ['a product with a dot', '2·3 + 4 = 10'],
    ['a fraction on the right', '1/2 + 1/4 = 3/4'],
    ['a division by zero', '7 / 0 = 0'],
    ['times of day', '10:30 + 15 = 10:45'],
    ['a ratio', '3:2 + 1 = 4'],
    ['a range with a grade', '90-100 = 4.0, 80-89 = 3.0'],
    ['a season', '2020-2021 = 1'],
    ['an approximation', '2 + 2 ≈ 5'],
    ['spaces for thousands', '600 + 400 = 1 000'],
    ['an apostrophe for thousands', "600 + 400 = 1'000"],
    ['an IP range', '192.168.1.1/24 = 3'],
    ['an ordinal', '1 + 2 = 3rd'],
    ['a unit in between', '5 km - 2 km = 4 km'],
  ])('%s: %s', (_what, text) => {
    expect(sumsIn(text)).toEqual([]);
  });

  it.each([
    'No, 2 + 2 = 5 is false.',
    "It isn't true that 2 + 2 = 5.",
    'The claim 2 + 2 = 5 is incorrect.',
    'The mistake is in 2 + 2 = 5.',
    '7 + 8 = 3 (mod 12)',
    '9 + 5 = 2 on a clock',
    '101 + 11 = 1000 in binary',
    '40 / 12 = 4, rounded up',
  ])('that the writer stands by: %s', (text) => {
    expect(sumsIn(text)).toEqual([]);
  });

  it('stays one when the next sentence denies something', () => {
    expect(sumsIn('12 + 15 = 28. That is not much.')).toHaveLength(1);
  });
});
