import type { TextView } from '../../text/textView';
import { isCardOfBrand } from '../cardBrands';
import { THING_WORDS } from '../contextVocabulary';
import type { Candidate, EntityDetector } from '../entityDetector';
import { digitRunsOf, type DigitRun } from '../scan/digitRuns';
import { windowsFrom, type DigitWindow } from '../scan/digitWindow';
import { isGtin } from '../scan/gtin';
import { isLuhn } from '../scan/luhn';
import { isInsideCode } from '../scan/surroundings';

/** Numbers of payment cards: of a brand, of its length, with the Luhn checksum; printed in any of the usual groups. */
export const creditCardDetector: EntityDetector<'credit_card'> = {
  type: 'credit_card',
  supportingWords: (
    'card cards credit debit cc pan visa mastercard maestro amex american express discover jcb diners unionpay cvv cvc expires expiry ' +
    'declined kreditkarte karte carte tarjeta carta cartão pin'
  ).split(' '),
  opposingWords: THING_WORDS,
  find: findCards,
};

/** A brand's number whose checksum holds: not even a word like `reference` beside it talks it away. */
const CHECKED = 0.9;
/** The same in lengths that few cards have and many other numbers do. */
const CHECKED_RARE = 0.6;
/** Of no known brand, or not printed as cards are: needs a word beside it. */
const CHECKED_UNKNOWN = 0.3;
/** What someone calls a card is one, though a digit is wrong; without the word it is none. */
const UNCHECKED = 0.2;

/** Nearly all cards have so many digits or more. */
const USUAL_DIGITS = 14;

const LIMITS = { fewestDigits: 12, mostDigits: 19, mostGroups: 5 };

function* findCards(view: TextView): Generator<Candidate> {
  for (const run of digitRunsOf(view)) {
    for (let first = 0; first < run.length; first += 1) {
      const card = bestCardFrom(view.text, run, first);
      if (card !== undefined) yield card;
    }
  }
}

/** The surest, and of those the longest, that begins with a group. */
function bestCardFrom(text: string, run: DigitRun, first: number): Candidate | undefined {
  let best: Candidate | undefined;
  for (const window of windowsFrom(text, run, first, LIMITS)) {
    const confidence = confidenceOf(window);
    if (confidence === 0 || confidence < (best?.confidence ?? 0)) continue;
    if (isInsideCode(text, window.start, window.end) || isPartOfFours(text, window)) continue;
    best = { start: window.start, end: window.end, confidence };
  }
  return best;
}

function confidenceOf(window: DigitWindow): number {
  const { digits } = window;
  const isOfBrand = isCardOfBrand(digits);
  const isChecked = isLuhn(digits);
  const isLong = digits.length >= USUAL_DIGITS;
  if ((!isOfBrand && !isChecked) || /^(\d)\1*$/.test(digits)) return 0;
  if (!isPrinted(window)) return isOfBrand && isChecked && isLong ? CHECKED_UNKNOWN : 0;
  if (!isChecked) return UNCHECKED;
  if (!isOfBrand || isArticle(window)) return CHECKED_UNKNOWN;
  return isLong ? CHECKED : CHECKED_RARE;
}

/** `1234 5678 9012` before or after four more digits: not a short card, a piece of a number that is none. */
function isPartOfFours(text: string, { start, end, lengths }: DigitWindow): boolean {
  if (lengths.join('-') !== '4-4-4') return false;
  return (
    FOUR_BEFORE.test(text.slice(Math.max(0, start - 6), start)) || FOUR_AFTER.test(text.slice(end, end + 6))
  );
}

const FOUR_BEFORE = /(?<![0-9])[0-9]{4}[- ]$/;
const FOUR_AFTER = /^[- ][0-9]{4}(?![0-9])/;

/** Thirteen digits in one piece whose last is the check digit of a GTIN-13: there are more articles than such cards. */
function isArticle({ digits, lengths }: DigitWindow): boolean {
  return digits.length === 13 && lengths.length === 1 && isGtin(digits);
}

/** How cards are printed, and typed in fours whatever is printed, in digits a group. */
const PRINTED: ReadonlySet<string> = new Set([
  ...'4-4-4-4 4-4-4-4-1 4-4-4-4-2 4-4-4-4-3 4-4-4 4-4-4-1 4-4-4-2 4-4-4-3'.split(' '),
  ...'4-6-5 4-6-4 4-3-3-3 6-13 8-8'.split(' '),
]);

function isPrinted({ lengths, isSpelled }: DigitWindow): boolean {
  return lengths.length === 1 || isSpelled || PRINTED.has(lengths.join('-'));
}
