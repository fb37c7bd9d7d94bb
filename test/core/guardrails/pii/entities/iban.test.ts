import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { found } from '../support/found';

const PUBLISHED = [
  'AT611904300234573201',
  'BE68539007547034',
  'CH9300762011623852957',
  'DE89370400440532013000',
  'ES9121000418450200051332',
  'FR1420041010050500013M02606',
  'GB82WEST12345698765432',
  'IT60X0542811101000000123456',
  'MT84MALT011000012345MTLCAST001S',
  'NL91ABNA0417164300',
  'NO9386011117947',
  'PL61109010140000071219812874',
];

const grouped = (iban: string, gap: string) => iban.match(/.{1,4}/g)?.join(gap) ?? '';

describe('IBANs', () => {
  it.each(PUBLISHED)('finds %s in any writing', (iban) => {
    for (const written of [
      iban,
      iban.toLowerCase(),
      grouped(iban, ' '),
      grouped(iban, '-'),
      Array.from(iban).join(' '),
    ]) {
      expect(found(`to ${written}, please`)).toEqual([`iban: ${written}`]);
    }
  });

  it.each([
    'ＤＥ８９３７０４００４４０５３２０１３０００',
    'DE89\u200b3704\u200b0044\u200b0532\u200b0130\u200b00',
  ])('finds the disguised %j', (iban) => {
    expect(found(`to ${iban}.`)).toEqual([`iban: ${iban}`]);
  });

  it('ends where its country says, whatever follows', () => {
    expect(found('DE89 3704 0044 0532 0130 00 by Friday')).toEqual(['iban: DE89 3704 0044 0532 0130 00']);
    expect(found('account_DE89370400440532013000')).toEqual(['iban: DE89370400440532013000']);
  });

  it('needs its checksum', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PUBLISHED),
        fc.nat(30),
        fc.integer({ min: 1, max: 9 }),
        (iban, place, by) => {
          const digits = [...iban.matchAll(/\d/g)].map(({ index }) => index);
          const at = digits[place % digits.length] ?? 0;
          const changed = iban.slice(0, at) + String((Number(iban[at]) + by) % 10) + iban.slice(at + 1);
          expect(found(`IBAN ${changed}`, { types: ['iban'] })).toEqual([]);
        },
      ),
    );
  });

  it('is surer than a card or a phone number within it, also with a wrong national check digit', () => {
    expect(found('to PL45 4111 1111 1111 1111 0000 0000')).toEqual([
      'iban: PL45 4111 1111 1111 1111 0000 0000',
    ]);
  });

  it.each([
    'XX82WEST12345698765432',
    'DE8937040044053201300',
    'DE893704004405320130001',
    'ADE89370400440532013000',
  ])('leaves %s alone', (text) => {
    expect(found(`IBAN ${text}`)).toEqual([]);
  });
});
