import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRealDate } from '../../../../../core/guardrails/pii/entities/documents/dates/realDate';
import { found } from './found';

describe('a day of birth', () => {
  it.each([
    ['DOB: 1990-05-17', '1990-05-17'],
    ['D.O.B. 17/05/1990', '17/05/1990'],
    ['date of birth 05/17/1990', '05/17/1990'],
    ['birthdate=1990/05/17', '1990/05/17'],
    ['dob 19900517', '19900517'],
    ['Born: 5/7/85', '5/7/85'],
    ['born 17 05 1990', '17 05 1990'],
    ['She was born on May 17, 1990.', 'May 17, 1990'],
    ['born on the 17th of May 1990', '17th of May 1990'],
    ['born 17-May-1990', '17-May-1990'],
    ["born 17 May '90", "17 May '90"],
    ['birthday: 29 Feb 2000', '29 Feb 2000'],
    ['geboren am 17. Mai 1990', '17. Mai 1990'],
    ['Geburtsdatum: 17.05.1990', '17.05.1990'],
    ['geb. 7. 5. 1990', '7. 5. 1990'],
    ['née le 1er février 1985', '1er février 1985'],
    ['nacido el 3 de mayo de 1990', '3 de mayo de 1990'],
    ['nato il 10/12/1985', '10/12/1985'],
    ['nascida em 5 de março de 1999', '5 de março de 1999'],
    ['urodzony 5 września 1971', '5 września 1971'],
    ['DOB １９９０－０５－１７', '１９９０－０５－１７'],
    ['17 May 1990 (birthday)', '17 May 1990'],
  ])('in %j', (text, expected) => {
    expect(found('date_of_birth', text)).toEqual([expected]);
  });

  it.each([
    '17 May 1990',
    'The meeting is on 1990-05-17',
    'DOB: 1990-02-30',
    'DOB: 31/04/1990',
    'DOB: 13/13/1990',
    'DOB: 29 February 1999',
    'DOB: 1990-05/17',
    'DOB: 19901317',
    'DOB: 1789-05-17',
    'born in 1990, and 12 of us came',
    'born here; expires 2030-01-01',
    'born 1990-05-17-22',
  ])('not in %j', (text) => {
    expect(found('date_of_birth', text)).toEqual([]);
  });
});

describe('isRealDate', () => {
  it('says what the calendar of JavaScript says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1600, max: 2400 }), fc.nat(14), fc.nat(33), (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const isSame =
          date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(isRealDate(year, month, day)).toBe(isSame);
      }),
    );
  });

  it.each([
    [1900, 2, 29, false],
    [2000, 2, 29, true],
    [2024, 2, 29, true],
    [2023, 2, 29, false],
    [2023, NaN, 1, false],
  ])('%p-%p-%p: %p', (year, month, day, isReal) => {
    expect(isRealDate(year, month, day)).toBe(isReal);
  });
});
