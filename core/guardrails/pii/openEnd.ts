import type { OpenEnd } from '../spans/finder';
import { viewOf } from '../text/textView';

/** Across so many characters of plain words nothing goes on, and no word farther away speaks for or against. */
const APART = 48;

/** Nothing but letters, with what stands around words. */
const PLAIN_WORD = /^["'“‘(*_]{0,3}\p{L}[\p{L}\p{M}'’-]{0,23}["'”’).,;:!?*_…]{0,4}$/u;
/** What is written in place of signs: `jane at example dot com`. */
const SPELLED_SIGN = /^\p{P}{0,3}(?:at|dot|arroba|punkt|punto|point)\p{P}{0,3}$/iu;

/**
 * For streams: how much of a text's end may still become a part of personal data of the built-in types, or decide about
 * one. That is all from the last two words on, and from what is not a plain word (a number, an address) until plain
 * words enough have followed it.
 */
export function openPersonalData(original: string): OpenEnd {
  const view = viewOf(original);
  const from = openFrom(view.text);
  return { from: view.originalSpan(from, from)[0], known: false };
}

function openFrom(text: string): number {
  let from = text.length;
  /** Words that are held whatever they are: before a number or a sign stands the month of a date, a name. */
  let owed = 2;
  for (const word of wordsBackwards(text)) {
    if (!isPlain(word.text) && from - word.end < APART) {
      from = word.start;
      owed = 1;
    } else if (owed > 0) {
      from = word.start;
      owed -= 1;
    } else if (from - word.end >= APART) break;
  }
  return from;
}

function isPlain(word: string): boolean {
  return PLAIN_WORD.test(word) && !SPELLED_SIGN.test(word);
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, the last one first. */
function* wordsBackwards(text: string): Generator<Word> {
  let end = text.length;
  while (end > 0) {
    while (end > 0 && isBlank(text, end - 1)) end -= 1;
    let start = end;
    while (start > 0 && !isBlank(text, start - 1)) start -= 1;
    if (end > start) yield { text: text.slice(start, end), start, end };
    end = start;
  }
}

function isBlank(text: string, position: number): boolean {
  return text.charAt(position).trim() === '';
}
