import { isLetter, wordEnd } from '../scan/words';
import type { ContextWords, Heard, Verdict } from './contextWords';

/** How far words are read after a candidate, in UTF-16 units of the view's text. */
export const AFTER = 25;

/** A word against it stands at most this far behind it. */
const OPPOSING_AFTER = 15;

/** A unit or a thing that is counted stands this near: `1234567 seconds` is no phone number whatever stands before. */
export const DIRECTLY = 1;

/** What the first word that says something says of what ends at a position. */
export function heardAfter(text: string, position: number, { verdicts }: ContextWords): Heard | undefined {
  const limit = Math.min(text.length, position + AFTER);
  let start = position;
  while (start < limit && !isSentenceEnd(text, start)) {
    if (!isLetter(text, start)) {
      start += 1;
      continue;
    }
    const end = wordEnd(text, start);
    const verdict = verdicts.get(text.slice(start, end).toLowerCase());
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
