import { lastLetterBefore, wordStart } from '../scan/words';
import type { ContextWords, Heard, Verdict } from './contextWords';
import { endsSentence } from './sentences';

/** How far words are read before a candidate, in UTF-16 units of the view's text. */
export const BEFORE = 40;

/** Longest phrase that is looked up, in words. */
const LONGEST_PHRASE = 3;

/** The nearest word before a position that speaks for or against what begins there. */
export function heardBefore(text: string, position: number, words: ContextWords): Heard | undefined {
  const limit = position - BEFORE;
  let isSameSentence = true;
  /** Where the word behind the one that is read begins, or the candidate; and the same without conjunctions. */
  let next = position;
  let nextOther = position;
  for (let end = lastLetterBefore(text, position, limit); end !== undefined;) {
    const start = wordStart(text, end);
    const word = text.slice(start, end).toLowerCase();
    isSameSentence &&= !endsSentence(text, word, end, next);
    const verdict = verdictOf(text, start, word, words);
    const isHeard =
      verdict === 'supporting' ||
      (verdict === 'opposing' && isSameSentence && !isNumberBetween(text, end, nextOther, position));
    if (isHeard) return { verdict, distance: position - end };
    next = start;
    if (!CONJUNCTIONS.has(word)) nextOther = start;
    end = lastLetterBefore(text, start, limit);
  }
  return undefined;
}

/** What the word that begins at a place says, alone or as the end of a phrase. */
function verdictOf(
  text: string,
  start: number,
  word: string,
  { verdicts, phraseEnds }: ContextWords,
): Verdict | undefined {
  const alone = verdicts.get(word);
  if (alone !== undefined || !phraseEnds.has(word)) return alone;
  let phrase = word;
  let from = start;
  for (let length = 2; length <= LONGEST_PHRASE; length += 1) {
    const earlier = lastLetterBefore(text, from, from - 2);
    if (earlier === undefined) return undefined;
    from = wordStart(text, earlier);
    phrase = `${text.slice(from, earlier).toLowerCase()} ${phrase}`;
    const verdict = verdicts.get(phrase);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

/**
 * Whether a word is the name of another number than that at a position: `ts=1711352888 level=info 419-17-9559`. What a
 * list names, as in `orders 12, 34 and 56`, is not another.
 */
function isNumberBetween(text: string, end: number, next: number, position: number): boolean {
  return next < position && /[0-9]/.test(text.slice(end, next));
}

const CONJUNCTIONS: ReadonlySet<string> = new Set('and or und oder et ou y o e'.split(' '));
