import { type CountryCode, getExampleNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';
import type { Random } from '../../limits/traces/random.mts';
import { oneOf } from '../texts/prose.mts';
import type { LabelledType } from './document.mts';

const COUNTRIES: readonly CountryCode[] = ['GB', 'DE', 'FR', 'IN', 'BR', 'JP', 'AU', 'ZA', 'SE', 'MX'];
const FIRST_NAMES = ['ines', 'j.okafor', 'li-wei', 'sam_b', 'marta.nowak', 'ODETTE', 'k', 'bruno99'];
const DOMAINS = [
  'harbour-books.com',
  'mail.example.org',
  'uni-oslo.example.edu',
  'tea.co.uk',
  'nordwind.io',
  'shop.de',
];
const AREA_CODES = ['212', '305', '415', '512', '617', '720', '808', '917'];
const CARD_BEGINNINGS = ['4539', '4916', '5254', '5412', '6011'];

/** A value of a type, in one of the forms in which people write it. */
export const VALUES: Readonly<Record<LabelledType, (random: Random) => string>> = {
  email: (random) =>
    `${oneOf(FIRST_NAMES, random)}${oneOf(['', '+news', '7'], random)}@${oneOf(DOMAINS, random)}`,
  phone: (random) => (random.below(2) === 0 ? americanPhone(random) : foreignPhone(random)),
  ssn: (random) =>
    [between(random, 101, 650), between(random, 10, 99), between(random, 1_000, 9_999)].join('-'),
  credit_card: (random) => {
    const number = withLuhnDigit(oneOf(CARD_BEGINNINGS, random) + digits(random, 11));
    return number.replace(/\d{4}(?=\d)/g, `$&${oneOf(['', ' ', '-'], random)}`);
  },
  ip_address: (random) =>
    random.below(3) > 0
      ? [between(random, 11, 99), ...threeOf(() => random.below(256))].join('.')
      : `2001:db8:${threeOf(() => (random.below(0xefff) + 0x1000).toString(16)).join(':')}::${String(between(random, 1, 9))}`,
  iban: (random) => {
    const iban = ibanOf(oneOf(['DE', 'CH', 'GB'] as const, random), random);
    return random.below(2) === 0 ? iban : iban.replace(/.{4}(?=.)/g, '$& ');
  },
};

function americanPhone(random: Random): string {
  const [area, exchange, line] = [
    oneOf(AREA_CODES, random),
    String(between(random, 220, 488)),
    String(between(random, 1_000, 9_999)),
  ];
  return oneOf(
    [
      `${area}-${exchange}-${line}`,
      `(${area}) ${exchange}-${line}`,
      `${area}.${exchange}.${line}`,
      `+1 ${area} ${exchange} ${line}`,
      `+1${area}${exchange}${line}`,
    ],
    random,
  );
}

function foreignPhone(random: Random): string {
  const number = getExampleNumber(oneOf(COUNTRIES, random), examples);
  if (number === undefined) throw new RangeError('There is no example of a number for this country.');
  return random.below(3) > 0 ? number.formatInternational() : number.number;
}

/** ISO 13616: the two digits that make the remainder by 97 one. */
function ibanOf(country: 'DE' | 'CH' | 'GB', random: Random): string {
  const account = {
    DE: () => digits(random, 18),
    CH: () => digits(random, 17),
    GB: () => `MIDL${digits(random, 14)}`,
  };
  const rest = account[country]();
  const inDigits = `${rest}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const check = 98n - (BigInt(inDigits) % 97n);
  return `${country}${String(check).padStart(2, '0')}${rest}`;
}

function withLuhnDigit(number: string): string {
  const sum = Array.from(number)
    .toReversed()
    .reduce((total, digit, index) => total + crossSum(Number(digit) * (index % 2 === 0 ? 2 : 1)), 0);
  return number + String((10 - (sum % 10)) % 10);
}

function crossSum(value: number): number {
  return value > 9 ? value - 9 : value;
}

export function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => String(random.below(10))).join('');
}

/** Both ends may come. */
export function between(random: Random, least: number, most: number): number {
  return least + random.below(most - least + 1);
}

function threeOf<Item>(next: () => Item): Item[] {
  return Array.from({ length: 3 }, next);
}
