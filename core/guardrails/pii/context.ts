import type { Candidate, EntityDetector } from './entityDetector';
import { isLetter, lastLetterBefore, wordEnd, wordStart } from './scan/words';

/** How far words are read before and after a candidate, in UTF-16 units of the view's text. */
const BEFORE = 40;
const AFTER = 25;

/** What a word adds to or takes from a confidence. */
const WEIGHT = 0.35;

/** What no word lifts a confidence above: a checksum or a strict form says more than a word. */
const MOST_BY_WORDS = 0.95;

/** A word after a candidate counts as if it stood this much farther away: names stand before values more often. */
const AFTER_PENALTY = 10;

/** A word against it stands at most this far behind it. */
const OPPOSING_AFTER = 15;

/** A unit or a thing that is counted stands this near: `1234567 seconds` is no phone number whatever stands before. */
const DIRECTLY = 1;

/** Longest phrase that is looked up, in words. */
const LONGEST_PHRASE = 3;

/** What a word says of a candidate near it. */
export type Verdict = 'supporting' | 'opposing' | 'counted';

/** The words and phrases of a detector with what they say. */
export type ContextWords = ReadonlyMap<string, Verdict>;

export function contextWordsOf(detector: EntityDetector): ContextWords {
  const { supportingWords = [], opposingWords = [], countedWords = [] } = detector;
  return new Map<string, Verdict>([
    ...countedWords.map((word) => [word, 'counted'] as const),
    ...opposingWords.map((word) => [word, 'opposing'] as const),
    ...supportingWords.map((word) => [word, 'supporting'] as const),
  ]);
}

/**
 * The confidence of a candidate in its place: the nearest word that speaks for or against it decides. `phone`
 * before a number makes it likelier to be one, `invoice` less likely.
 */
export function confidenceInContext(text: string, candidate: Candidate, words: ContextWords): number {
  const { confidence } = candidate;
  if (words.size === 0) return confidence;
  switch (nearestVerdict(text, candidate, words)) {
    case 'supporting':
      return Math.max(confidence, Math.min(MOST_BY_WORDS, confidence + WEIGHT));
    case 'opposing':
    case 'counted':
      return Math.max(0, confidence - WEIGHT);
    case undefined:
      return confidence;
  }
}

interface Heard {
  readonly verdict: Verdict;
  readonly distance: number;
}

function nearestVerdict(text: string, { start, end }: Candidate, words: ContextWords): Verdict | undefined {
  const before = heardBefore(text, start, words);
  const after = heardAfter(text, end, words);
  if (after !== undefined && after.verdict !== 'supporting' && after.distance <= DIRECTLY)
    return after.verdict;
  if (before === undefined || after === undefined) return (before ?? after)?.verdict;
  return after.distance + AFTER_PENALTY < before.distance ? after.verdict : before.verdict;
}

function heardBefore(text: string, position: number, words: ContextWords): Heard | undefined {
  let end = lastLetterBefore(text, position, position - BEFORE);
  while (end !== undefined) {
    const start = wordStart(text, end);
    const verdict = verdictEndingAt(text, start, end, words);
    if (verdict !== undefined && verdict !== 'counted') return { verdict, distance: position - end };
    end = lastLetterBefore(text, start, position - BEFORE);
  }
  return undefined;
}

/** What the word at a place says, alone or as the end of a phrase. */
function verdictEndingAt(text: string, start: number, end: number, words: ContextWords): Verdict | undefined {
  let phrase = text.slice(start, end).toLowerCase();
  let from = start;
  for (let length = 1; ; length += 1) {
    const verdict = words.get(phrase);
    const earlier = length === LONGEST_PHRASE ? undefined : lastLetterBefore(text, from, from - 2);
    if (verdict !== undefined || earlier === undefined) return verdict;
    from = wordStart(text, earlier);
    phrase = `${text.slice(from, earlier).toLowerCase()} ${phrase}`;
  }
}

function heardAfter(text: string, position: number, words: ContextWords): Heard | undefined {
  const limit = Math.min(text.length, position + AFTER);
  let start = position;
  while (start < limit && !isSentenceEnd(text, start)) {
    if (!isLetter(text, start)) {
      start += 1;
      continue;
    }
    const end = wordEnd(text, start);
    const verdict = words.get(text.slice(start, end).toLowerCase());
    if (verdict !== undefined) {
      return isOfTheNumber(text, position, { start, end, verdict })
        ? { verdict, distance: start - position }
        : undefined;
    }
    start = end;
  }
  return undefined;
}

interface HeardWord {
  readonly start: number;
  readonly end: number;
  readonly verdict: Verdict;
}

/** Whether a word behind a number speaks of it, and not of what follows the word. */
function isOfTheNumber(text: string, position: number, { start, end, verdict }: HeardWord): boolean {
  if (NAMES_THE_NEXT.test(text.slice(end, end + NAME_MARKS))) return false;
  switch (verdict) {
    case 'supporting':
      return true;
    case 'opposing':
      return start - position <= OPPOSING_AFTER && !CLAUSE_END.test(text.slice(position, start));
    case 'counted':
      return start - position <= DIRECTLY;
  }
}

/** `1234 Phone: 415...`, `1234 fax 415...` */
const NAMES_THE_NEXT = /^(?: ?[:=#]|\.? \+?\(?[0-9])/;
const NAME_MARKS = 5;

/** `415-555-0187, zip 94110`, `... and my zip is`, `... about order 7`: another thing begins. */
const CLAUSE_END = /[,;:|\t]|(?<!\p{L})(?:and|or|about|at|for|from|in|of|on|to|with)(?!\p{L})/u;

/** A mark that ends a sentence; a number or a name may go on after its point. */
function isSentenceEnd(text: string, position: number): boolean {
  return '.!?'.includes(text.charAt(position)) && text.charAt(position + 1).trim() === '';
}
