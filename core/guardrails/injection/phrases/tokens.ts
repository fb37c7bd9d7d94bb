import { intendedWord } from './spelling';
import type { Vocabulary } from './vocabulary';

/** A word of a text and where it stands there. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Sets of words that it belongs to. */
  readonly sets: readonly number[];
  /** Counts words from the text's beginning; the end of a sentence counts like `SENTENCE_END` words. */
  readonly place: number;
}

/** A phrase may run on over the end of a sentence or of a piece of code, but only where it has room. */
const SENTENCE_END = 2;

/** A run of letters and digits, with the end of an English contraction: `don't` is a word, `l'ordre` are two. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’](?:t|s|re|ve|ll|d|m)(?![\p{L}\p{M}\p{N}]))?/gu;
const APOSTROPHE = /['’]/;
const END_OF_SENTENCE = /[.!?…](?:\s|$)|[。！？{}=;]/u;
/** Where scripts begin that put no blanks between words: quickly told from all others. */
const FAR_LETTER = /[\u0e00-\uffff]/;
/** Scripts that put no blanks between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** The words of a plain text. Where a script has no blanks, known words are cut out and the rest goes letter by letter. */
export function tokensOf(plain: string, vocabulary: Vocabulary): Token[] {
  const tokens: Token[] = [];
  let place = 0;
  let last = 0;
  const add = (word: string, start: number): void => {
    if (start - last > 1 && END_OF_SENTENCE.test(plain.slice(last, start))) place += SENTENCE_END;
    const end = start + word.length;
    const bare = APOSTROPHE.test(word) ? word.replace(APOSTROPHE, '') : word;
    tokens.push({ word: bare, start, end, sets: setsOf(bare, vocabulary), place });
    place += 1;
    last = end;
  };
  for (const { 0: word, index } of plain.matchAll(WORD)) {
    let start = index;
    for (const piece of piecesOf(word, vocabulary)) {
      add(piece, start);
      start += piece.length;
    }
  }
  return tokens;
}

/** Those of the word that it was meant to be when it is misspelt. */
function setsOf(word: string, vocabulary: Vocabulary): readonly number[] {
  const sets = vocabulary.setsOf(word);
  if (sets.length > 0) return sets;
  const intended = intendedWord(word);
  return intended === undefined ? sets : vocabulary.setsOf(intended);
}

/** The known words in a run of letters, where the script puts no blanks between them; else the run. */
export function piecesOf(run: string, vocabulary: Vocabulary): string[] {
  if (!FAR_LETTER.test(run) || !UNSPACED.test(run)) return [run];
  const letters = Array.from(run);
  const pieces: string[] = [];
  let at = 0;
  while (at < letters.length) {
    const length = Math.max(1, vocabulary.longestAt(letters, at));
    pieces.push(letters.slice(at, at + length).join(''));
    at += length;
  }
  return pieces;
}
