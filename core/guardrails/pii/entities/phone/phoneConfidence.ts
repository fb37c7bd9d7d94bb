import type { DigitWindow } from '../../scan/digitWindow';
import { fitInRegion, fitInternationally, isNorthAmerican, type Region } from './numberingPlans';

/** What stands around a number that only phone numbers have. */
export interface PhoneMarks {
  readonly hasPlus: boolean;
  /** `(415) 555...` */
  readonly hasAreaInBrackets: boolean;
  readonly hasExtension: boolean;
  /** `T: ` before it. */
  readonly hasLabel: boolean;
}

/** An international number that its country's plan knows. */
const INTERNATIONAL = 0.95;
/** Of a length that its country has, in a range that is not given out. */
const INTERNATIONAL_POSSIBLE = 0.75;
/** A plus before as many digits as a phone number has. */
const PLUS = 0.5;
/** Valid in the default region and grouped as phone numbers are there. */
const NATIONAL = 0.85;
/** The same with blanks only: measures and counts are written like that too. */
const NATIONAL_SPACED = 0.6;
/** The same without any grouping, or digit by digit: needs a word beside it. */
const NATIONAL_BARE = 0.4;
/** An extension, an area in brackets or a label, and no plan that knows the number. */
const MARKED = 0.55;
/** `00` and a number that its country's plan knows, in one piece. */
const INTERNATIONAL_BARE = 0.5;
/** Begins with the zero that is dialled before area codes in most of the world, and is as long as with one. */
const TRUNK_ZERO = 0.5;
/** `166-684-7899`, `12-345-67-89`: hardly anything else is grouped like numbers of North America or Eastern Europe. */
const KNOWN_SHAPE = 0.5;
/** A number that could be one somewhere: needs a word beside it. */
const SHAPED = 0.25;

/** E.164 allows fifteen digits; national numbers with what is dialled before them have at most thirteen. */
const MOST_NATIONAL_DIGITS = 13;
/** In one piece so many digits are an article, a time in milliseconds, a parcel. */
const MOST_BARE_DIGITS = 12;
const FEWEST_SHAPED_DIGITS = 6;
const FEWEST_PLUS_DIGITS = 7;
const FEWEST_MARKED_DIGITS = 8;
const MOST_DIGITS = 15;

/** How sure it is that digits are a phone number, before the words around them are weighed; 0 when they are none. */
export function phoneConfidence(number: DigitWindow, marks: PhoneMarks, region: Region): number {
  if (marks.hasPlus) return withPlus(number);
  const planned = Math.max(withInternationalPrefix(number), national(number, marks, region));
  return planned >= MARKED ? planned : Math.max(planned, shaped(number, marks));
}

function withPlus(number: DigitWindow): number {
  if (number.digitCount < FEWEST_PLUS_DIGITS) return 0;
  const fit = fitInternationally(withoutBracketedTrunk(number));
  if (fit === 'valid') return INTERNATIONAL;
  if (fit === 'possible') return INTERNATIONAL_POSSIBLE;
  return number.digitCount <= MOST_DIGITS ? PLUS : 0;
}

/** `+49 (0)30 901820`: the zero in brackets is not dialled from abroad. */
function withoutBracketedTrunk({ digits, firstLength, shape, gaps }: DigitWindow): string {
  const [opening = '', closing = ''] = gaps;
  if (shape.charAt(1) !== '1' || !opening.endsWith('(') || !closing.startsWith(')')) return digits;
  return digits.charAt(firstLength) === '0'
    ? digits.slice(0, firstLength) + digits.slice(firstLength + 1)
    : digits;
}

/** `0041 44 668 18 00`, `001-212-555-0187`. */
function withInternationalPrefix({ digits, groupCount, isSpelled }: DigitWindow): number {
  if (isSpelled || !digits.startsWith('00') || !/^00[1-9]\d{6,14}$/.test(digits)) return 0;
  const fit = fitInternationally(digits.slice(2));
  if (fit === 'none') return 0;
  if (groupCount === 1) return fit === 'valid' ? INTERNATIONAL_BARE : NATIONAL_BARE;
  return fit === 'valid' ? NATIONAL : NATIONAL_SPACED;
}

