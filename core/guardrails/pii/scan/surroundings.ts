/** How far a word or code that a number belongs to is followed. */
const REACH = 40;

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}_-]/u;
const LETTER = /\p{L}/u;
const DIGIT = /[0-9]/;

/**
 * Whether a number is a piece of something longer that has letters and other digits in it: a UUID, a hash, a tracking
 * code. `06-10446904-Office`, `cc_4111` and `CARD4111` are not: there the letters are a word beside the number.
 */
export function isInsideCode(text: string, start: number, end: number): boolean {
  return isCode(wordBefore(text, start)) || isCode(wordAfter(text, end));
}

/** Whether a letter stands directly before or after. */
export function touchesLetter(text: string, start: number, end: number): boolean {
  return isLetter(text.charAt(start - 1)) || isLetter(text.charAt(end));
}

/** The letters, digits, `-` and `_` that a position directly follows. */
function wordBefore(text: string, position: number): string {
  let start = position;
  while (start > 0 && position - start < REACH && isWordCharacter(text.charAt(start - 1))) start -= 1;
  return text.slice(start, position);
}

function wordAfter(text: string, position: number): string {
  let end = position;
  while (end < text.length && end - position < REACH && isWordCharacter(text.charAt(end))) end += 1;
  return text.slice(position, end);
}

function isWordCharacter(character: string): boolean {
  return character !== ' ' && WORD_CHARACTER.test(character);
}

function isLetter(character: string): boolean {
  return character !== ' ' && LETTER.test(character);
}

function isCode(word: string): boolean {
  return word !== '' && LETTER.test(word) && DIGIT.test(word);
}
