import type { TextView } from '../../text/textView';
import { COUNTED_WORDS, THING_WORDS } from '../contextVocabulary';
import type { Candidate, EntityDetector } from '../entityDetector';
import { digitRunsOf, type DigitRun } from '../scan/digitRuns';
import { windowsFrom, type DigitWindow } from '../scan/digitWindow';
import { isInsideCode, touchesLetter } from '../scan/surroundings';
import { isInDump } from './phone/dump';
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
    find: (view) =>
      withNeighbours(
        view.text,
        digitRunsOf(view).flatMap((run) => [...phonesIn(view, run, region)]),
      ),
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

function* phonesIn({ text }: TextView, run: DigitRun, region: Region): Generator<Candidate> {
  let first = 0;
  while (first < run.length) {
    const best = bestPhoneFrom(text, run, first, region);
    if (best !== undefined) yield best.candidate;
    first = (best?.last ?? first) + 1;
  }
}

interface Choice {
  readonly candidate: Candidate;
  /** Position of its last group in the run. */
  readonly last: number;
}

/** The surest, and of those the longest, that begins with a group. */
function bestPhoneFrom(text: string, run: DigitRun, first: number, region: Region): Choice | undefined {
  let best: Choice | undefined;
  for (const window of windowsFrom(text, run, first, LIMITS)) {
    const candidate = phoneAt(text, window, region);
    if (candidate === undefined || candidate.confidence < (best?.candidate.confidence ?? 0)) continue;
    best = { candidate, last: window.last };
  }
  return best;
}

function phoneAt(text: string, window: DigitWindow, region: Region): Candidate | undefined {
  if (isInDump(text, window)) return undefined;
  const opening = openingBefore(text, window);
  if (opening === undefined) return undefined;
  const extension = extensionAt(text, window.end);
  const marks = {
    hasPlus: opening.includes('+'),
    hasAreaInBrackets: opening.endsWith('(') || hasBracketAfterTrunk(window),
    hasExtension: extension > 0,
    hasLabel: isLabelled(text, window.start - opening.length),
  };
  const confidence = phoneConfidence(window, marks, region);
  if (confidence === 0) return undefined;
  const start = window.start - opening.length;
  const end = window.end + extension;
  if (isNamed(text, start) || touchesLetter(text, start, end) || isInsideCode(text, start, end))
    return undefined;
  if (isOtherNumber(window, text.slice(window.start, window.end), marks.hasPlus)) return undefined;
  return { start, end, confidence };
}

/** The `+` before the first digit and the bracket that a gap closes; `undefined` when brackets do not pair. */
function openingBefore(text: string, { start, gaps }: DigitWindow): string | undefined {
  const written = gaps.length === 0 ? '' : gaps.join('');
  const isOpen = /^[^(]*\)/.test(written);
  if (!isOpen)
    return written.lastIndexOf('(') > written.lastIndexOf(')') ? undefined : plusBefore(text, start);
  const [opening = ''] = /(?:\+\(|\(\+?)$/.exec(text.slice(Math.max(0, start - 2), start)) ?? [];
  return opening === '' ? undefined : opening;
}

function plusBefore(text: string, start: number): string {
  return text.charAt(start - 1) === '+' ? '+' : '';
}

/** `8 (495) 123-45-67` */
function hasBracketAfterTrunk({ lengths, gaps }: DigitWindow): boolean {
  return lengths[0] === 1 && gaps[0]?.endsWith('(') === true;
}

/** `T: 4155550187`, `M. 0151...`, as under letters and on business cards. */
function isLabelled(text: string, start: number): boolean {
  return LABEL.test(text.slice(Math.max(0, start - LONGEST_LABEL), start));
}

const LABEL = /(?:^|[\s,;|(/])[TMPF][:.] ?$/;
const LONGEST_LABEL = 4;

/** `#123`, `$123`: a ticket, a price. */
function isNamed(text: string, start: number): boolean {
  return start > 0 && '#$€£¥'.includes(text.charAt(start - 1));
}
