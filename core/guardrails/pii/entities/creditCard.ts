import type { TextView } from '../../text/textView';
import { isCardOfBrand } from '../cardBrands';
import { THING_WORDS } from '../contextVocabulary';
import type { Candidate, EntityDetector } from '../entityDetector';
import type { DigitRun } from '../scan/digitRun';
import { digitRunsOf } from '../scan/digitRuns';
import { windowsFrom, type DigitWindow } from '../scan/digitWindow';
import { isLuhn } from '../scan/luhn';
import { isInsideCode } from '../scan/surroundings';

/** An account may be that of a card. */
const OF_CARDS_TOO: ReadonlySet<string> = new Set(['account', 'acct']);

/** Numbers of payment cards: of a brand, of its length, with the Luhn checksum; printed in any of the usual groups. */
export const creditCardDetector: EntityDetector<'credit_card'> = {
  type: 'credit_card',
  supportingWords: (
    'card cards credit debit cc pan visa mastercard maestro amex american express discover jcb diners unionpay cvv cvc expires expiry ' +
    'declined kreditkarte karte carte tarjeta carta cartão pin'
  ).split(' '),
  opposingWords: [...THING_WORDS.filter((word) => !OF_CARDS_TOO.has(word)), 'piece', 'pieces', 'pcs'],
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
    if (run.digitCount < LIMITS.fewestDigits) continue;
    for (let first = run.first; first < run.end; first += 1) {
      const card = bestCardFrom(view.text, run, first);
      if (card !== undefined) yield card;
    }
  }
}

/** The surest, and of those the longest, that begins with a group. */
function bestCardFrom(text: string, run: DigitRun, first: number): Candidate | undefined {
  let best: Candidate | undefined;
  for (const window of windowsFrom(run, first, LIMITS)) {
    const confidence = confidenceOf(window);
    if (confidence <= (best?.confidence ?? 0)) continue;
    if (isInsideCode(text, window.start, window.end) || isPartOfFours(text, window)) continue;
    best = { start: window.start, end: window.end, confidence };
  }
  return best;
}

function confidenceOf(window: DigitWindow): number {
  if (!isPrinted(window)) return isCheckedUnprinted(window) ? CHECKED_UNKNOWN : 0;
  const { digits } = window;
  const isChecked = isLuhn(digits);
  const isOfBrand = isCardOfBrand(digits);
  if ((!isOfBrand && !isChecked) || isOneDigit(digits)) return 0;
  if (!isChecked) return UNCHECKED;
  if (!isOfBrand) return CHECKED_UNKNOWN;
  return window.digitCount >= USUAL_DIGITS ? CHECKED : CHECKED_RARE;
}

function isCheckedUnprinted(window: DigitWindow): boolean {
  if (window.digitCount < USUAL_DIGITS) return false;
  const { digits } = window;
  return isLuhn(digits) && isCardOfBrand(digits) && !isOneDigit(digits);
}

function isOneDigit(digits: string): boolean {
  return /^(\d)\1*$/.test(digits);
}

/** `1234 5678 9012` before or after four more digits: not a short card, a piece of a number that is none. */
function isPartOfFours(text: string, { start, end, shape }: DigitWindow): boolean {
  if (shape !== '444') return false;
  return (
    FOUR_BEFORE.test(text.slice(Math.max(0, start - 6), start)) || FOUR_AFTER.test(text.slice(end, end + 6))
  );
}

const FOUR_BEFORE = /(?<![0-9])[0-9]{4}[- ]$/;
const FOUR_AFTER = /^[- ][0-9]{4}(?![0-9])/;

/** How cards are printed, and typed in fours whatever is printed, in digits a group: `d` is thirteen. */
const PRINTED: ReadonlySet<string> = new Set([
  ...'4444 44441 44442 44443 444 4441 4442 4443'.split(' '),
  ...'465 464 4333 6d 88'.split(' '),
]);

function isPrinted({ groupCount, isSpelled, shape }: DigitWindow): boolean {
  return groupCount === 1 || isSpelled || PRINTED.has(shape);
}
