/** What takes no room on the screen: format and zero-width characters, variation selectors, tags, control codes. */
const INVISIBLE =
  /^(?:\p{Cf}|\p{Variation_Selector}|\u034f|\u17b4|\u17b5|[\u115f\u1160\u3164\uffa0]|(?![\n\r\t])\p{Cc})$/u;
const DIGIT = /^\p{Nd}$/u;
const DASH = /^[\p{Pd}\u2212\u02d7\u2043\u30fc\uff70]$/u;
const BLANK = /^\p{Zs}$/u;
const LINE_BREAK = /^[\u2028\u2029\u0085]$/u;

const folded = new Map<number, string>();
/** Bounds the table whatever texts pass: more characters than any script but Han uses. */
const MOST_FOLDED = 20_000;

/**
 * One character (a code point, or a lone surrogate) as a detector should read it: a plain counterpart, itself, or
 * nothing. Case, diacritics and look-alikes of other alphabets stay: in an address they make a difference.
 */
export function foldCharacter(character: string): string {
  return foldCodePoint(character.codePointAt(0) ?? 0);
}

/** The same for the character with a code. */
export function foldCodePoint(code: number): string {
  const known = folded.get(code);
  if (known !== undefined) return known;
  const result = fold(String.fromCodePoint(code));
  if (folded.size < MOST_FOLDED) folded.set(code, result);
  return result;
}

function fold(character: string): string {
  if ((character >= ' ' && character <= '~') || /[\n\r\t]/.test(character)) return character;
  if (LINE_BREAK.test(character)) return '\n';
  if (INVISIBLE.test(character)) return '';
  if (BLANK.test(character)) return ' ';
  if (DASH.test(character)) return '-';
  const plain = compatible(character);
  return plain === character && DIGIT.test(character) ? String(digitValue(character)) : plain;
}

/** Unicode gives the ten digits of a script consecutive code points, the zero first; two scripts may be neighbours. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

/** Full-width, mathematical, circled and ligature forms become what they stand for; the rest stays as written. */
function compatible(character: string): string {
  const plain = character.normalize('NFKC');
  return plain.trim() === '' || !/^[\x20-\x7e]+$/.test(plain) ? character : plain;
}
