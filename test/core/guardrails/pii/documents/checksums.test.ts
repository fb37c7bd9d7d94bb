import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isVerhoeff } from '../../../../../core/guardrails/pii/checksums/verhoeff';
import type { DocumentPiiType } from '../../../../../core/guardrails/pii/piiTypes';
import { found } from './found';

interface Checked {
  readonly type: DocumentPiiType;
  /** A word that makes bare digits enough. */
  readonly word: string;
  /** As the issuers, or the standards, print them in their examples. */
  readonly examples: readonly string[];
}

/** Sources: NHS Data Dictionary, Ministerio del Interior, Agenzia delle Entrate, gov.pl, UIDAI, ATO, ABR. */
const CHECKED: readonly Checked[] = [
  { type: 'uk_nhs', word: 'NHS', examples: ['943 476 5919', '943-476-5919', '9434765919', '4010232137'] },
  { type: 'es_nif', word: 'DNI', examples: ['12345678Z', '12.345.678-Z', '00000000T', '12345678 z'] },
  { type: 'es_nie', word: 'NIE', examples: ['X1234567L', 'Y-1234567-X', 'Z1234567R', 'X0000000T'] },
  {
    type: 'it_fiscal_code',
    word: 'codice fiscale',
    examples: ['RSSMRA85T10A562S', 'RSS MRA 85T10 A562 S', 'rssmra85t10a562s', 'RSSMRA85T50A562W'],
  },
  { type: 'pl_pesel', word: 'PESEL', examples: ['44051401359', '44051401458', '02070803628'] },
  { type: 'in_aadhaar', word: 'Aadhaar', examples: ['2341 2341 2346', '234123412346', '2341-2341-2346'] },
  { type: 'au_tfn', word: 'TFN', examples: ['123 456 782', '123456782', '876 543 210'] },
  { type: 'au_abn', word: 'ABN', examples: ['51 824 753 556', '51824753556', '53 004 085 616'] },
];

describe.each(CHECKED)('$type', ({ type, word, examples }) => {
  it.each(examples)('is found: %s', (example) => {
    expect(found(type, `${word}: ${example}.`)).toEqual([example]);
  });

  it.each(examples)('is not found with any one digit changed: %s', (example) => {
    for (const changed of withOneDigitChanged(example)) {
      expect([changed, found(type, `${word}: ${changed}.`)]).toEqual([changed, []]);
    }
  });

  it.each(examples)('is not a part of something longer: %s', (example) => {
    for (const around of ['7#', '#7', 'A#', '#x', '1-#', '#.5', 'é#', '#ß', '#@nhs.net', '$#']) {
      expect(found(type, `${word}: ${around.replace('#', () => example)}`)).toEqual([]);
    }
  });
});

describe('numbers with a check digit', () => {
  it.each<[DocumentPiiType, string, number]>([
    ['uk_nhs', 'NHS', 9],
    ['in_aadhaar', 'Aadhaar', 11],
    ['au_tfn', 'TFN', 8],
  ])('%s: no two last digits fit the same beginning, and no changed digit fits', (type, word, length) => {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(`^[2-9]\\d{${String(length - 1)}}$`)), (beginning) => {
        const numbers = Array.from('0123456789', (last) => `${beginning}${last}`);
        const valid = numbers.filter((number) => found(type, `${word} ${number}`).length > 0);
        expect(valid.length).toBeLessThanOrEqual(1);
        for (const number of valid.flatMap(withOneDigitChanged)) {
          expect(found(type, `${word} ${number}`)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each<[DocumentPiiType, string]>([
    ['uk_nhs', 'NHS 1111111111'],
    ['au_tfn', 'TFN 000 000 000'],
    ['in_aadhaar', 'Aadhaar 1234 1234 1238'],
    ['in_aadhaar', 'Aadhaar 2222 2222 2222'],
    ['pl_pesel', 'PESEL 44023001358'],
  ])('%s is not in %j', (type, text) => {
    expect(found(type, text)).toEqual([]);
  });
});

describe('isVerhoeff', () => {
  it.each(['2363', '123451', '1428570', '84736430954837284567892'])('holds for %s', (digits) => {
    expect(isVerhoeff(digits)).toBe(true);
  });

  it('exactly one digit completes a number, and every swap of two neighbours breaks it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,30}$/), (beginning) => {
        const valid = Array.from('0123456789', (last) => beginning + last).filter(isVerhoeff);
        expect(valid).toHaveLength(1);
        for (const swapped of valid.flatMap(withNeighboursSwapped)) expect(isVerhoeff(swapped)).toBe(false);
      }),
    );
  });

  it('does not hold for nothing', () => {
    expect(isVerhoeff('')).toBe(false);
  });
});

function withOneDigitChanged(number: string): string[] {
  return Array.from(number).flatMap((character, place) =>
    Array.from(/\d/.test(character) ? '0123456789' : '')
      .filter((digit) => digit !== character)
      .map((digit) => number.slice(0, place) + digit + number.slice(place + 1)),
  );
}

function withNeighboursSwapped(number: string): string[] {
  return Array.from({ length: number.length - 1 }, (_, place) => {
    const [one = '', other = ''] = number.slice(place);
    return one === other ? [] : [number.slice(0, place) + other + one + number.slice(place + 2)];
  }).flat();
}
