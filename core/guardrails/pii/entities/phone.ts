import type { TextView } from '../../text/textView';
import { COUNTED_WORDS, THING_WORDS } from '../contextVocabulary';
import type { Candidate, EntityDetector } from '../entityDetector';
import type { DigitRun } from '../scan/digitRun';
import { digitRunsOf } from '../scan/digitRuns';
import { windowsFrom, type DigitWindow } from '../scan/digitWindow';
import { isInsideCode, touchesLetter } from '../scan/surroundings';
import { beginsDump, isInDump } from './phone/dump';
import { extensionAt } from './phone/extension';
import { withNeighbours } from './phone/neighbours';
import type { Region } from './phone/numberingPlans';
import { isOtherNumber } from './phone/otherNumbers';
import { phoneConfidence } from './phone/phoneConfidence';
import { PHONE_WORDS } from './phone/phoneWords';

/**
 * Phone numbers of all countries with a `+` or `00`, national ones of a region, and, beside a word like `call`,
 * whatever is written as phone numbers are.
 */
export function phoneDetector(region: Region): EntityDetector<'phone'> {
  return {
    type: 'phone',
    supportingWords: PHONE_WORDS,
    opposingWords: THING_WORDS,
    countedWords: COUNTED_WORDS,
    find: (view) => withNeighbours(view.text, [...phonesIn(view, region)]),
  };
}

const LIMITS = { fewestDigits: 6, mostDigits: 17, mostGroups: 8, isGap: isPhoneGap };

/**
 * Blanks, marks, brackets; a line is broken only after a mark, or else another number begins there. After a point and
 * a blank it is a new sentence.
 */
const GAP =
  /^(?:[ \t]{1,2}|[ \t]?[-/_][ \t]?|\.|[-./_][\r\n]{1,2}|[ \t]?\([ \t]?|\)[ \t]?[-./]?[ \t]?|\)?[ \t]?\()$/;

function isPhoneGap(gap: string): boolean {
  return gap === ' ' || gap === '-' || GAP.test(gap);
}

function* phonesIn(view: TextView, region: Region): Generator<Candidate> {
  for (const run of digitRunsOf(view)) {
    let first = run.first;
    while (first < run.end) {
      const best = bestPhoneFrom(view.text, run, first, region);
      if (best !== undefined) yield best.candidate;
      first = (best?.last ?? first) + 1;
    }
  }
}

interface Choice {
  readonly candidate: Candidate;
  /** Its last group. */
  readonly last: number;
}

/** The surest, and of those the longest, that begins with a group. */
function bestPhoneFrom(text: string, run: DigitRun, first: number, region: Region): Choice | undefined {
  if (beginsDump(text, run.groups.startOf(first))) return undefined;
  let best: Choice | undefined;
  for (const window of windowsFrom(run, first, LIMITS)) {
    const candidate = phoneAt(text, window, region, best?.candidate.confidence ?? 0);
    if (candidate !== undefined) best = { candidate, last: window.last };
  }
  return best;
}

/** The phone number that a window is; `undefined` when it is none, or not surer than `known`. */
function phoneAt(text: string, window: DigitWindow, region: Region, known: number): Candidate | undefined {
  if (isInDump(text, window)) return undefined;
  const opening = openingBefore(text, window);
  if (opening === undefined) return undefined;
  const start = window.start - opening.length;
  const extension = extensionAt(text, window.end);
  const end = window.end + extension;
  const marks = {
    hasPlus: opening.includes('+'),
    hasAreaInBrackets: opening.endsWith('(') || hasBracketAfterTrunk(window),
    hasExtension: extension > 0,
    hasLabel: isLabelled(text, start),
  };
  const confidence = phoneConfidence(window, marks, region);
  if (confidence <= known || isNamed(text, start)) return undefined;
  if (touchesLetter(text, start, end) || isInsideCode(text, start, end)) return undefined;
  return isOtherNumber(window, marks.hasPlus) ? undefined : { start, end, confidence };
}

/** The `+` before the first digit and the bracket that a gap closes; `undefined` when brackets do not pair. */
function openingBefore(text: string, window: DigitWindow): string | undefined {
  const { start } = window;
  if (!window.mayHaveBrackets) return plusBefore(text, start);
  const { written } = window;
  const opens = written.indexOf('(');
  const closes = written.indexOf(')');
  const isOpen = closes >= 0 && (opens < 0 || closes < opens);
  if (!isOpen)
    return written.lastIndexOf('(') > written.lastIndexOf(')') ? undefined : plusBefore(text, start);
  const [opening = ''] = /(?:\+\(|\(\+?)$/.exec(text.slice(Math.max(0, start - 2), start)) ?? [];
  return opening === '' ? undefined : opening;
}

function plusBefore(text: string, start: number): string {
  return text.charAt(start - 1) === '+' ? '+' : '';
}

/** `8 (495) 123-45-67` */
function hasBracketAfterTrunk(window: DigitWindow): boolean {
  return window.firstLength === 1 && window.gaps[0]?.endsWith('(') === true;
}

/** `T: 4155550187`, `M. 0151...`, as under letters and on business cards. */
function isLabelled(text: string, start: number): boolean {
  const mark = text.charAt(start - 1) === ' ' ? start - 2 : start - 1;
  if (!':.'.includes(text.charAt(mark))) return false;
  return LABEL.test(text.slice(Math.max(0, start - LONGEST_LABEL), start));
}

const LABEL = /(?:^|[\s,;|(/])[TMPF][:.] ?$/;
const LONGEST_LABEL = 4;

/** `#123`, `$123`: a ticket, a price. */
function isNamed(text: string, start: number): boolean {
  return start > 0 && '#$€£¥'.includes(text.charAt(start - 1));
}