function national(number: DigitWindow, { hasAreaInBrackets }: PhoneMarks, region: Region): number {
  if (fitInRegion(number.digits, region) !== 'valid') return 0;
  if (number.isSpelled || number.groupCount === 1) return NATIONAL_BARE;
  if (!isPlausiblyGrouped(number) || (isNorthAmerican(region) && !hasAreaGroup(number))) return SHAPED;
  return hasAreaInBrackets || number.gaps.some((gap) => /[-./_]/.test(gap)) ? NATIONAL : NATIONAL_SPACED;
}

/** `212-555-0187`, `1 212 555 0187`; `9362-493944` is a serial number, `312-3758` a postal code as well. */
function hasAreaGroup({ shape }: DigitWindow): boolean {
  return /^1?3(?:34|7)$/.test(shape);
}

function shaped(number: DigitWindow, { hasAreaInBrackets, hasExtension, hasLabel }: PhoneMarks): number {
  const { digitCount, groupCount, isSpelled } = number;
  if (digitCount < FEWEST_SHAPED_DIGITS || digitCount > MOST_NATIONAL_DIGITS) return 0;
  if (isSpelled || groupCount === 1) return ungrouped(number, hasLabel);
  if (!isPlausiblyGrouped(number)) return 0;
  if (digitCount === FEWEST_SHAPED_DIGITS && !hasEqualGroups(number)) return 0;
  if (digitCount >= FEWEST_MARKED_DIGITS && (hasExtension || hasAreaInBrackets || hasLabel)) return MARKED;
  if (hasTrunkZero(number)) return TRUNK_ZERO;
  return hasKnownShape(number) ? KNOWN_SHAPE : SHAPED;
}

function ungrouped({ digits, isSpelled }: DigitWindow, hasLabel: boolean): number {
  if (!isBareLength(digits.length)) return 0;
  if (isSpelled) return SHAPED;
  if (hasLabel && digits.length >= FEWEST_MARKED_DIGITS) return MARKED;
  return /^0[1-9]\d{8,9}$/.test(digits) && !isIsbn(digits) ? TRUNK_ZERO : SHAPED;
}

/** Books in English have numbers that begin with zero: ISBN-10, whose weighed sum is a multiple of eleven. */
function isIsbn(digits: string): boolean {
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return digits.length === 10 && sum % 11 === 0;
}

/** `0161 496 0909`, `01 42 68 53 00`; not `04-2103594`, an employer's number, nor `01 07 12 23 41`, drawn numbers. */
function hasTrunkZero({ digits, shape, gaps }: DigitWindow): boolean {
  if (!digits.startsWith('0') || !/^0[1-9]\d{7,9}$/.test(digits)) return false;
  if (/^2+$/.test(shape)) return !isAscending(digits);
  return !(shape === '27' && gaps[0] === '-');
}

function isAscending(digits: string): boolean {
  const pairs = digits.match(/../g) ?? [];
  return pairs.every((pair, index) => index === 0 || pair > (pairs[index - 1] ?? ''));
}

function hasKnownShape({ shape, gaps, digits }: DigitWindow): boolean {
  if (shape !== '334' && shape !== '2322') return false;
  return KNOWN_SHAPES.has(`${shape} ${gaps.join('')}`) && !/^0+$/.test(digits);
}

/** So many digits a group, and what stands between the groups. */
const KNOWN_SHAPES: ReadonlySet<string> = new Set(['334 --', '334 ..', '2322 ---']);

function isBareLength(digits: number): boolean {
  return digits > FEWEST_SHAPED_DIGITS && digits <= MOST_BARE_DIGITS;
}

/** Groups of two to nine digits, the first of one at least; a last one is not alone. */
function isPlausiblyGrouped({ shape }: DigitWindow): boolean {
  return /^[1-9][2-9]*$/.test(shape);
}

/** `33 93 31`: the shortest numbers are printed like that, house numbers are not. */
function hasEqualGroups({ shape }: DigitWindow): boolean {
  return /^(.)\1*$/.test(shape);
}
