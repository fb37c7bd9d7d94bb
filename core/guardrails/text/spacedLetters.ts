import { undoLeetWord } from './leetspeak';
import { apart } from './knownWords';

/** Two single letters in a row, as a quick look: most texts have none. */
const SPACED_OUT = /\b[a-z0-9][ \n][a-z0-9]\b/;
const SIGNED_OUT = /[a-z0-9]([._*~|/-])[a-z0-9]\1[a-z0-9]/;

/** Single letters with the same separator between them: `k i l l`, `k.i.l.l`, `k-i-l-l`. */
const BY_BLANKS = /(?<!['@$])\b[a-z0-9](?:[ \n][a-z0-9]\b(?!'))+/g;
const BY_SIGNS = /(?<![a-z0-9])[a-z0-9](?:([._*~|/-])[a-z0-9](?![a-z0-9]))(?:\1[a-z0-9](?![a-z0-9]))+/g;

const LETTER = /[a-z]/g;
/** Fewer letters are initials or a formula. */
const FEWEST = 3;
/** Fewer letters are one word: `u.s.a.` */
const FEWEST_FOR_WORDS = 5;

/** Text whose spaced out letters are words again: a wider gap than between the letters ends a word. */
export function joinSpacedLetters(text: string): string {
  const joinedUp = SPACED_OUT.test(text) ? text.replace(BY_BLANKS, joined) : text;
  return SIGNED_OUT.test(joinedUp) ? joinedUp.replace(BY_SIGNS, joined) : joinedUp;
}

function joined(run: string): string {
  const letters = run.match(LETTER)?.length ?? 0;
  const signs = (run.length + 1) / 2;
  if (letters < FEWEST || letters * 2 < signs) return run;
  let word = '';
  for (let at = 0; at < run.length; at += 2) word += run[at] ?? '';
  const plain = undoLeetWord(word);
  return plain.length < FEWEST_FOR_WORDS ? plain : apart(plain);
}
