import type { Candidate, EntityDetector } from './entityDetector';

/** How far words are read before and after a candidate, in UTF-16 units of the view's text. */
const BEFORE = 40;
const AFTER = 15;

/** What a word adds to or takes from a confidence. */
const WEIGHT = 0.35;

/** What no word lifts a confidence above: a checksum or a strict form says more than a word. */
const MOST_BY_WORDS = 0.95;

/** A word after a candidate counts as if it stood this much farther away: names stand before values more often. */
const AFTER_PENALTY = 10;

/** A unit or a thing that is counted stands this near: `1234567 seconds` is no phone number whatever stands before. */
const DIRECTLY = 1;

/** Longest phrase that is looked up, in words. */
const LONGEST_PHRASE = 3;

const LETTER = /[\p{L}\p{M}]/u;

/** What a word says of a candidate near it. */
export type Verdict = 'supporting' | 'opposing';

/** The words and phrases of a detector with what they say. */
export type ContextWords = ReadonlyMap<string, Verdict>;

export function contextWordsOf({ supportingWords = [], opposingWords = [] }: EntityDetector): ContextWords {
  return new Map([
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
  if (after?.verdict === 'opposing' && after.distance <= DIRECTLY) return 'opposing';
  if (before === undefined || after === undefined) return (before ?? after)?.verdict;
  return after.distance + AFTER_PENALTY < before.distance ? after.verdict : before.verdict;
}

function heardBefore(text: string, position: number, words: ContextWords): Heard | undefined {
  let end = lastLetterBefore(text, position, position - BEFORE);
  while (end !== undefined) {
    const start = wordStart(text, end);
    const verdict = verdictEndingAt(text, start, end, words);
    if (verdict !== undefined) return { verdict, distance: position - end };
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
  while (start < limit) {
    if (!isLetter(text, start)) {
      start += 1;
      continue;
    }
    const end = wordEnd(text, start);
    const verdict = words.get(text.slice(start, end).toLowerCase());
    if (verdict !== undefined) {
      return isNameOfTheNext(text, end) ? undefined : { verdict, distance: start - position };
    }
    start = end;
  }
  return undefined;
}

/** `1234 Phone: 415...`: the word belongs to what follows it. */
function isNameOfTheNext(text: string, position: number): boolean {
  return /^ ?[:=#]/.test(text.slice(position, position + 2));
}

/** The end of the word that stands last before a position, not farther away than `limit`. */
function lastLetterBefore(text: string, position: number, limit: number): number | undefined {
  for (let end = position; end > Math.max(0, limit); end -= 1) {
    if (isLetter(text, end - 1)) return end;
  }
  return undefined;
}

const LONGEST_WORD = 30;

function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_WORD && isLetter(text, start - 1)) {
    start -= 1;
    if (isHump(text, start)) break;
  }
  return start;
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < LONGEST_WORD && isLetter(text, end)) {
    end += 1;
    if (isHump(text, end)) break;
  }
  return end;
}

/** `phoneNumber` is two words. */
function isHump(text: string, position: number): boolean {
  return isAsciiLower(text.charCodeAt(position - 1)) && isAsciiUpper(text.charCodeAt(position));
}

const LAST_ASCII = 0x7f;

function isLetter(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  if (code > LAST_ASCII) return LETTER.test(text.charAt(position));
  return isAsciiLower(code) || isAsciiUpper(code);
}

function isAsciiLower(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isAsciiUpper(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}
