import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isLuhn } from '../../../../../core/guardrails/pii/scan/luhn';
import { found } from '../support/found';

/** A number that begins so and is so long, with the last digit that makes the checksum hold. */
function cardOf(prefix: string, length: number): string {
  const body = prefix.padEnd(length - 1, '7305182946');
  return Array.from({ length: 10 }, (_, digit) => `${body}${String(digit)}`).find(isLuhn) ?? body;
}

describe('payment cards', () => {
  it.each<[brand: string, prefix: string, length: number]>([
    ['Visa', '4929', 16],
    ['Visa of 19 digits', '4929', 19],
    ['Mastercard', '5301', 16],
    ['Mastercard of the 2 series', '2223', 16],
    ['American Express', '3782', 15],
    ['Diners Club', '3056', 14],
    ['Discover', '6011', 16],
    ['JCB', '3530', 16],
    ["JCB's, of a block that is not given out", '3507', 16],
    ['JCB of 15 digits', '2131', 15],
    ['UnionPay', '6205', 19],
    ['Maestro', '6759', 16],
    ['Mir', '2202', 16],
    ['RuPay', '6069', 16],
    ['Troy', '9792', 16],
  ])(
    'finds a %s number without a word beside it, and not with another last digit',
    (_brand, prefix, length) => {
      const card = cardOf(prefix, length);
      const wrong = card.slice(0, -1) + String((Number(card.at(-1)) + 1) % 10);
      expect(found(`Reference ${card} was given.`)).toEqual([`credit_card: ${card}`]);
      expect(found(`Reference ${wrong} was given.`)).toEqual([]);
      expect(found(`It is ${wrong}.`)).toEqual([]);
    },
  );

  it.each([
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111.1111.1111.1111',
    '4111_1111_1111_1111',
    '4111 - 1111 - 1111 - 1111',
    '4111  1111  1111  1111',
    '4111\n1111\n1111\n1111',
    '4111\u00a01111\u00a01111\u00a01111',
    '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
    '４１１１１１１１１１１１１１１１',
    '٤١١١١١١١١١١١١١١١',
    '𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏',
    '4111\u00ad1111\u00ad1111\u00ad1111',
    '3782 822463 10005',
    '3056 930902 5904',
    '3056 9309 0259 04',
    '3782 8224 6310 005',
  ])('finds %j as it is printed', (card) => {
    expect(found(`A ${card} B`)).toEqual([`credit_card: ${card}`]);
  });

  it.each([
    'card=4111111111111111&cvv=123',
    '{"pan":"4111111111111111"}',
    'cc_4111111111111111_x',
    'CARD4111111111111111',
  ])('finds the number in %s', (text) => {
    expect(found(text)).toEqual(['credit_card: 4111111111111111']);
  });

  it('takes two cards in a row, and an expiry after one, apart', () => {
    expect(found('4111 1111 1111 1111 5555 5555 5555 4444')).toEqual([
      'credit_card: 4111 1111 1111 1111',
      'credit_card: 5555 5555 5555 4444',
    ]);
    expect(found('4111 1111 1111 1111 12/29 123')).toEqual(['credit_card: 4111 1111 1111 1111']);
  });

  it('takes what is called a card for one although a digit is wrong', () => {
    expect(found('My card is 4111 1111 1111 1112.')).toEqual(['credit_card: 4111 1111 1111 1112']);
    expect(found('My card is 1234 5678 9012 3456.')).toEqual([]);
  });

  it('finds the short lengths beside a word', () => {
    const maestro = cardOf('5038', 12);
    expect(found(`Visa card 4222222222222`)).toEqual(['credit_card: 4222222222222']);
    expect(found(`charge my card ${maestro}`)).toEqual([`credit_card: ${maestro}`]);
    expect(found(`tracking ${maestro}`)).toEqual([]);
  });

  it('finds twelve digits in fours, not as a piece of more', () => {
    const fours = cardOf('5678', 12).match(/.{4}/g)?.join(' ') ?? '';
    expect(found(`A ${fours} B`)).toEqual([`credit_card: ${fours}`]);
    expect(found(`1234 ${fours}`)).toEqual([]);
    expect(found(`${fours} 1234`)).toEqual([]);
  });

  it('finds thirteen digits, but not beside a word for what else has so many', () => {
    const visa = cardOf('4929', 13);
    for (const text of [`It is ${visa}.`, `Account: ${visa}`]) {
      expect(found(text)).toEqual([`credit_card: ${visa}`]);
    }
    for (const thing of [
      'EAN',
      'GTIN',
      'barcode',
      'article',
      'item',
      'product',
      'SKU',
      'ISBN',
      '694 pieces of',
    ]) {
      expect(found(`${thing} ${visa}`)).toEqual([]);
    }
  });

  it.each([
    '0000000000000000',
    'IMEI 490154203237518',
    '4111111111111111-1234',
    'a4f4111111111111111',
    'tweet 1541815603606036480',
    '20240115123045',
  ])('leaves %s alone', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('isLuhn', () => {
  it('fails when one digit is changed', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{11,17}$/),
        fc.nat(17),
        fc.integer({ min: 1, max: 9 }),
        (body, place, by) => {
          const card = cardOf(body, body.length + 1);
          const at = place % card.length;
          const changed = card.slice(0, at) + String((Number(card[at]) + by) % 10) + card.slice(at + 1);
          expect([isLuhn(card), isLuhn(changed)]).toEqual([true, false]);
        },
      ),
    );
  });
});
