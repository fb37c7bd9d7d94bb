import { CHARGED_WORDS } from '../vocabulary/chargedWords';
import { COMMON_WORDS } from '../vocabulary/commonWords';

const KNOWN = new Set([...COMMON_WORDS, ...CHARGED_WORDS]);
const LONGEST = Math.max(...[...KNOWN].map((word) => word.length));
/** How known words begin, so that most places in a text are given up after one look. */
const BEGINNINGS = new Set([...KNOWN].map(beginningOf));

/** Letters without blanks are read in pieces of this length, so that reading them takes linear time and little room. */
const PIECE = 240;
/** A run of letters is words when known words make up this share of it. */
const LEAST_KNOWN = 0.75;

export function isKnownWord(word: string): boolean {
  return KNOWN.has(word);
}

/** Words written without blanks, as `writtenlikethis`, apart; the letters as they are when they are not such words. */
export function apart(letters: string): string {
  if (KNOWN.has(letters)) return letters;
  if (letters.length <= PIECE) return apartInPiece(letters);
  const pieces: string[] = [];
  for (let start = 0; start < letters.length; start += PIECE) {
    pieces.push(apartInPiece(letters.slice(start, start + PIECE)));
  }
  return pieces.join('');
}

/** The best way to read the letters up to a place: longer words are better than more of them. */
interface Reading {
  readonly merit: number;
  readonly known: number;
  readonly wordStart: number;
}

function apartInPiece(letters: string): string {
  const best: Reading[] = [{ merit: 0, known: 0, wordStart: 0 }];
  for (let start = 0; start < letters.length; start += 1) {
    const before = best[start];
    if (before === undefined) continue;
    improve(best, start + 1, { merit: before.merit, known: before.known, wordStart: start });
    for (const length of wordLengthsAt(letters, start)) {
      const merit = before.merit + length * length;
      improve(best, start + length, { merit, known: before.known + length, wordStart: start });
    }
  }
  const whole = best[letters.length];
  return whole !== undefined && whole.known >= letters.length * LEAST_KNOWN
    ? spelled(letters, best)
    : letters;
}

function improve(best: Reading[], end: number, reading: Reading): void {
  const other = best[end];
  if (other === undefined || reading.merit > other.merit) best[end] = reading;
}

function* wordLengthsAt(letters: string, start: number): Generator<number> {
  const first = letters[start];
  if (first === 'i' || first === 'a') yield 1;
  if (!BEGINNINGS.has(beginningOf(letters.slice(start, start + 3)))) {
    if (KNOWN.has(letters.slice(start, start + 2))) yield 2;
    return;
  }
  const longest = Math.min(LONGEST, letters.length - start);
  for (let length = 2; length <= longest; length += 1) {
    if (KNOWN.has(letters.slice(start, start + length))) yield length;
  }
}

function spelled(letters: string, best: readonly Reading[]): string {
  const found: string[] = [];
  for (let end = letters.length; end > 0;) {
    const start = best[end]?.wordStart ?? 0;
    found.unshift(letters.slice(start, end));
    end = start;
  }
  return found.join(' ');
}

function beginningOf(word: string): string {
  return word.slice(0, 3);
}
