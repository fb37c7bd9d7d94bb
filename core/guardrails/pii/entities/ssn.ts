import type { TextView } from '../../text/textView';
import { COUNTED_WORDS, THING_WORDS } from '../contextVocabulary';
import type { Candidate, EntityDetector } from '../entityDetector';
import { digitRunsOf } from '../scan/digitRuns';
import { windowsFrom, type DigitWindow } from '../scan/digitWindow';
import { isInsideCode } from '../scan/surroundings';

const SUPPORTING = [
  ...['ssn', 'ssns', 'social security', 'social number', 'soc sec', 'socsec', 'taxpayer'],
  ...['my', 'your', 'his', 'her', 'their'].map((whose) => `${whose} social`),
];

/** US social security numbers in the ranges that the Social Security Administration issues. */
export const ssnDetector: EntityDetector<'ssn'> = {
  type: 'ssn',
  supportingWords: SUPPORTING,
  opposingWords: THING_WORDS,
  countedWords: COUNTED_WORDS,
  find: findNumbers,
};

/** `123-45-6789`. */
const PRINTED = 0.75;
/** `123 45 6789`, `123.45.6789`: needs a word beside it. */
const GROUPED = 0.35;
/** `123456789`: so many other numbers have nine digits that only a word makes it one. */
const BARE = 0.2;

const LIMITS = { fewestDigits: 9, mostDigits: 9, mostGroups: 3 };

function* findNumbers(view: TextView): Generator<Candidate> {
  for (const run of digitRunsOf(view)) {
    for (let first = run.first; first < run.end; first += 1) {
      for (const window of windowsFrom(run, first, LIMITS)) {
        const confidence = confidenceOf(window);
        if (confidence === 0 || !isIssued(window.digits)) continue;
        if (isInsideCode(view.text, window.start, window.end)) continue;
        yield { start: window.start, end: window.end, confidence };
      }
    }
  }
}

function confidenceOf(window: DigitWindow): number {
  if (window.groupCount === 1 || window.isSpelled) return BARE;
  if (window.shape !== '324') return 0;
  const [first = '', second = ''] = window.gaps.map((gap) => gap.trim());
  if (first !== second) return 0;
  return first === '-' ? PRINTED : GROUPED;
}

/** Never issued: areas 000, 666 and from 900 on, group 00, serial 0000, and the number of a 1938 wallet's sample card. */
function isIssued(digits: string): boolean {
  return /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits) && digits !== '078051120';
}
