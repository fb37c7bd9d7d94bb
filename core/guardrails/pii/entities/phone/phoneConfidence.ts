import type { DigitWindow } from '../../scan/digitWindow';
import { fitInRegion, fitInternationally, type Region } from './numberingPlans';

/** What stands around a number that only phone numbers have. */
export interface PhoneMarks {
  readonly hasPlus: boolean;
  /** `(415) 555...` */
  readonly hasAreaInBrackets: boolean;
  readonly hasExtension: boolean;
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
/** An extension or an area in brackets, and no plan that knows the number. */
const MARKED = 0.55;
/** Begins with the zero that is dialled before area codes in most of the world, and is grouped. */
const TRUNK_ZERO = 0.5;
/** `166-684-7899`: hardly anything else is grouped like a number of North America, given out or not. */
const AMERICAN_SHAPE = 0.5;
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
  return Math.max(withInternationalPrefix(number), national(number, marks, region), shaped(number, marks));
}

function withPlus({ digits, lengths, gaps }: DigitWindow): number {
  if (digits.length < FEWEST_PLUS_DIGITS) return 0;
  const fit = fitInternationally(withoutBracketedTrunk(digits, lengths, gaps));
  if (fit === 'valid') return INTERNATIONAL;
  if (fit === 'possible') return INTERNATIONAL_POSSIBLE;
  return digits.length <= MOST_DIGITS ? PLUS : 0;
}

/** `+49 (0)30 901820`: the zero in brackets is not dialled from abroad. */
function withoutBracketedTrunk(digits: string, lengths: readonly number[], gaps: readonly string[]): string {
  const code = lengths[0] ?? 0;
  const isBracketed =
    lengths[1] === 1 && gaps[0]?.endsWith('(') === true && gaps[1]?.startsWith(')') === true;
  return isBracketed && digits.charAt(code) === '0' ? digits.slice(0, code) + digits.slice(code + 1) : digits;
}

/** `0041 44 668 18 00`, `001-212-555-0187`. */
function withInternationalPrefix({ digits, lengths, isSpelled }: DigitWindow): number {
  if (isSpelled || !/^00[1-9]\d{6,14}$/.test(digits)) return 0;
  const fit = fitInternationally(digits.slice(2));
  if (fit === 'none') return 0;
  if (lengths.length === 1) return NATIONAL_BARE;
  return fit === 'valid' ? NATIONAL : NATIONAL_SPACED;
}

function national(number: DigitWindow, { hasAreaInBrackets }: PhoneMarks, region: Region): number {
  if (fitInRegion(number.digits, region) !== 'valid') return 0;
  if (number.isSpelled || number.lengths.length === 1) return NATIONAL_BARE;
  if (!isPlausiblyGrouped(number)) return SHAPED;
  return hasAreaInBrackets || number.gaps.some((gap) => /[-./_]/.test(gap)) ? NATIONAL : NATIONAL_SPACED;
}

function shaped(number: DigitWindow, { hasAreaInBrackets, hasExtension }: PhoneMarks): number {
  const { digits, lengths, isSpelled } = number;
  if (digits.length < FEWEST_SHAPED_DIGITS || digits.length > MOST_NATIONAL_DIGITS) return 0;
  if (isSpelled || lengths.length === 1) return isBareLength(digits.length) ? SHAPED : 0;
  if (!isPlausiblyGrouped(number)) return 0;
  if (digits.length === FEWEST_SHAPED_DIGITS && !hasEqualGroups(lengths)) return 0;
  if (digits.length >= FEWEST_MARKED_DIGITS && (hasExtension || hasAreaInBrackets)) return MARKED;
  if (/^0[1-9]\d{8,9}$/.test(digits) && lengths.some((length) => length > 2)) return TRUNK_ZERO;
  return isAmericanShape(number) ? AMERICAN_SHAPE : SHAPED;
}

function isAmericanShape({ digits, lengths, gaps }: DigitWindow): boolean {
  const [first, second] = gaps;
  return (
    (first === '-' || first === '.') && first === second && lengths.join() === '3,3,4' && !/^0+$/.test(digits)
  );
}

function isBareLength(digits: number): boolean {
  return digits > FEWEST_SHAPED_DIGITS && digits <= MOST_BARE_DIGITS;
}

/** Groups of two to eight digits, the first of one at least; a last one is not alone. */
function isPlausiblyGrouped({ lengths }: DigitWindow): boolean {
  return lengths.every((length, index) => length <= 8 && (length >= 2 || index === 0));
}

/** `33 93 31`: the shortest numbers are printed like that, house numbers are not. */
function hasEqualGroups(lengths: readonly number[]): boolean {
  return lengths.every((length) => length === lengths[0]);
}
